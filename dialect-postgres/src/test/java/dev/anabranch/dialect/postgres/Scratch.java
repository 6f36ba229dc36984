package dev.anabranch.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.Inverses;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.sql.Identifier;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A scratch database that operations are run on, and that is read. */
final class Scratch implements AutoCloseable {

  private final Connection connection;
  private final PostgresDialect dialect;
  private final SchemaInspector remembering;

  Scratch(TestDatabase database) throws SQLException {
    connection = database.connect();
    dialect = (PostgresDialect) new PostgresDialectProvider().dialect(connection);
    remembering = dialect.inspector().remembering();
  }

  PostgresDialect dialect() {
    return dialect;
  }

  Connection connection() {
    return connection;
  }

  /** Drops everything, which is faster than another database. */
  void clear() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    for (String schema :
        query(
            "SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'"
                + " AND nspname <> 'information_schema'")) {
      execute("DROP SCHEMA " + schema + " CASCADE");
    }
    execute("CREATE SCHEMA public");
    for (String drop :
        query(
            "SELECT format('DROP EVENT TRIGGER %I', evtname) FROM pg_event_trigger"
                + " UNION ALL SELECT format('DROP FOREIGN DATA WRAPPER %I CASCADE', fdwname)"
                + " FROM pg_foreign_data_wrapper"
                + " UNION ALL SELECT format('DROP PUBLICATION %I', pubname) FROM pg_publication"
                + " UNION ALL SELECT format('DROP LANGUAGE %I CASCADE', lanname) FROM pg_language"
                + " WHERE oid >= 16384"
                + " UNION ALL SELECT format('DROP ACCESS METHOD %I CASCADE', amname) FROM pg_am"
                + " WHERE oid >= 16384")) {
      execute(drop);
    }
  }

  /** Runs what a revision records, each statement by itself. */
  List<Operation> apply(Consumer<Operations> revision) throws SQLException {
    List<Operation> operations = Compiled.operations(revision);
    apply(operations);
    return operations;
  }

  void apply(List<Operation> operations) throws SQLException {
    for (Operation operation : operations) {
      for (DdlStatement statement : dialect.ddl().compile(operation)) {
        execute(statement.sql());
      }
    }
  }

  /** Takes operations back. */
  void takeBack(List<Operation> operations) throws SQLException {
    if (Inverses.of(operations) instanceof Inverse.Of known) {
      apply(known.operations());
    } else {
      throw new AssertionError("there is no inverse of " + operations);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** Returns the first column of a query. */
  List<String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (result.next()) {
        values.add(result.getString(1));
      }
      return values;
    }
  }

  /** Reads the current schema, or others; one that remembers has to read the same. */
  DatabaseSchema read(String... schemas) throws SQLException {
    List<Identifier> wanted = List.of(schemas).stream().map(Identifier::of).toList();
    InspectionRequest request = new InspectionRequest(wanted, List.of());
    DatabaseSchema read = dialect.inspector().inspect(connection, request);
    assertThat(remembering.inspect(connection, request)).as("remembered").isEqualTo(read);
    return read;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
