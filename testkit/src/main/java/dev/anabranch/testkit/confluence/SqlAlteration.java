package dev.anabranch.testkit.confluence;

import dev.anabranch.testkit.confluence.SchemaObject.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notes what ALTER TABLE touches; an action that is not understood touches all of the table. */
final class SqlAlteration {

  private final FootprintBuilder found;
  private final TableWork tables;
  private final SqlTableParts parts;

  SqlAlteration(FootprintBuilder found) {
    this.found = found;
    this.tables = new TableWork(found);
    this.parts = new SqlTableParts(found);
  }

  boolean alter(SqlReader reader) {
    reader.skipIfExists();
    reader.skip("ONLY");
    Optional<ObjectName> table = reader.name();
    if (table.isEmpty()) {
      return false;
    }
    reader.skipSymbol("*");
    List<List<SqlToken>> actions = SqlReader.atCommas(reader.rest());
    for (List<SqlToken> action : actions) {
      action(table.get(), action);
    }
    return true;
  }

  private void action(ObjectName table, List<SqlToken> action) {
    SqlReader reader = new SqlReader(action);
    String verb = reader.next().upper();
    boolean understood =
        switch (verb) {
          case "ADD" -> add(table, reader);
          case "DROP" -> drop(table, reader);
          case "ALTER" -> alterColumn(table, reader);
          case "MODIFY", "CHANGE" -> modify(table, reader, verb.equals("CHANGE"));
          case "RENAME" -> rename(table, reader);
          case "ATTACH", "DETACH" -> partition(table, reader);
          case "INHERIT" -> inherit(table, reader);
          default -> false;
        };
    if (!understood) {
      found.makesUpNames(table);
      found.changesSomehow(table);
      found.mention(new Mention(Set.of(table.name()), SqlReader.words(action), false));
    }
  }

  // What else it does is not told: all of the table counts as changed.
  private boolean partition(ObjectName table, SqlReader reader) {
    if (reader.skip("PARTITION")) {
      reader
          .name()
          .ifPresent(
              part -> {
                found.link(new Link.PartOf(part.name(), table.name()));
                found.changesSomehow(part);
                found.makesUpNames(part);
              });
    }
    return false;
  }

  private boolean inherit(ObjectName table, SqlReader reader) {
    reader
        .name()
        .ifPresent(
            whole -> {
              found.link(new Link.PartOf(table.name(), whole.name()));
              found.copies(whole);
            });
    return false;
  }

  private boolean add(ObjectName table, SqlReader reader) {
    if (SqlTableParts.beginsConstraint(reader)) {
      return parts.addConstraint(table, reader);
    }
    if (reader.current().is("PARTITION")) {
      return false;
    }
    reader.skip("COLUMN");
    boolean tolerant = reader.skipIfExists();
    if (reader.current().isSymbol("(")) {
      for (List<SqlToken> column : SqlReader.atCommas(reader.parenthesis())) {
        SqlReader one = new SqlReader(column);
        boolean done =
            SqlTableParts.beginsConstraint(one)
                ? parts.addConstraint(table, one)
                : addColumn(table, one, tolerant);
        if (!done) {
          return false;
        }
      }
      return true;
    }
    return addColumn(table, reader, tolerant);
  }

  private boolean addColumn(ObjectName table, SqlReader reader, boolean tolerant) {
    Optional<String> column = reader.part();
    if (column.isEmpty()) {
      return false;
    }
    found.tolerantly(tolerant, () -> tables.addColumn(table, column.get()));
    List<SqlToken> definition = reader.rest();
    parts.column(table, column.get(), definition);
    boolean key =
        definition.stream()
            .anyMatch(
                t -> t.is("UNIQUE") || t.is("PRIMARY") || t.is("REFERENCES") || t.is("CHECK"));
    if (key) {
      found.add(Kind.INDEXES, table, Access.Kind.WRITE);
    }
    return true;
  }

