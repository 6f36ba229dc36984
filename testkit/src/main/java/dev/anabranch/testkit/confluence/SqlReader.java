package dev.anabranch.testkit.confluence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A position in the pieces of a statement. For one thread. */
final class SqlReader {

  private static final SqlToken END = new SqlToken(SqlToken.Kind.SYMBOL, "");

  private final List<SqlToken> tokens;
  private int position;

  SqlReader(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  boolean atEnd() {
    return position >= tokens.size();
  }

  SqlToken current() {
    return ahead(0);
  }

  SqlToken ahead(int distance) {
    int index = position + distance;
    return index >= 0 && index < tokens.size() ? tokens.get(index) : END;
  }

  SqlToken next() {
    SqlToken token = current();
    position++;
    return token;
  }

  /** Steps over words if they all stand here. */
  boolean skip(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!ahead(i).is(words[i])) {
        return false;
      }
    }
    position += words.length;
    return true;
  }

  /** Steps over one of several words. */
  boolean skipAny(String... words) {
    for (String word : words) {
      if (skip(word)) {
        return true;
      }
    }
    return false;
  }

  boolean skipSymbol(String symbol) {
    if (current().isSymbol(symbol)) {
      position++;
      return true;
    }
    return false;
  }

  /** Steps over {@code IF EXISTS} or {@code IF NOT EXISTS}, and says whether it stood there. */
  boolean skipIfExists() {
    return skip("IF", "NOT", "EXISTS") || skip("IF", "EXISTS");
  }

  /** Reads a name, with its schema if one is written; empty, staying, if there is none. */
  Optional<ObjectName> name() {
    if (!current().isName()) {
      return Optional.empty();
    }
    String schema = "";
    String name = next().text();
    while (current().isSymbol(".") && ahead(1).isName()) {
      next();
      schema = name;
      name = next().text();
    }
    return Optional.of(new ObjectName(schema, name));
  }

  /** Reads a name of one part, small letters. */
  Optional<String> part() {
    return current().isName() ? Optional.of(next().lower()) : Optional.empty();
  }

  /** Reads what stands between the parenthesis here and the one that closes it. */
  List<SqlToken> parenthesis() {
    List<SqlToken> inside = new ArrayList<>();
    if (!skipSymbol("(")) {
      return inside;
    }
    int depth = 1;
    while (!atEnd()) {
      SqlToken token = next();
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (depth == 0) {
        return inside;
      }
      inside.add(token);
    }
    return inside;
  }

  /** Reads to the end. */
  List<SqlToken> rest() {
    List<SqlToken> rest = tokens.subList(Math.min(position, tokens.size()), tokens.size());
    position = tokens.size();
    return rest;
  }

  /** Cuts pieces at the commas that stand outside of parentheses. */
  static List<List<SqlToken>> atCommas(List<SqlToken> tokens) {
    List<List<SqlToken>> parts = new ArrayList<>();
    List<SqlToken> part = new ArrayList<>();
    int depth = 0;
    for (SqlToken token : tokens) {
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (depth == 0 && token.isSymbol(",")) {
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(token);
      }
    }
    parts.add(part);
    return parts;
  }

  /** Returns the names in some pieces, small letters. */
  static List<String> names(List<SqlToken> tokens) {
    return tokens.stream().filter(SqlToken::isName).map(SqlToken::lower).toList();
  }

  /** Returns all that may be names in some pieces, also within literals, small letters. */
  @SafeVarargs
  static Set<String> words(List<SqlToken>... some) {
    Set<String> words = new LinkedHashSet<>();
    for (List<SqlToken> tokens : some) {
      for (SqlToken token : tokens) {
        if (token.isName()) {
          words.add(token.lower());
        } else if (token.kind() == SqlToken.Kind.LITERAL) {
          words.addAll(SqlWords.in(token.text()));
        }
      }
    }
    return words;
  }

  /** Returns what a table is made part of, by {@code PARTITION OF} and {@code INHERITS}. */
  static List<Link.PartOf> wholes(ObjectName table, List<SqlToken> definition) {
    List<Link.PartOf> links = new ArrayList<>();
    SqlReader reader = new SqlReader(definition);
    while (!reader.atEnd()) {
      if (reader.skip("PARTITION", "OF")) {
        reader.name().ifPresent(whole -> links.add(new Link.PartOf(table.name(), whole.name())));
      } else if (reader.skip("INHERITS")) {
        for (List<SqlToken> whole : atCommas(reader.parenthesis())) {
          new SqlReader(whole)
              .name()
              .ifPresent(name -> links.add(new Link.PartOf(table.name(), name.name())));
        }
      } else {
        reader.next();
      }
    }
    return links;
  }

  /** Returns some pieces as text of one spelling. */
  static String text(List<SqlToken> tokens) {
    StringBuilder text = new StringBuilder();
    for (SqlToken token : tokens) {
      text.append(text.isEmpty() ? "" : " ")
          .append(token.kind() == SqlToken.Kind.LITERAL ? "'" + token.text() + "'" : token.lower());
    }
    return text.toString();
  }
}
