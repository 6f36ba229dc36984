package dev.anabranch.testkit.confluence;

import dev.anabranch.testkit.confluence.SchemaObject.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notes what statements touch that create something. */
final class SqlCreation {

  private final FootprintBuilder found;
  private final TableWork tables;
  private final SqlData data;

  SqlCreation(FootprintBuilder found, SqlData data) {
    this.found = found;
    this.tables = new TableWork(found);
    this.data = data;
  }

  boolean create(SqlReader reader, List<SqlToken> statement) {
    reader.next();
    boolean replace = reader.skip("OR", "REPLACE");
    boolean temporary = reader.skipAny("TEMPORARY", "TEMP");
    reader.skipAny("GLOBAL", "LOCAL", "UNLOGGED", "CACHED", "MEMORY", "FORCE", "EDITIONABLE");
    if (temporary || reader.current().is("TEMPORARY")) {
      return false;
    }
    if (reader.skip("TABLE")) {
      return !replace && table(reader);
    } else if (reader.skip("MATERIALIZED", "VIEW")) {
      return view(reader, replace, SqlData.Use.ROWS);
    } else if (reader.skip("VIEW")) {
      return view(reader, replace, SqlData.Use.STRUCTURE);
    } else if (reader.skip("SEQUENCE")) {
      return sequence(reader, replace);
    } else if (reader.skipAny("TYPE", "DOMAIN")) {
      return named(reader, Kind.TYPE, "type", replace);
    } else if (reader.skip("SCHEMA")) {
      return named(reader, Kind.SCHEMA, "schema", replace);
    } else if (reader.skipAny("FUNCTION", "PROCEDURE")) {
      return routine(reader, statement, replace);
    } else if (reader.skip("TRIGGER")) {
      return trigger(reader, statement, replace);
    }
    boolean unique = reader.skip("UNIQUE");
    reader.skipAny("FULLTEXT", "SPATIAL", "BITMAP");
    return reader.skip("INDEX") && index(reader, unique);
  }

  private boolean table(SqlReader reader) {
    boolean tolerant = reader.skipIfExists();
    Optional<ObjectName> name = reader.name();
    if (name.isEmpty()) {
      return false;
    }
    ObjectName table = name.get();
    found.tolerantly(tolerant, () -> tables.create(table));
    if (reader.current().isSymbol("(")) {
      SqlTableParts parts = new SqlTableParts(found);
      for (List<SqlToken> part : SqlReader.atCommas(reader.parenthesis())) {
        if (!parts.partOfNew(table, part)) {
          return false;
        }
      }
    }
    // AS SELECT, LIKE, INHERITS, PARTITION OF: what they are made of is read.
    List<SqlToken> rest = reader.rest();
    wholes(table, rest);
    boolean query = rest.stream().anyMatch(token -> token.is("SELECT") || token.is("WITH"));
    if (query) {
      return data.query(rest, SqlData.Use.ROWS);
    }
    // It may also be made of a type.
    found.runs(table, SqlReader.words(rest));
    return true;
  }

  // It takes over what the whole has; a partition also takes rows that went elsewhere before, and
  // leaves no room for another one.
  private void wholes(ObjectName table, List<SqlToken> definition) {
    boolean partition = definition.stream().anyMatch(token -> token.is("PARTITION"));
    for (Link.PartOf link : SqlReader.wholes(table, definition)) {
      ObjectName whole = new ObjectName("", link.whole());
      found.link(link);
      found.copies(whole);
      found.makesUpNames(table);
      if (partition) {
        found.add(Kind.ROWS, whole, Access.Kind.CHANGE);
        found.add(Kind.SETTINGS, whole, Access.Kind.WRITE);
      }
    }
  }

  private boolean view(SqlReader reader, boolean replace, SqlData.Use use) {
    boolean tolerant = reader.skipIfExists();
    Optional<ObjectName> name = reader.name();
    if (name.isEmpty()) {
      return false;
    }
    while (!reader.atEnd() && !reader.current().is("AS")) {
      if (reader.current().isSymbol("(")) {
        reader.parenthesis();
      } else {
        reader.next();
      }
    }
    reader.skip("AS");
    List<SqlToken> query = reader.rest();
    found.tolerantly(
        tolerant,
        () ->
            tables.view(
                name.get(),
                replace ? Access.Kind.WRITE : Access.Kind.CREATE,
                SqlReader.text(query),
                SqlReader.words(query)));
    return data.query(query, use);
  }

