package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.postgres.PostgresRows.Schema;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names as the catalogue has them: without a schema where that is the connection's current one. For
 * one thread and one inspection.
 */
final class PostgresNames {

  private final Map<Long, Schema> schemas = new LinkedHashMap<>();

  // Many tables have columns of the same names.
  private final Map<String, Identifier> identifiers = new HashMap<>();

  PostgresNames(List<Schema> schemas) {
    schemas.forEach(schema -> this.schemas.put(schema.oid(), schema));
  }

  /** Returns the name of an object in one of the schemas. */
  QualifiedName of(long schema, String name) {
    Schema known = schemas.get(schema);
    if (known == null) {
      throw new IllegalStateException("the schema of " + name + " was not asked for");
    }
    return new QualifiedName(
        known.current() ? Optional.empty() : Optional.of(identifier(known.name())),
        identifier(name));
  }

  /** Returns the name of an object in any schema. */
  QualifiedName of(String schema, String name) {
    boolean current =
        schemas.values().stream().anyMatch(s -> s.current() && s.name().equals(schema));
    return new QualifiedName(
        current || schema.isEmpty() ? Optional.empty() : Optional.of(identifier(schema)),
        identifier(name));
  }

  /** Returns a name as operations and schemas hold it. */
  Identifier identifier(String name) {
    return identifiers.computeIfAbsent(name, PostgresDialect.STYLE.folding()::fromServer);
  }
}
