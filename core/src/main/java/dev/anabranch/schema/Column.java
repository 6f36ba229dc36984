package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type
 * @param nullability whether it may be null
 * @param value where its value comes from when a row gives none
 * @param comment what people say of it; never empty text
 * @param collation the order of its texts, as the server names it; empty for that of the database
 * @param options what only some products know
 */
public record Column(
    Identifier name,
    DataType type,
    Nullability nullability,
    ColumnValue value,
    Optional<String> comment,
    Optional<String> collation,
    DialectOptions options) {

  /** Checks that the parts fit each other; an identity is never null. */
  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(nullability, "nullability");
    Objects.requireNonNull(options, "options");
    comment = comment.filter(text -> !text.isEmpty());
    Objects.requireNonNull(collation, "collation");
    if (value instanceof ColumnValue.Identity) {
      nullability = Nullability.NOT_NULL;
    }
  }

  /** Returns a nullable column without anything else. */
  public static Column of(Identifier name, DataType type) {
    return new Column(
        name,
        type,
        Nullability.NULLABLE,
        ColumnValue.none(),
        Optional.empty(),
        Optional.empty(),
        DialectOptions.none());
  }

  /** Returns the same column with another name. */
  public Column withName(Identifier name) {
    return new Column(name, type, nullability, value, comment, collation, options);
  }

  /** Returns the same column with another type. */
  public Column withType(DataType type) {
    return new Column(name, type, nullability, value, comment, collation, options);
  }

  /** Returns the same column, nullable or not. */
  public Column withNullability(Nullability nullability) {
    return new Column(name, type, nullability, value, comment, collation, options);
  }

  /** Returns the same column with its value from elsewhere. */
  public Column withValue(ColumnValue value) {
    return new Column(name, type, nullability, value, comment, collation, options);
  }

  /** Returns the same column with another comment; empty text for none. */
  public Column withComment(String comment) {
    return new Column(name, type, nullability, value, Optional.of(comment), collation, options);
  }

  /** Returns the same column with another collation. */
  public Column withCollation(String collation) {
    return new Column(name, type, nullability, value, comment, Optional.of(collation), options);
  }

  /** Returns the same column with other options. */
  public Column withOptions(DialectOptions options) {
    return new Column(name, type, nullability, value, comment, collation, options);
  }

  /** Returns whether the column may be null. */
  public boolean isNullable() {
    return nullability == Nullability.NULLABLE;
  }
}
