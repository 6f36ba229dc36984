package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.dialect.SequencePosition;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.schema.DatabaseSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

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
    PostgresScope scope = PostgresScope.of(catalogue, request);
    PostgresRelations rows =
        new PostgresRelations.Source(catalogue, version, scope.numbers()).all();
    return new PostgresInspection(catalogue, version, scope, rows).read();
  }

  @Override
  public SchemaInspector remembering() {
    return PostgresStamps.areTold(version) ? new PostgresRememberingInspector(version) : this;
  }

  @Override
  public List<SequencePosition> sequencePositions(Connection connection, InspectionRequest request)
      throws SQLException {
    PostgresCatalogue catalogue = new PostgresCatalogue(connection);
    PostgresScope scope = PostgresScope.of(catalogue, request);
    return new PostgresPositions(catalogue, scope.names()).read(scope.numbers(), scope.leftOut());
  }
}
