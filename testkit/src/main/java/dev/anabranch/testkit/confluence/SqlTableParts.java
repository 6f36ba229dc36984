package dev.anabranch.testkit.confluence;

import dev.anabranch.testkit.confluence.SchemaObject.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes what columns and constraints touch, as they stand in CREATE TABLE and ALTER TABLE. */
final class SqlTableParts {

  private static final List<String> CONSTRAINT_WORDS =
      List.of(
          "CONSTRAINT",
          "PRIMARY",
          "UNIQUE",
          "FOREIGN",
          "CHECK",
          "EXCLUDE",
          "INDEX",
          "KEY",
          "FULLTEXT",
          "SPATIAL",
          "PERIOD",
          "LIKE");

  private final FootprintBuilder found;
  private final TableWork tables;

  SqlTableParts(FootprintBuilder found) {
    this.found = found;
    this.tables = new TableWork(found);
  }

  static boolean beginsConstraint(SqlReader reader) {
    return CONSTRAINT_WORDS.contains(reader.current().upper());
  }

  /** Returns the columns of a list; what is no plain column is left out. */
  static List<String> columns(List<SqlToken> list) {
    List<String> columns = new ArrayList<>();
    for (List<SqlToken> part : SqlReader.atCommas(list)) {
      boolean plain = !part.isEmpty() && part.get(0).isName();
      boolean call = part.size() > 1 && part.get(1).isSymbol("(");
      if (plain && !(call && part.size() > 2 && part.get(2).isName())) {
        columns.add(part.get(0).lower());
      }
    }
    return columns;
  }

  /** Notes what a part of a new table touches outside of it, and the names that it takes. */
  boolean partOfNew(ObjectName table, List<SqlToken> part) {
    SqlReader reader = new SqlReader(part);
    if (reader.atEnd()) {
      return false;
    }
    if (reader.current().is("LIKE")) {
      reader.next();
      reader.name().ifPresent(found::copies);
      found.makesUpNames(table);
      return true;
    }
    if (!beginsConstraint(reader)) {
      String column = reader.next().lower();
      column(table, column, reader.rest());
      return true;
    }
    if (reader.skip("CONSTRAINT") && !beginsConstraint(reader)) {
      reader.part().ifPresent(name -> found.add(Kind.CONSTRAINT, table, name, Access.Kind.CREATE));
    } else {
      found.makesUpNames(table);
    }
    boolean index = reader.skipAny("INDEX", "KEY");
    if (index && reader.current().isName()) {
      reader
          .part()
          .ifPresent(
              name -> {
                found.add(Kind.INDEX, table, name, Access.Kind.CREATE);
                found.link(new Link.IndexOf(name, table));
              });
    }
    definition(table, reader.rest());
    return true;
  }

  /** Notes what stands behind the name of a column: type, default, references, keys. */
  void column(ObjectName table, String column, List<SqlToken> definition) {
    boolean names = false;
    for (int i = 0; i < definition.size(); i++) {
      SqlToken token = definition.get(i);
      if (token.lower().endsWith("serial") || token.is("IDENTITY") || token.is("AUTO_INCREMENT")) {
        found.counts(table, column);
      }
      boolean named = i > 1 && definition.get(i - 2).is("CONSTRAINT");
      names |= !named && isKeyword(token);
    }
    if (names) {
      found.makesUpNames(table);
    }
    definition(table, definition);
  }

  private static boolean isKeyword(SqlToken token) {
    return token.is("PRIMARY") || token.is("UNIQUE") || token.is("CHECK") || token.is("REFERENCES");
  }

  /** Notes what stands in a definition: types, defaults, references. */
  void definition(ObjectName table, List<SqlToken> definition) {
    SqlReader reader = new SqlReader(definition);
    List<SqlToken> others = new ArrayList<>();
    while (!reader.atEnd()) {
      if (reader.skip("REFERENCES")) {
        Optional<ObjectName> parent = reader.name();
        List<String> columns = columns(reader.parenthesis());
        boolean cascades = definition.stream().anyMatch(t -> t.is("CASCADE") || t.is("SET"));
        parent.ifPresent(name -> tables.refersTo(table, name, columns, cascades));
      } else if (reader.skip("CONSTRAINT") && !beginsConstraint(reader)) {
        reader
            .part()
            .ifPresent(name -> found.add(Kind.CONSTRAINT, table, name, Access.Kind.CREATE));
      } else {
        others.add(reader.next());
      }
    }
    words(table, others);
  }

  private void words(ObjectName table, List<SqlToken> definition) {
    found.runs(table, SqlReader.words(definition));
  }

  /** Notes the addition of a constraint or index to a table that is there. */
  boolean addConstraint(ObjectName table, SqlReader reader) {
    Optional<String> name = Optional.empty();
    if (reader.skip("CONSTRAINT")) {
      reader.skipIfExists();
      name = beginsConstraint(reader) ? Optional.empty() : reader.part();
    }
    if (reader.skip("PRIMARY", "KEY")) {
      List<SqlToken> rest = reader.rest();
      tables.addPrimaryKey(table, name, firstList(rest));
      words(table, rest);
    } else if (reader.skip("CHECK")) {
      tables.check(table, name);
      words(table, reader.rest());
    } else if (reader.current().is("FOREIGN")
        || reader.current().is("UNIQUE")
        || reader.current().is("EXCLUDE")) {
      List<SqlToken> rest = reader.rest();
      tables.addKey(table, name, firstList(rest));
      definition(table, rest);
    } else {
      return addIndex(table, reader);
    }
    return true;
  }

  private boolean addIndex(ObjectName table, SqlReader reader) {
    reader.skipAny("FULLTEXT", "SPATIAL");
    if (!reader.skipAny("INDEX", "KEY")) {
      return false;
    }
    Optional<String> name = reader.current().isName() ? reader.part() : Optional.empty();
    List<SqlToken> rest = reader.rest();
    tables.createIndex(table, name, firstList(rest), true);
    words(table, rest);
    return true;
  }

  private static List<String> firstList(List<SqlToken> tokens) {
    SqlReader reader = new SqlReader(tokens);
    while (!reader.atEnd() && !reader.current().isSymbol("(")) {
      reader.next();
    }
    return columns(reader.parenthesis());
  }
}
