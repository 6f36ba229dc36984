package dev.anabranch.testkit.confluence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the columns that a query of one table surely names; others it may name as well. */
final class PlainQuery {

  private static final List<String> BEFORE =
      List.of("SELECT", "DISTINCT", "WHERE", "AND", "OR", "NOT", "BY", "HAVING", "ON");
  private static final List<String> BEHIND =
      List.of("AS", "FROM", "AND", "OR", "IS", "IN", "LIKE", "BETWEEN", "ASC", "DESC");

  private PlainQuery() {}

  /**
   * Returns the columns.
   *
   * @param query the query, which names one table
   * @param table its name, small letters
   * @return names in small letters; none for a query that holds another one
   */
  static Set<String> columns(List<SqlToken> query, String table) {
    Set<String> columns = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    if (query.stream().filter(token -> token.is("SELECT")).count() != 1) {
      return columns;
    }
    int depth = 0;
    for (int i = 0; i < query.size(); i++) {
      SqlToken token = query.get(i);
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (!token.isName() || is(query, i + 1, ".")) {
        continue;
      }
      boolean column = is(query, i - 1, ".") ? qualified(query, i, table) : plain(query, i, depth);
      (column ? columns : others).add(token.lower());
    }
    // What is also the name of a result may stand for that.
    columns.removeAll(others);
    return columns;
  }

  private static boolean qualified(List<SqlToken> query, int place, String table) {
    return place > 1
        && query.get(place - 2).lower().equals(table)
        && !is(query, place - 3, ".")
        && !is(query, place + 1, "(");
  }

  private static boolean plain(List<SqlToken> query, int place, int depth) {
    if (place == 0 || (place + 1 >= query.size() && depth > 0)) {
      return false;
    }
    SqlToken before = query.get(place - 1);
    boolean begins =
        before.kind() == SqlToken.Kind.SYMBOL
            ? !before.isSymbol(")") && !before.isSymbol(":")
            : BEFORE.contains(before.upper());
    if (!begins || place + 1 == query.size()) {
      return begins;
    }
    SqlToken behind = query.get(place + 1);
    boolean ends =
        behind.kind() == SqlToken.Kind.SYMBOL
            ? !behind.isSymbol("(")
            : BEHIND.contains(behind.upper());
    // EXTRACT(YEAR FROM x) has words of its own.
    return ends && (depth == 0 || !behind.is("FROM"));
  }

  private static boolean is(List<SqlToken> query, int place, String symbol) {
    return place >= 0 && place < query.size() && query.get(place).isSymbol(symbol);
  }
}
