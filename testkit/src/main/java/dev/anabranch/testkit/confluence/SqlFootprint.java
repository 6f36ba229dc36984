package dev.anabranch.testkit.confluence;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.testkit.confluence.SchemaObject.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notes what statements touch; one that is not understood touches everything. */
final class SqlFootprint {

  private final FootprintBuilder found;
  private final TableWork tables;
  private final Dialect dialect;
  private final SqlData data;

  SqlFootprint(FootprintBuilder found, Dialect dialect) {
    this.found = found;
    this.tables = new TableWork(found);
    this.dialect = dialect;
    this.data = new SqlData(found);
  }

  private Optional<List<SqlToken>> tokens(String sql) {
    return SqlTokens.of(sql, dialect.style().quoting().quote());
  }

  /**
   * Notes what a statement touches.
   *
   * @param place where it stands, for people, in parentheses; empty where that is not known
   */
  void add(String sql, String place) {
    Optional<List<SqlToken>> tokens = tokens(sql);
    boolean understood = tokens.isPresent() && statement(new SqlReader(tokens.get()), tokens.get());
    if (!understood) {
      found.unknown("\"" + shortened(sql) + "\"" + place + " is not understood");
    }
  }

  /** Notes what a query of a view touches. */
  void query(String sql, String what) {
    Optional<List<SqlToken>> tokens = tokens(sql);
    if (tokens.isEmpty() || !data.query(tokens.get(), SqlData.Use.STRUCTURE)) {
      found.unknown(what + " is not understood");
    }
  }

  /** Notes what an expression that runs on rows of a table touches. */
  void expression(ObjectName table, String sql) {
    Optional<List<SqlToken>> tokens = tokens(sql);
    if (tokens.isEmpty() || !data.expression(table, tokens.get())) {
      found.unknown("\"" + shortened(sql) + "\" is not understood");
    }
  }

  private static String shortened(String sql) {
    String line = sql.strip().replaceAll("\\s+", " ");
    return line.length() <= 40 ? line : line.substring(0, 37) + "...";
  }

  private boolean statement(SqlReader reader, List<SqlToken> tokens) {
    return switch (reader.current().upper()) {
      case "CREATE" -> new SqlCreation(found, data).create(reader, tokens);
      case "ALTER" -> alter(reader);
      case "DROP" -> drop(reader);
      case "RENAME" -> rename(reader);
      case "COMMENT" -> comment(reader);
      case "GRANT", "REVOKE" -> grant(reader);
      case "TRUNCATE" -> truncate(reader);
      case "REFRESH" -> refresh(reader);
      case "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "WITH", "SELECT", "VALUES" ->
          data.statement(tokens);
      default -> false;
    };
  }

  private boolean alter(SqlReader reader) {
    reader.next();
    if (reader.skip("TABLE")) {
      return new SqlAlteration(found).alter(reader);
    } else if (reader.skip("INDEX")) {
      return alterIndex(reader);
    } else if (reader.skip("SEQUENCE")) {
      return alterNamed(reader, Kind.RELATION, "sequence");
    } else if (reader.skip("MATERIALIZED", "VIEW") || reader.skip("VIEW")) {
      return alterNamed(reader, Kind.RELATION, "view");
    } else if (reader.skip("TYPE") || reader.skip("DOMAIN")) {
      return alterNamed(reader, Kind.TYPE, "type");
    }
    return false;
  }

  private boolean alterIndex(SqlReader reader) {
    reader.skipIfExists();
    Optional<ObjectName> index = reader.name();
    Optional<ObjectName> table = index.flatMap(name -> found.around().tableOf(name.name()));
    if (table.isEmpty()) {
      return false;
    }
    String name = index.get().name();
    if (reader.skip("RENAME", "TO")) {
      reader.part().ifPresent(to -> tables.renameIndex(table.get(), name, to));
    } else {
      found.uses(table.get());
      found.add(
          new SchemaObject(Kind.INDEX, table.get(), name),
          Access.Kind.WRITE,
          "settings=" + SqlReader.text(reader.rest()),
          "index");
    }
    return true;
  }

