package dev.anabranch.testkit.confluence;

import dev.anabranch.testkit.confluence.SchemaObject.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notes what queries and changes of rows touch. */
final class SqlData {

  /** What is done with what a query names. */
  enum Use {
    /** Its rows are read. */
    ROWS,
    /** Only that it is there matters, as for a view. */
    STRUCTURE
  }

  private final FootprintBuilder found;

  SqlData(FootprintBuilder found) {
    this.found = found;
  }

  /** Notes what a statement touches; false if it is not understood. */
  boolean statement(List<SqlToken> tokens) {
    return new Scan(tokens, Use.ROWS).run();
  }

  /** Notes what a query touches; false if it is not understood. */
  boolean query(List<SqlToken> tokens, Use use) {
    Scan scan = new Scan(tokens, use);
    boolean understood = scan.run();
    if (understood && scan.tables.size() == 1) {
      ObjectName table = scan.read.get(0);
      PlainQuery.columns(tokens, table.name()).forEach(column -> found.usesColumn(table, column));
    }
    return understood;
  }

  /** Notes what an expression on rows of a table touches; false if it is not understood. */
  boolean expression(ObjectName table, List<SqlToken> tokens) {
    Scan scan = new Scan(tokens, Use.ROWS);
    scan.tables.add(table.name());
    return scan.run();
  }

  /** One pass over one statement. */
  private final class Scan {

    private final TableWork work = new TableWork(found);
    private final List<SqlToken> tokens;
    private final Use use;
    private final Set<String> tables = new LinkedHashSet<>();
    private final List<ObjectName> read = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> named = new LinkedHashSet<>();
    private boolean star;
    private int at;

    Scan(List<SqlToken> tokens, Use use) {
      this.tokens = tokens;
      this.use = use;
    }

    private SqlToken ahead(int distance) {
      int index = at + distance;
      return index >= 0 && index < tokens.size()
          ? tokens.get(index)
          : new SqlToken(SqlToken.Kind.SYMBOL, "");
    }

    boolean run() {
      commonTables();
      for (at = 0; at < tokens.size(); at++) {
        if (!step()) {
          return false;
        }
      }
      found.mention(new Mention(tables, words, star));
      return true;
    }

    // What WITH names is a table of this statement only.
    private void commonTables() {
      for (at = 0; at < tokens.size(); at++) {
        if (ahead(0).isName() && ahead(1).is("AS") && ahead(2).isSymbol("(")) {
          named.add(ahead(0).lower());
        }
      }
    }

    private boolean step() {
      SqlToken token = ahead(0);
      if (token.isSymbol("*")) {
        star = true;
      }
      if (!token.isName()) {
        return literal(token);
      }
      return switch (token.upper()) {
        case "FROM", "JOIN" -> from();
        case "INTO" -> into();
        case "INSERT", "REPLACE", "MERGE" -> insert();
        case "UPDATE" -> update();
        case "DELETE" -> delete();
        case "NEXT" -> nextValueFor();
        case "CALL", "EXECUTE", "EXEC" -> false;
        default -> word(token);
      };
    }

    private boolean literal(SqlToken token) {
      // 't'::regclass is a name in disguise.
      if (token.kind() == SqlToken.Kind.LITERAL && ahead(1).isSymbol(":")) {
        words.addAll(SqlWords.in(token.text()));
      }
      return true;
    }

    /** Reads the name that begins at a distance, leaves the position on its last piece. */
    private Optional<ObjectName> name(int distance) {
      if (!ahead(distance).isName()) {
        return Optional.empty();
      }
      at += distance;
      String schema = "";
      String name = ahead(0).text();
      while (ahead(1).isSymbol(".") && ahead(2).isName()) {
        schema = name;
        name = ahead(2).text();
        at += 2;
      }
      return Optional.of(new ObjectName(schema, name));
    }

    private int behind(String... modifiers) {
      int distance = 1;
      while (List.of(modifiers).contains(ahead(distance).upper())) {
        distance++;
      }
      return distance;
    }

    // Within a function, as in EXTRACT(YEAR FROM x), and behind DISTINCT it names no table.
    private boolean from() {
      boolean argument = isArgument() || ahead(-1).is("DISTINCT");
      int distance = behind("ONLY", "LATERAL");
      boolean table = ahead(distance).isName() && !ahead(distance + 1).isSymbol("(");
      if (argument || !table) {
        return true;
      }
      Optional<ObjectName> name = name(distance);
      name.filter(each -> !named.contains(each.toString())).ifPresent(this::reads);
      return name.filter(Catalogue::holds).isEmpty();
    }

    private boolean isArgument() {
      int depth = 0;
      for (int i = at - 1; i >= 0; i--) {
        SqlToken token = tokens.get(i);
        if (token.isSymbol(")")) {
          depth++;
        } else if (token.isSymbol("(") && depth-- == 0) {
          SqlToken first = tokens.get(i + 1);
          return !(first.is("SELECT")
              || first.is("WITH")
              || first.is("DELETE")
              || first.isSymbol("("));
        }
      }
      return false;
    }

