package dev.anabranch.testkit.confluence;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.engine.StepContents;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Runs revisions by hand, without an engine, and reads what they lead to. */
final class TwoOrders {

  private final TestServer server;
  private final Dialect dialect;
  private final List<String> base;

  TwoOrders(TestServer server, Dialect dialect, List<String> base) {
    this.server = server;
    this.dialect = dialect;
    this.base = List.copyOf(base);
  }

  /**
   * What an order leads to.
   *
   * @param schema the schema
   * @param rows the rows of each table, in an order of their own
   * @param refusal what the server refused; empty where it refused nothing
   */
  record Outcome(DatabaseSchema schema, Map<String, List<String>> rows, String refusal) {

    boolean refused() {
      return !refusal.isEmpty();
    }
  }

  /** Applies two revisions, one after the other, to a new database. */
  Outcome run(StepContents first, StepContents second, Set<String> columnOrder)
      throws SQLException {
    try (TestDatabase database = server.createDatabase();
        Connection connection = database.connect()) {
      for (String sql : base) {
        execute(connection, DdlStatement.of(sql));
      }
      try {
        apply(connection, first);
        apply(connection, second);
      } catch (SQLException e) {
        return new Outcome(DatabaseSchema.empty(), Map.of(), String.valueOf(e.getMessage()));
      }
      DatabaseSchema schema =
          dialect.inspector().inspect(connection, InspectionRequest.currentSchema());
      return new Outcome(sorted(schema, columnOrder), rows(connection, schema), "");
    }
  }

  private static void apply(Connection connection, StepContents contents) throws SQLException {
    for (StepContents.Part part : contents.parts()) {
      for (DdlStatement statement : part.statements()) {
        execute(connection, statement);
      }
    }
  }

  private static void execute(Connection connection, DdlStatement sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String preparation : sql.preparation()) {
        statement.execute(preparation);
      }
      statement.execute(sql.sql());
    }
  }

  private static DatabaseSchema sorted(DatabaseSchema schema, Set<String> tables) {
    return new DatabaseSchema(
        schema.tables().stream()
            .map(
                table ->
                    tables.contains(ObjectName.of(table.name()).name()) ? sorted(table) : table)
            .toList(),
        schema.views(),
        schema.sequences(),
        schema.enumTypes(),
        schema.others());
  }

  private static Table sorted(Table table) {
    return table.withColumns(
        table.columns().stream().sorted(Comparator.comparing(Column::name)).toList());
  }

  private Map<String, List<String>> rows(Connection connection, DatabaseSchema schema)
      throws SQLException {
    Map<String, List<String>> all = new TreeMap<>();
    for (Table table : schema.tables()) {
      List<Column> columns =
          table.columns().stream().sorted(Comparator.comparing(Column::name)).toList();
      StringBuilder query = new StringBuilder("SELECT ");
      for (int i = 0; i < columns.size(); i++) {
        query.append(i == 0 ? "" : ", ").append(dialect.style().quote(columns.get(i).name()));
      }
      query.append(" FROM ").append(dialect.style().quote(table.name()));
      all.put(table.name().toString(), rows(connection, query.toString(), columns.size()));
    }
    return all;
  }

  private static List<String> rows(Connection connection, String query, int columns)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(result.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
    }
    rows.sort(Comparator.naturalOrder());
    return rows;
  }
}
