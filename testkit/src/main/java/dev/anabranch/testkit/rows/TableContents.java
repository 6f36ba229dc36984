package dev.anabranch.testkit.rows;

import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much there is in a table.
 *
 * @param rows how many rows
 * @param empty the columns that could hold a value and are null in every row; none where there is
 *     no row
 */
record TableContents(long rows, List<Identifier> empty) {

  private static final int TABLES_OF_A_QUERY = 100;

  /** Copies the list. */
  TableContents {
    empty = List.copyOf(empty);
  }

  /** Counts the rows and values of tables, a hundred tables with each query. */
  static Map<QualifiedName, TableContents> read(
      Connection connection, SqlStyle style, List<Table> tables) throws SQLException {
    // Tables of like width stand together: each part of a query has as many columns as the widest.
    List<Table> sorted =
        tables.stream()
            .sorted(Comparator.comparingInt((Table table) -> countable(table).size()))
            .toList();
    Map<QualifiedName, TableContents> contents = new LinkedHashMap<>();
    for (int from = 0; from < sorted.size(); from += TABLES_OF_A_QUERY) {
      List<Table> some = sorted.subList(from, Math.min(sorted.size(), from + TABLES_OF_A_QUERY));
      read(connection, style, some, contents);
    }
    return contents;
  }

  private static void read(
      Connection connection,
      SqlStyle style,
      List<Table> tables,
      Map<QualifiedName, TableContents> contents)
      throws SQLException {
    int width = countable(tables.get(tables.size() - 1)).size();
    SqlWriter query = style.writer();
    for (int i = 0; i < tables.size(); i++) {
      if (i > 0) {
        query.keyword("UNION ALL");
      }
      part(query, tables.get(i), i, width);
    }
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet rows = statement.executeQuery(query.toSql())) {
        while (rows.next()) {
          Table table = tables.get(rows.getInt(1));
          long count = rows.getLong(2);
          List<Identifier> empty = new ArrayList<>();
          List<Column> columns = countable(table);
          for (int i = 0; i < columns.size() && count > 0; i++) {
            if (rows.getLong(3 + i) == 0) {
              empty.add(columns.get(i).name());
            }
          }
          contents.put(table.name(), new TableContents(count, empty));
        }
      }
    }
  }

  private static void part(SqlWriter query, Table table, int number, int width) {
    query
        .keyword("SELECT")
        .number(number)
        .raw(RawSql.of(","))
        .call("COUNT", w -> w.raw(RawSql.of("*")));
    List<Column> columns = countable(table);
    for (int i = 0; i < width; i++) {
      query.raw(RawSql.of(","));
      if (i < columns.size()) {
        Identifier column = columns.get(i).name();
        query.call("COUNT", w -> w.name(column));
      } else {
        query.number(0);
      }
    }
    query.keyword("FROM").name(table.name());
  }

  private static List<Column> countable(Table table) {
    return table.columns().stream()
        .filter(column -> column.isNullable() && !(column.value() instanceof ColumnValue.Computed))
        .toList();
  }
}
