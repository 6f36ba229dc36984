package dev.anabranch.testkit.confluence;

import dev.anabranch.testkit.confluence.SchemaObject.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What changes of tables do to what belongs to them, whichever way they are written. */
final class TableWork {

  private final FootprintBuilder found;

  TableWork(FootprintBuilder found) {
    this.found = found;
  }

  void create(ObjectName table) {
    found.add(Kind.RELATION, table, Access.Kind.CREATE);
  }

  void drop(ObjectName name, String noun) {
    found.add(SchemaObject.of(Kind.RELATION, name), Access.Kind.DROP, "", noun);
  }

  void rename(ObjectName from, String to, String noun) {
    gone(SchemaObject.of(Kind.RELATION, from), to, noun);
    found.add(
        SchemaObject.of(Kind.RELATION, new ObjectName(from.schema(), to)),
        Access.Kind.CREATE,
        "",
        noun);
    found.link(new Link.Renamed(from.name(), new ObjectName("", to).name()));
  }

  // A name is no more there, but what had it is.
  private void gone(SchemaObject object, String to, String noun) {
    found.add(object, Access.Kind.DROP, Access.RENAMED + "=" + to, noun);
  }

  void addColumn(ObjectName table, String column) {
    found.uses(table);
    found.add(Kind.COLUMN, table, column, Access.Kind.CREATE);
    found.add(Kind.COLUMNS, table, Access.Kind.APPEND);
    found.add(Kind.ROWS, table, Access.Kind.APPEND);
  }

  void dropColumn(ObjectName table, String column) {
    found.uses(table);
    found.add(Kind.COLUMN, table, column, Access.Kind.DROP);
    changesColumns(table);
  }

  private void changesColumns(ObjectName table) {
    found.add(Kind.COLUMNS, table, Access.Kind.CHANGE);
    found.add(Kind.INDEXES, table, Access.Kind.CHANGE);
    found.add(Kind.ROWS, table, Access.Kind.CHANGE);
  }

  void renameColumn(ObjectName table, String from, String to) {
    found.uses(table);
    gone(new SchemaObject(Kind.COLUMN, table, from), to, "table");
    changesColumns(table);
    found.add(Kind.COLUMN, table, to, Access.Kind.CREATE);
  }

  /**
   * Changes a column.
   *
   * @param aspect what of it: type, nullability, default, comment, or definition for all of it
   * @param value to what; empty if that is not known
   */
  void alterColumn(ObjectName table, String column, String aspect, String value) {
    found.uses(table);
    found.add(
        new SchemaObject(Kind.COLUMN, table, column),
        Access.Kind.WRITE,
        aspect + "=" + value,
        "table");
    if (aspect.equals("comment")) {
      return;
    }
    boolean rewrites = !aspect.equals("default");
    found.add(Kind.ROWS, table, rewrites ? Access.Kind.WRITE : Access.Kind.CHANGE);
    if (rewrites) {
      found.add(Kind.INDEXES, table, Access.Kind.CHANGE);
    }
  }

  /**
   * Creates an index.
   *
   * @param columns its columns; empty if they are not known
   * @param depends whether it fails by rows, as one that is unique or over an expression may
   */
  void createIndex(ObjectName table, Optional<String> name, List<String> columns, boolean depends) {
    found.uses(table);
    columns.forEach(column -> found.usesColumn(table, column));
    if (depends) {
      found.add(Kind.ROWS, table, Access.Kind.READ);
    }
    found.add(Kind.INDEXES, table, Access.Kind.APPEND);
    found.add(Kind.INDEX_KEY, table, String.join(",", columns), Access.Kind.CREATE);
    if (name.isPresent()) {
      found.add(Kind.INDEX, table, name.get(), Access.Kind.CREATE);
      found.link(new Link.IndexOf(name.get(), table));
    } else {
      found.add(Kind.INDEXES, table, Access.Kind.WRITE);
      found.makesUpNames(table);
    }
  }

  void dropIndex(ObjectName table, String name) {
    found.uses(table);
    found.add(Kind.INDEX, table, name, Access.Kind.DROP);
    // A foreign key may rest on it, and rows that it kept out may come in.
    found.add(Kind.INDEXES, table, Access.Kind.WRITE);
    found.add(Kind.ROWS, table, Access.Kind.CHANGE);
  }

  void renameIndex(ObjectName table, String from, String to) {
    found.uses(table);
    gone(new SchemaObject(Kind.INDEX, table, from), to, "index");
    found.add(Kind.INDEX, table, to, Access.Kind.CREATE);
    found.link(new Link.IndexOf(to, table));
  }

  void addKey(ObjectName table, Optional<String> name, List<String> columns) {
    check(table, name);
    columns.forEach(column -> found.usesColumn(table, column));
    found.add(Kind.INDEXES, table, Access.Kind.WRITE);
  }

  void addPrimaryKey(ObjectName table, Optional<String> name, List<String> columns) {
    addKey(table, name, columns);
    found.add(Kind.CONSTRAINT, table, "its primary key", Access.Kind.CREATE);
    columns.forEach(column -> alterColumn(table, column, "nullability", "not null"));
  }

  void check(ObjectName table, Optional<String> name) {
    found.uses(table);
    found.add(Kind.ROWS, table, Access.Kind.READ);
    if (name.isPresent()) {
      found.add(Kind.CONSTRAINT, table, name.get(), Access.Kind.CREATE);
    } else {
      found.makesUpNames(table);
      found.add(Kind.INDEXES, table, Access.Kind.WRITE);
      found.add(Kind.SETTINGS, table, Access.Kind.WRITE);
    }
  }

  void dropConstraint(ObjectName table, String name) {
    found.uses(table);
    found.add(Kind.CONSTRAINT, table, name, Access.Kind.DROP);
    found.add(Kind.INDEXES, table, Access.Kind.WRITE);
    found.add(Kind.ROWS, table, Access.Kind.CHANGE);
  }

  void renameConstraint(ObjectName table, String from, String to) {
    found.uses(table);
    gone(new SchemaObject(Kind.CONSTRAINT, table, from), to, "constraint");
    found.add(Kind.CONSTRAINT, table, to, Access.Kind.CREATE);
  }

  /** Notes what a foreign key needs of the table that it refers to. */
  void refersTo(ObjectName child, ObjectName parent, List<String> columns, boolean cascades) {
    found.uses(parent);
    columns.forEach(column -> found.usesColumn(parent, column));
    found.add(Kind.INDEXES, parent, Access.Kind.READ);
    found.add(Kind.ROWS, parent, Access.Kind.READ);
    found.link(new Link.Reference(child.name(), parent.name(), cascades));
  }

  /** Changes rows. */
  void writeRows(ObjectName table) {
    found.uses(table);
    found.add(Kind.ROWS, table, Access.Kind.WRITE);
  }

  /** Reads rows. */
  void readRows(ObjectName table) {
    found.uses(table);
    found.add(Kind.ROWS, table, Access.Kind.READ);
  }

  /** Creates or replaces a view. */
  void view(ObjectName name, Access.Kind kind, String query, Set<String> words) {
    found.add(
        SchemaObject.of(Kind.RELATION, name),
        kind,
        kind == Access.Kind.WRITE ? "definition=" + query : "",
        "view");
    found.link(new Link.Definition(SchemaObject.of(Kind.RELATION, name), words));
  }
}
