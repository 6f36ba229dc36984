package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.postgres.PostgresCatalogue.Parameter;
import dev.anabranch.dialect.postgres.PostgresRows.Schema;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which schemas are read, and what of them is not. For one thread and one inspection.
 *
 * @param numbers the numbers of the schemas, as queries take them
 * @param leftOut the relations that are left out, as the names give them
 */
record PostgresScope(
    List<Schema> schemas, Parameter numbers, PostgresNames names, Set<QualifiedName> leftOut) {

  /** Asks for the schemas of a request. */
  static PostgresScope of(PostgresCatalogue catalogue, InspectionRequest request)
      throws SQLException {
    Parameter wanted =
        Parameter.texts(request.schemas().stream().map(PostgresScope::server).toList());
    List<Schema> schemas = catalogue.query(Schema.SQL, Schema::read, wanted, wanted);
    PostgresNames names = new PostgresNames(schemas);
    return new PostgresScope(
        schemas,
        Parameter.numbers(schemas.stream().map(Schema::oid).toList()),
        names,
        request.leftOut().stream().map(name -> asRead(name, names)).collect(Collectors.toSet()));
  }

  private static String server(Identifier name) {
    return PostgresDialect.STYLE.folding().toServer(name);
  }

  // A name with the current schema's name stands for the same as one without a schema.
  private static QualifiedName asRead(QualifiedName name, PostgresNames names) {
    return names.of(name.schema().map(PostgresScope::server).orElse(""), server(name.name()));
  }
}