  private boolean drop(ObjectName table, SqlReader reader) {
    if (reader.skip("PRIMARY", "KEY")) {
      tables.dropConstraint(table, "its primary key");
      return true;
    }
    if (reader.skipAny("CONSTRAINT", "CHECK") || reader.skip("FOREIGN", "KEY")) {
      boolean tolerant = reader.skipIfExists();
      Optional<String> name = reader.part();
      name.ifPresent(
          constraint -> found.tolerantly(tolerant, () -> tables.dropConstraint(table, constraint)));
      return name.isPresent();
    }
    if (reader.skipAny("INDEX", "KEY")) {
      boolean tolerant = reader.skipIfExists();
      Optional<String> name = reader.part();
      name.ifPresent(index -> found.tolerantly(tolerant, () -> tables.dropIndex(table, index)));
      return name.isPresent();
    }
    if (reader.current().is("PARTITION")) {
      return false;
    }
    reader.skip("COLUMN");
    boolean tolerant = reader.skipIfExists();
    List<SqlToken> list = reader.parenthesis();
    List<String> columns = list.isEmpty() ? reader.part().stream().toList() : SqlReader.names(list);
    columns.forEach(column -> found.tolerantly(tolerant, () -> tables.dropColumn(table, column)));
    return !columns.isEmpty();
  }

  private boolean alterColumn(ObjectName table, SqlReader reader) {
    reader.skip("COLUMN");
    reader.skipIfExists();
    Optional<String> name = reader.part();
    if (name.isEmpty()) {
      return false;
    }
    String column = name.get();
    if (reader.skip("RENAME", "TO")) {
      reader.part().ifPresent(to -> tables.renameColumn(table, column, to));
      return true;
    }
    List<SqlToken> rest = reader.rest();
    SqlReader change = new SqlReader(rest);
    String aspect = aspect(change);
    tables.alterColumn(table, column, aspect, SqlReader.text(change.rest()));
    parts.column(table, column, rest);
    return true;
  }

  private static String aspect(SqlReader change) {
    if (change.skip("SET", "DATA", "TYPE") || change.skip("TYPE")) {
      return "type";
    } else if (change.skip("SET", "DEFAULT")
        || (change.current().is("DROP") && change.ahead(1).is("DEFAULT"))) {
      return "default";
    } else if (change.ahead(1).is("NOT") || change.ahead(1).is("NULL")) {
      return "nullability";
    }
    return "definition";
  }

  private boolean modify(ObjectName table, SqlReader reader, boolean renames) {
    reader.skip("COLUMN");
    if (reader.current().isSymbol("(")) {
      for (List<SqlToken> one : SqlReader.atCommas(reader.parenthesis())) {
        if (!modify(table, new SqlReader(one), false)) {
          return false;
        }
      }
      return true;
    }
    Optional<String> column = reader.part();
    Optional<String> to = renames ? reader.part() : column;
    if (column.isEmpty() || to.isEmpty()) {
      return false;
    }
    List<SqlToken> definition = reader.rest();
    if (!to.equals(column)) {
      tables.renameColumn(table, column.get(), to.get());
      found.add(Kind.ROWS, table, Access.Kind.WRITE);
    } else {
      tables.alterColumn(table, column.get(), "definition", SqlReader.text(definition));
    }
    if (definition.stream().anyMatch(token -> token.is("AFTER") || token.is("FIRST"))) {
      found.add(Kind.COLUMNS, table, Access.Kind.WRITE);
    }
    parts.definition(table, definition);
    return true;
  }

  private boolean rename(ObjectName table, SqlReader reader) {
    if (reader.skip("CONSTRAINT")) {
      return renamed(reader, (from, to) -> tables.renameConstraint(table, from, to));
    }
    if (reader.skipAny("INDEX", "KEY")) {
      return renamed(reader, (from, to) -> tables.renameIndex(table, from, to));
    }
    boolean whole = reader.skipAny("TO", "AS");
    if (whole) {
      Optional<ObjectName> to = reader.name();
      to.ifPresent(name -> tables.rename(table, name.name(), "table"));
      return to.isPresent();
    }
    reader.skip("COLUMN");
    return renamed(reader, (from, to) -> tables.renameColumn(table, from, to));
  }

  /** Takes two names. */
  private interface Renaming {
    void rename(String from, String to);
  }

  private static boolean renamed(SqlReader reader, Renaming renaming) {
    Optional<String> from = reader.part();
    boolean to = reader.skip("TO");
    Optional<String> name = to ? reader.part() : Optional.empty();
    if (from.isEmpty() || name.isEmpty()) {
      return false;
    }
    renaming.rename(from.get(), name.get());
    return true;
  }
}