  private boolean alterNamed(SqlReader reader, Kind kind, String noun) {
    reader.skipIfExists();
    Optional<ObjectName> name = reader.name();
    if (name.isEmpty()) {
      return false;
    }
    SchemaObject object = SchemaObject.of(kind, name.get());
    if (reader.skip("RENAME", "TO")) {
      Optional<String> to = reader.part();
      found.add(object, Access.Kind.DROP, "", noun);
      to.ifPresent(
          other -> {
            ObjectName renamed = new ObjectName(name.get().schema(), other);
            found.add(SchemaObject.of(kind, renamed), Access.Kind.CREATE, "", noun);
            found.link(new Link.Renamed(name.get().name(), renamed.name()));
          });
      return to.isPresent();
    }
    boolean value = kind == Kind.TYPE && reader.skip("ADD", "VALUE");
    List<SqlToken> rest = reader.rest();
    found.add(
        object,
        value ? Access.Kind.APPEND : Access.Kind.WRITE,
        value ? "" : "definition=" + SqlReader.text(rest),
        noun);
    if (!value) {
      Set<String> words = SqlReader.words(rest);
      found.mention(new Mention(Set.of(), words, false));
      found.link(new Link.Definition(object, words));
    }
    return true;
  }

  private boolean drop(SqlReader reader) {
    reader.next();
    if (reader.skip("TABLE")) {
      return dropAll(reader, Kind.RELATION, "table");
    } else if (reader.skip("MATERIALIZED", "VIEW") || reader.skip("VIEW")) {
      return dropAll(reader, Kind.RELATION, "view");
    } else if (reader.skip("SEQUENCE")) {
      return dropAll(reader, Kind.RELATION, "sequence");
    } else if (reader.skip("TYPE") || reader.skip("DOMAIN")) {
      return dropAll(reader, Kind.TYPE, "type");
    } else if (reader.skipAny("FUNCTION", "PROCEDURE", "AGGREGATE")) {
      return dropAll(reader, Kind.ROUTINE, "routine");
    } else if (reader.skip("SCHEMA")) {
      boolean cascade = reader.ahead(0).is("CASCADE") || containsCascade(reader);
      return !cascade && dropAll(reader, Kind.SCHEMA, "schema");
    } else if (reader.skip("INDEX")) {
      return dropIndex(reader);
    } else if (reader.skip("TRIGGER")) {
      return dropTrigger(reader);
    }
    return false;
  }

  private static boolean containsCascade(SqlReader reader) {
    for (int i = 0; !reader.ahead(i).text().isEmpty(); i++) {
      if (reader.ahead(i).is("CASCADE")) {
        return true;
      }
    }
    return false;
  }

  private boolean dropAll(SqlReader reader, Kind kind, String noun) {
    boolean tolerant = reader.skipIfExists();
    do {
      Optional<ObjectName> name = reader.name();
      if (name.isEmpty()) {
        return false;
      }
      found.tolerantly(
          tolerant, () -> found.add(SchemaObject.of(kind, name.get()), Access.Kind.DROP, "", noun));
      reader.parenthesis();
    } while (reader.skipSymbol(","));
    return true;
  }

  private boolean dropIndex(SqlReader reader) {
    reader.skip("CONCURRENTLY");
    boolean tolerant = reader.skipIfExists();
    do {
      Optional<ObjectName> index = reader.name();
      if (index.isEmpty()) {
        return false;
      }
      Optional<ObjectName> table =
          reader.skip("ON") ? reader.name() : found.around().tableOf(index.get().name());
      if (table.isEmpty()) {
        return false;
      }
      found.tolerantly(tolerant, () -> tables.dropIndex(table.get(), index.get().name()));
    } while (reader.skipSymbol(","));
    return true;
  }

  private boolean dropTrigger(SqlReader reader) {
    boolean tolerant = reader.skipIfExists();
    Optional<ObjectName> trigger = reader.name();
    if (trigger.isEmpty() || !reader.skip("ON")) {
      return false;
    }
    Optional<ObjectName> table = reader.name();
    table.ifPresent(
        name -> {
          found.uses(name);
          found.add(Kind.ROWS, name, Access.Kind.CHANGE);
          found.tolerantly(
              tolerant,
              () -> found.add(Kind.TRIGGER, name, trigger.get().name(), Access.Kind.DROP));
        });
    return table.isPresent();
  }

  private boolean rename(SqlReader reader) {
    reader.next();
    reader.skip("TABLE");
    do {
      Optional<ObjectName> from = reader.name();
      if (from.isEmpty() || !reader.skip("TO")) {
        return false;
      }
      Optional<ObjectName> to = reader.name();
      if (to.isEmpty()) {
        return false;
      }
      tables.rename(from.get(), to.get().name(), "table");
    } while (reader.skipSymbol(","));
    return true;
  }

