package dev.anabranch.testkit.confluence;

import java.util.Objects;

/**
 * One thing that revisions can have in common.
 *
 * @param kind what it is
 * @param relation the table it belongs to, or the name of what stands by itself
 * @param part its name within the table; empty for the table itself and for what is a matter of the
 *     table as a whole
 */
record SchemaObject(Kind kind, ObjectName relation, String part) {

  /** What revisions can have in common. */
  enum Kind {
    /** A table, view or sequence: they share their names on most servers. */
    RELATION("table"),
    /** A column. */
    COLUMN("column"),
    /** Which columns a table has, and in which order. */
    COLUMNS("columns of"),
    /** The rows of a table. */
    ROWS("rows of"),
    /** Comments, privileges and options of a table or of what stands by itself. */
    SETTINGS("settings of"),
    /** The keys and indexes of a table: servers share them between constraints. */
    INDEXES("keys and indexes of"),
    /** The columns of an index: some servers refuse a second one. */
    INDEX_KEY("indexed columns"),
    /** An index. */
    INDEX("index"),
    /** The names that the server makes up for what belongs to a table and is given none. */
    NAMES("names made up for"),
    /** A constraint. */
    CONSTRAINT("constraint"),
    /** An enum type, domain or other type. */
    TYPE("type"),
    /** A function, procedure or package. */
    ROUTINE("routine"),
    /** A trigger. */
    TRIGGER("trigger"),
    /** A schema. */
    SCHEMA("schema"),
    /** Anything else that has a name. */
    OTHER("object");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Returns whether it is there or not, and can be created and dropped. */
    boolean isNamed() {
      return switch (this) {
        case COLUMNS, ROWS, SETTINGS, INDEXES, NAMES -> false;
        default -> true;
      };
    }
  }

  SchemaObject {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(relation, "relation");
    Objects.requireNonNull(part, "part");
  }

  static SchemaObject of(Kind kind, ObjectName name) {
    return new SchemaObject(kind, name, "");
  }

  /** What is looked up: all that may be the same object has the same key. */
  record Key(Kind kind, String relation, String part) {}

  Key key() {
    return new Key(kind, relation.name(), part);
  }

  /** Returns the name by which SQL speaks of it. */
  String simpleName() {
    return part.isEmpty() ? relation.name() : part;
  }

  /** Returns whether people speak of it as of many. */
  boolean isPlural() {
    return switch (kind) {
      case COLUMNS, ROWS, SETTINGS, INDEXES, INDEX_KEY, NAMES -> true;
      default -> false;
    };
  }

  /** Returns what it is, in words. */
  String words(String noun) {
    String word = kind == Kind.RELATION ? noun : kind.word;
    return switch (kind) {
      case COLUMN, INDEX_KEY -> word + " " + relation + "." + part;
      case INDEX, CONSTRAINT, TRIGGER ->
          word + " " + part + (relation.name().isEmpty() ? "" : " of " + relation);
      default -> word + " " + relation;
    };
  }
}
