package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.postgres.PostgresRows.Relation;
import dev.anabranch.dialect.postgres.PostgresRows.Schema;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a database of PostgreSQL from {@code pg_catalog}, with the same dozen of queries whatever
 * the number of tables.
 *
 * <p>A partition is no table of its own: it comes and goes with the data, and is read as something
 * else, with what it has beyond the table it is a part of.
 */
final class PostgresInspector implements SchemaInspector {

  private final ServerVersion version;

  PostgresInspector(ServerVersion version) {
    this.version = version;
  }

  @Override
  public DatabaseSchema inspect(Connection connection, InspectionRequest request)
      throws SQLException {
    PostgresCatalogue catalogue = new PostgresCatalogue(connection);
    List<String> wanted = request.schemas().stream().map(PostgresInspector::server).toList();
    List<Schema> schemas = catalogue.query(Schema.SQL, Schema::read, wanted, wanted);
    List<Long> scope = schemas.stream().map(Schema::oid).toList();
    PostgresNames names = new PostgresNames(schemas);
    List<Relation> relations =
        catalogue.query(Relation.SQL, Relation::read, scope).stream()
            .filter(relation -> !isLeftOut(relation, names, request.leftOut()))
            .toList();
    return new PostgresInspection(catalogue, version, schemas, names, relations).read();
  }

  private static String server(Identifier name) {
    return PostgresDialect.STYLE.folding().toServer(name);
  }

  // A name without a schema stands for one in the current schema, and so does one with its name.
  private static boolean isLeftOut(
      Relation relation, PostgresNames names, List<QualifiedName> leftOut) {
    Set<QualifiedName> out = new HashSet<>();
    for (QualifiedName name : leftOut) {
      out.add(
          names.of(name.schema().map(PostgresInspector::server).orElse(""), server(name.name())));
    }
    return out.contains(names.of(relation.schema(), relation.name()));
  }
}