    private void reads(ObjectName table) {
      tables.add(table.name());
      read.add(table);
      if (use == Use.ROWS) {
        work.readRows(table);
      } else {
        found.uses(table);
      }
    }

    private void writes(ObjectName table) {
      tables.add(table.name());
      work.writeRows(table);
    }

    // SELECT INTO creates a table, or fills a variable.
    private boolean into() {
      return false;
    }

    private boolean insert() {
      if (ahead(-1).is("THEN") || (ahead(0).is("REPLACE") && at > 0)) {
        return word(ahead(0));
      }
      if (ahead(1).is("ALL") || ahead(1).is("FIRST")) {
        return false;
      }
      int distance = behind("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "INTO", "ONLY");
      Optional<ObjectName> table = name(distance);
      table.ifPresent(
          name -> {
            writes(name);
            boolean columns = ahead(1).isSymbol("(") && !ahead(2).is("SELECT");
            if (columns) {
              columns(name);
            } else {
              found.add(Kind.COLUMNS, name, Access.Kind.READ);
            }
          });
      return table.isPresent();
    }

    // A list of names that is followed by values; anything else is looked at word by word.
    private void columns(ObjectName table) {
      int end = 2;
      while (ahead(end).isName() || ahead(end).isSymbol(",")) {
        end++;
      }
      if (ahead(end).isSymbol(")")) {
        for (int i = 2; i < end; i++) {
          if (ahead(i).isName()) {
            found.usesColumn(table, ahead(i).lower());
          }
        }
        at += end;
      }
    }

    private void assignments(ObjectName table, int set) {
      for (int i = set; at + i < tokens.size() && !ahead(i).is("WHERE"); i++) {
        boolean begins = i == set || ahead(i).isSymbol(",");
        if (begins && ahead(i + 1).isName() && ahead(i + 2).isSymbol("=")) {
          found.usesColumn(table, ahead(i + 1).lower());
        }
      }
    }

    private boolean update() {
      if (List.of("FOR", "ON", "DO", "KEY", "THEN", "NO").contains(ahead(-1).upper())) {
        return true;
      }
      Optional<ObjectName> table = name(behind("LOW_PRIORITY", "IGNORE", "ONLY"));
      table.ifPresent(this::writes);
      int set = 1;
      while (table.isPresent() && !ahead(set).is("SET")) {
        if (ahead(set).isSymbol(",") || ahead(set).is("JOIN") || at + set >= tokens.size()) {
          return false;
        }
        set++;
      }
      int from = set;
      table.ifPresent(name -> assignments(name, from));
      return table.isPresent();
    }

    private boolean delete() {
      if (List.of("ON", "THEN").contains(ahead(-1).upper())) {
        return true;
      }
      int distance = behind("LOW_PRIORITY", "QUICK", "IGNORE");
      if (!ahead(distance).is("FROM")) {
        return false;
      }
      Optional<ObjectName> table =
          name(ahead(distance + 1).is("ONLY") ? distance + 2 : distance + 1);
      table.ifPresent(this::writes);
      return table.isPresent() && !ahead(1).isSymbol(",");
    }

    private boolean nextValueFor() {
      if (!(ahead(1).is("VALUE") && ahead(2).is("FOR"))) {
        return word(ahead(0));
      }
      Optional<ObjectName> sequence = name(3);
      sequence.ifPresent(this::counts);
      return sequence.isPresent();
    }

    private void counts(ObjectName sequence) {
      found.add(SchemaObject.of(Kind.RELATION, sequence), Access.Kind.WRITE, "", "sequence");
    }

    private boolean word(SqlToken token) {
      if (token.text().startsWith("@")) {
        return false;
      }
      if (ahead(1).isSymbol(".") && ahead(2).is("NEXTVAL")) {
        counts(new ObjectName("", token.text()));
        at += 2;
        return true;
      }
      boolean call =
          ahead(1).isSymbol("(")
              && !ahead(-1).is("AS")
              && !ahead(-1).isSymbol(")")
              && !ahead(-1).isSymbol(":");
      if (call && token.kind() == SqlToken.Kind.WORD && isSequenceCall(token)) {
        return sequenceCall();
      }
      if (call && !KnownFunctions.contains(token.upper())) {
        return false;
      }
      words.add(token.lower());
      return !Catalogue.holds(new ObjectName("", token.text()));
    }

    private static boolean isSequenceCall(SqlToken token) {
      return token.is("NEXTVAL") || token.is("SETVAL") || token.is("CURRVAL");
    }

    private boolean sequenceCall() {
      SqlToken argument = ahead(2);
      if (argument.kind() == SqlToken.Kind.LITERAL) {
        String[] parts = argument.text().replace("\"", "").split("\\.", 2);
        counts(
            parts.length == 2 ? new ObjectName(parts[0], parts[1]) : new ObjectName("", parts[0]));
        return true;
      }
      if (ahead(3).isSymbol("(")) {
        return false;
      }
      Optional<ObjectName> sequence = name(2);
      sequence.ifPresent(this::counts);
      return sequence.isPresent();
    }
  }
}
