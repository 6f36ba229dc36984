package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A scratch database whose tables are filled, and that is asked what is in them. */
final class RowsDatabase implements AutoCloseable {

  private final Connection connection;
  private final Dialect dialect;

  RowsDatabase(TestDatabase database) throws SQLException {
    connection = database.connect();
    dialect =
        Dialects.load(RowsDatabase.class.getClassLoader())
            .named(database.product())
            .dialect(connection);
  }

  Connection connection() {
    return connection;
  }

  Dialect dialect() {
    return dialect;
  }

  void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /** Returns the rows of a query, values with a bar between. */
  List<String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(rows.getString(i)));
        }
        texts.add(String.join("|", values));
      }
      return texts;
    }
  }

  long number(String sql) throws SQLException {
    return Long.parseLong(query(sql).get(0));
  }

  DatabaseSchema read() throws SQLException {
    return dialect.inspector().inspect(connection, InspectionRequest.currentSchema());
  }

  FillReport fill(long seed) throws SQLException {
    return new RowFiller(dialect, FillOptions.of(seed)).fill(connection, read());
  }

  RowSnapshot snapshot() throws SQLException {
    return RowSnapshot.take(connection, dialect, read().tables());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
