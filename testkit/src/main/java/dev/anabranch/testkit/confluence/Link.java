package dev.anabranch.testkit.confluence;

import java.util.Set;

/** What ties one object to another, so that a change of the one may touch the other. */
sealed interface Link {

  /** Stands for every table. */
  String ANYTHING = "*";

  /**
   * A foreign key.
   *
   * @param child the table that refers
   * @param parent the table that is referred to
   * @param cascades whether rows of the child may change with those of the parent
   */
  record Reference(String child, String parent, boolean cascades) implements Link {}

  /**
   * Something that is written in SQL.
   *
   * @param object the view, trigger or whatever it is
   * @param words the names in it
   */
  record Definition(SchemaObject object, Set<String> words) implements Link {}

  /**
   * An index.
   *
   * @param name its name
   * @param table the table it belongs to
   */
  record IndexOf(String name, ObjectName table) implements Link {}

  /**
   * A constraint, whose name goes with its table.
   *
   * @param name its name
   * @param table the table it belongs to
   */
  record ConstraintOf(String name, ObjectName table) implements Link {}

  /**
   * A sequence or a type that columns of a table get their values from.
   *
   * @param table the table
   * @param object the sequence or type
   */
  record ColumnSource(String table, SchemaObject object) implements Link {}

  /**
   * A trigger, whose work is not known.
   *
   * @param table the table on which it fires; {@link #ANYTHING} for one that fires on whatever is
   *     created, changed or dropped
   */
  record Fires(String table) implements Link {}

  /**
   * A table whose rows are rows of another table too: a partition, or one that inherits.
   *
   * @param part the partition or the table that inherits
   * @param whole the other table
   */
  record PartOf(String part, String whole) implements Link {}

  /**
   * One thing under two names.
   *
   * @param from the name before
   * @param to the name after
   */
  record Renamed(String from, String to) implements Link {}
}
