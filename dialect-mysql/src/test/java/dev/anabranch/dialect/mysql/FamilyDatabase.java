package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.Inverses;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A scratch database of either product that operations are run on, and that is read. */
final class FamilyDatabase implements AutoCloseable {

  private final Connection connection;
  private final Statement statement;
  private final Dialect dialect;

  FamilyDatabase(TestDatabase database) throws SQLException {
    this(database.connect());
  }

  FamilyDatabase(Connection connection) throws SQLException {
    this.connection = connection;
    statement = connection.createStatement();
    statement.setEscapeProcessing(false);
    dialect = new MysqlDialectProvider().dialect(connection);
  }

  Dialect dialect() {
    return dialect;
  }

  boolean isMariadb() {
    return dialect.name().equals("mariadb");
  }

  /** Runs statements of SQL, each a text of its own. */
  void execute(String... statements) throws SQLException {
    for (String sql : statements) {
      statement.execute(sql);
    }
  }

  /** Runs what a revision records, each statement behind what prepares it. */
  void run(Consumer<Operations> revision) throws SQLException {
    for (Operation operation : Compiled.operations(dialect, revision)) {
      run(operation);
    }
  }

  void run(Operation operation) throws SQLException {
    for (DdlStatement each : dialect.ddl().compile(operation)) {
      for (String preparation : each.preparation()) {
        statement.execute(preparation);
      }
      statement.execute(each.sql());
    }
  }

  /** Runs what a revision records, and takes it back; the database is then as it was. */
  void runThereAndBack(Consumer<Operations> revision) throws SQLException {
    DatabaseSchema before = read();
    List<Operation> operations = Compiled.operations(dialect, revision);
    for (Operation operation : operations) {
      run(operation);
    }
    assertThat(read()).isNotEqualTo(before);
    Inverse.Of back = (Inverse.Of) Inverses.of(operations);
    for (Operation operation : back.operations()) {
      run(operation);
    }
    assertThat(read()).isEqualTo(before);
  }

  DatabaseSchema read(String... schemas) throws SQLException {
    return dialect
        .inspector()
        .inspect(
            connection,
            new InspectionRequest(Stream.of(schemas).map(Identifier::of).toList(), List.of()));
  }

  /** Reads the table of a name. */
  Table table(String name) throws SQLException {
    return read().table(QualifiedName.of(name)).orElseThrow();
  }

  /** Reads the column of a table. */
  Column column(String table, String column) throws SQLException {
    return table(table).column(Identifier.of(column)).orElseThrow();
  }

  /** Returns the first column of the rows of a query. */
  List<String> query(String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  /** Returns a table in the server's own words, line by line. */
  List<String> showCreate(String table) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW CREATE TABLE `" + table + "`")) {
      row.next();
      return List.of(row.getString(2).split("\n"));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
