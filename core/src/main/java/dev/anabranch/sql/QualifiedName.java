package dev.anabranch.sql;

import java.util.Objects;
import java.util.Optional;

/**
 * A name with the schema it stands in, or without one where the connection's own schema is meant.
 *
 * @param schema the schema; empty for the current one
 * @param name the name within the schema
 */
public record QualifiedName(Optional<Identifier> schema, Identifier name) {

  /** Checks that both parts are there. */
  public QualifiedName {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
  }

  /**
   * Returns the name in the connection's current schema.
   *
   * @param name the name as the database keeps it
   */
  public static QualifiedName of(String name) {
    return new QualifiedName(Optional.empty(), Identifier.of(name));
  }

  /**
   * Returns the name in a schema.
   *
   * @param schema the schema as the database keeps it
   * @param name the name as the database keeps it
   */
  public static QualifiedName of(String schema, String name) {
    return new QualifiedName(Optional.of(Identifier.of(schema)), Identifier.of(name));
  }

  /**
   * Returns another name in the same schema.
   *
   * @param sibling the name as the database keeps it
   */
  public QualifiedName sibling(Identifier sibling) {
    return new QualifiedName(schema, sibling);
  }

  /** Returns the bare names with a dot between, for messages; never for SQL. */
  @Override
  public String toString() {
    return schema.map(s -> s + "." + name).orElse(name.value());
  }
}