  // One that is owned by a column goes with its table.
  private boolean sequence(SqlReader reader, boolean replace) {
    List<SqlToken> rest = reader.rest();
    SqlReader owner = new SqlReader(rest);
    owner.skipIfExists();
    Optional<ObjectName> name = owner.name();
    while (!owner.atEnd() && !owner.skip("OWNED", "BY")) {
      owner.next();
    }
    List<SqlToken> column = owner.rest();
    if (name.isPresent() && !column.isEmpty()) {
      found.link(
          new Link.Definition(SchemaObject.of(Kind.RELATION, name.get()), SqlReader.words(column)));
    }
    return named(new SqlReader(rest), Kind.RELATION, "sequence", replace);
  }

  private boolean named(SqlReader reader, Kind kind, String noun, boolean replace) {
    boolean tolerant = reader.skipIfExists();
    Optional<ObjectName> name = reader.name();
    if (name.isEmpty() || replace) {
      return false;
    }
    found.tolerantly(
        tolerant, () -> found.add(SchemaObject.of(kind, name.get()), Access.Kind.CREATE, "", noun));
    Set<String> words = SqlReader.words(reader.rest());
    found.mention(new Mention(Set.of(), words, false));
    if (kind == Kind.TYPE) {
      found.link(new Link.Definition(SchemaObject.of(kind, name.get()), words));
    }
    return true;
  }

  // A body is stored and not run, but the server may look at what it names.
  private boolean routine(SqlReader reader, List<SqlToken> statement, boolean replace) {
    boolean tolerant = reader.skipIfExists();
    Optional<ObjectName> name = reader.name();
    if (name.isEmpty()) {
      return false;
    }
    String text = SqlReader.text(statement);
    SchemaObject routine = SchemaObject.of(Kind.ROUTINE, name.get());
    found.tolerantly(
        tolerant,
        () ->
            found.add(
                routine,
                replace ? Access.Kind.WRITE : Access.Kind.CREATE,
                replace ? "definition=" + text : "",
                "routine"));
    Set<String> words = SqlReader.words(statement);
    words.remove(name.get().name());
    found.mention(new Mention(Set.of(), words, true));
    found.link(new Link.Definition(routine, words));
    return true;
  }

  private boolean trigger(SqlReader reader, List<SqlToken> statement, boolean replace) {
    boolean tolerant = reader.skipIfExists();
    Optional<ObjectName> name = reader.name();
    while (!reader.atEnd() && !reader.current().is("ON")) {
      reader.next();
    }
    reader.skip("ON");
    Optional<ObjectName> table = reader.name();
    if (name.isEmpty() || table.isEmpty() || replace) {
      return false;
    }
    ObjectName on = table.get();
    found.uses(on);
    found.add(Kind.ROWS, on, Access.Kind.CHANGE);
    found.tolerantly(
        tolerant, () -> found.add(Kind.TRIGGER, on, name.get().name(), Access.Kind.CREATE));
    Set<String> words = SqlReader.words(statement);
    found.mention(
        new Mention(Set.of(on.name()), without(words, on.name(), name.get().name()), true));
    found.link(new Link.Fires(on.name()));
    found.link(new Link.Definition(SchemaObject.of(Kind.OTHER, name.get()), words));
    return true;
  }

  private static Set<String> without(Set<String> words, String... names) {
    Set<String> fewer = new LinkedHashSet<>(words);
    List.of(names).forEach(fewer::remove);
    return fewer;
  }

  private boolean index(SqlReader reader, boolean unique) {
    reader.skip("CONCURRENTLY");
    boolean tolerant = reader.skipIfExists();
    Optional<ObjectName> name = reader.current().is("ON") ? Optional.empty() : reader.name();
    if (!reader.skip("ON")) {
      return false;
    }
    reader.skip("ONLY");
    Optional<ObjectName> table = reader.name();
    if (table.isEmpty()) {
      return false;
    }
    if (reader.skip("USING")) {
      reader.next();
    }
    List<SqlToken> key = reader.parenthesis();
    found.tolerantly(
        tolerant,
        () ->
            tables.createIndex(
                table.get(),
                name.map(ObjectName::name),
                SqlTableParts.columns(key),
                unique || key.stream().anyMatch(token -> token.isSymbol("("))));
    found.runs(table.get(), SqlReader.words(key, reader.rest()));
    return true;
  }
}