  private boolean comment(SqlReader reader) {
    if (!reader.skip("COMMENT", "ON")) {
      return false;
    }
    if (reader.skip("COLUMN")) {
      return commentColumn(reader);
    }
    boolean relation =
        reader.skip("MATERIALIZED", "VIEW") || reader.skipAny("TABLE", "VIEW", "SEQUENCE");
    SqlToken what = relation ? reader.current() : reader.next();
    Optional<ObjectName> name = reader.name();
    if (name.isEmpty()) {
      return false;
    }
    Optional<SchemaObject> part = part(what, name.get(), reader);
    List<SqlToken> rest = reader.rest();
    String detail = "comment=" + SqlReader.text(rest);
    if (relation) {
      found.uses(name.get());
      found.add(SchemaObject.of(Kind.SETTINGS, name.get()), Access.Kind.WRITE, detail, "table");
    } else if (part.isPresent()) {
      found.uses(part.get().relation());
      found.add(part.get(), Access.Kind.WRITE, detail, what.lower());
    } else {
      ObjectName commented = new ObjectName(what.lower(), name.get().toString());
      found.add(SchemaObject.of(Kind.OTHER, commented), Access.Kind.WRITE, detail, what.lower());
      found.mention(new Mention(Set.of(), SqlWords.in(name.get() + " " + names(rest)), false));
    }
    return true;
  }

  // What belongs to a table goes with it.
  private Optional<SchemaObject> part(SqlToken what, ObjectName name, SqlReader reader) {
    if (what.is("INDEX")) {
      return found
          .around()
          .tableOf(name.name())
          .map(table -> new SchemaObject(Kind.INDEX, table, name.name()));
    }
    Kind kind = what.is("CONSTRAINT") ? Kind.CONSTRAINT : Kind.TRIGGER;
    boolean stands = what.is("CONSTRAINT") || what.is("TRIGGER");
    return stands && reader.skip("ON") && !reader.current().is("DOMAIN")
        ? reader.name().map(table -> new SchemaObject(kind, table, name.name()))
        : Optional.empty();
  }

  private static String names(List<SqlToken> tokens) {
    return String.join(" ", SqlReader.names(tokens));
  }

  private boolean commentColumn(SqlReader reader) {
    Optional<ObjectName> column = splitColumn(reader);
    if (column.isEmpty()) {
      return false;
    }
    ObjectName table = new ObjectName("", column.get().schema());
    tables.alterColumn(table, column.get().name(), "comment", SqlReader.text(reader.rest()));
    return true;
  }

  // Of a.b.c the last is the column and the one before it the table, which serves as schema here.
  private static Optional<ObjectName> splitColumn(SqlReader reader) {
    return reader.name().filter(name -> !name.schema().isEmpty());
  }

  private boolean grant(SqlReader reader) {
    List<String> columns = new ArrayList<>();
    while (!reader.atEnd() && !reader.current().is("ON")) {
      if (reader.current().isSymbol("(")) {
        columns.addAll(SqlReader.names(reader.parenthesis()));
      } else {
        reader.next();
      }
    }
    if (!reader.skip("ON") || reader.current().is("ALL")) {
      return false;
    }
    boolean schema = reader.skip("SCHEMA");
    if (!schema && !reader.skipAny("TABLE", "SEQUENCE")) {
      boolean other =
          reader.ahead(1).isName() && !reader.ahead(1).is("TO") && !reader.ahead(1).is("FROM");
      if (other) {
        return false;
      }
    }
    do {
      Optional<ObjectName> name = reader.name();
      if (name.isEmpty()) {
        return false;
      }
      if (schema) {
        found.add(Kind.SCHEMA, name.get(), Access.Kind.WRITE);
      } else {
        found.uses(name.get());
        columns.forEach(column -> found.usesColumn(name.get(), column));
        found.add(Kind.SETTINGS, name.get(), Access.Kind.WRITE);
      }
    } while (reader.skipSymbol(","));
    return reader.current().is("TO") || reader.current().is("FROM");
  }

  // What the view is made of is read, and its rows are replaced.
  private boolean refresh(SqlReader reader) {
    if (!reader.skip("REFRESH", "MATERIALIZED", "VIEW")) {
      return false;
    }
    reader.skip("CONCURRENTLY");
    Optional<ObjectName> view = reader.name();
    view.ifPresent(
        name -> {
          tables.readRows(name);
          found.add(Kind.ROWS, name, Access.Kind.CHANGE);
        });
    return view.isPresent();
  }

  private boolean truncate(SqlReader reader) {
    reader.next();
    reader.skip("TABLE");
    reader.skip("ONLY");
    if (containsCascade(reader)) {
      return false;
    }
    do {
      Optional<ObjectName> name = reader.name();
      if (name.isEmpty()) {
        return false;
      }
      tables.writeRows(name.get());
    } while (reader.skipSymbol(","));
    return true;
  }
}
