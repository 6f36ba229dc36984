package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.dialect.SequencePosition;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.postgres.PostgresCatalogue.Parameter;
import dev.anabranch.dialect.postgres.PostgresRows.Relation;
import dev.anabranch.dialect.postgres.PostgresRows.Schema;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
    Parameter wanted =
        Parameter.texts(request.schemas().stream().map(PostgresInspector::server).toList());
    List<Schema> schemas = catalogue.query(Schema.SQL, Schema::read, wanted, wanted);
    Parameter scope = Parameter.numbers(schemas.stream().map(Schema::oid).toList());
    PostgresNames names = new PostgresNames(schemas);
    Set<QualifiedName> leftOut =
        request.leftOut().stream().map(name -> asRead(name, names)).collect(Collectors.toSet());
    List<Relation> relations =
        catalogue.query(Relation.SQL, Relation::read, scope).stream()
            .filter(each -> !leftOut.contains(names.of(each.schema(), each.name())))
            .toList();
    return new PostgresInspection(catalogue, version, schemas, scope, names, relations).read();
  }

  @Override
  public List<SequencePosition> sequencePositions(Connection connection, InspectionRequest request)
      throws SQLException {
    PostgresCatalogue catalogue = new PostgresCatalogue(connection);
    Parameter wanted =
        Parameter.texts(request.schemas().stream().map(PostgresInspector::server).toList());
    List<Schema> schemas = catalogue.query(Schema.SQL, Schema::read, wanted, wanted);
    PostgresNames names = new PostgresNames(schemas);
    Set<QualifiedName> leftOut =
        request.leftOut().stream().map(name -> asRead(name, names)).collect(Collectors.toSet());
    return new PostgresPositions(catalogue, names)
        .read(Parameter.numbers(schemas.stream().map(Schema::oid).toList()), leftOut);
  }

  private static String server(Identifier name) {
    return PostgresDialect.STYLE.folding().toServer(name);
  }

  // A name with the current schema's name stands for the same as one without a schema.
  private static QualifiedName asRead(QualifiedName name, PostgresNames names) {
    return names.of(name.schema().map(PostgresInspector::server).orElse(""), server(name.name()));
  }
}
