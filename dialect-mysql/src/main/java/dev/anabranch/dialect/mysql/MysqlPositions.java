package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.SequencePosition;
import dev.anabranch.dialect.SequencePosition.Course;
import dev.anabranch.dialect.mysql.MysqlScope.ObjectName;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.RawSql;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how far identities have counted, and the sequences of MariaDB.
 *
 * <p>MySQL shows statistics of a day ago unless {@code information_schema_stats_expiry} is 0 (MySQL
 * 8.0 Reference Manual, 26.3.39); what the session had is put back. A sequence tells the first
 * number that no session has set aside.
 */
final class MysqlPositions {

  private static final String COLUMNS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS
      WHERE TABLE_SCHEMA IN (?) AND EXTRA LIKE '%auto_increment%'
      """;

  private static final String TABLES =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, AUTO_INCREMENT FROM information_schema.TABLES
      WHERE TABLE_SCHEMA IN (?)
      """;

  private static final RawSql NEXT = RawSql.of("NEXT_NOT_CACHED_VALUE, INCREMENT");

  private static final String EXPIRY = "SELECT @@SESSION.information_schema_stats_expiry";
  private static final String SET_EXPIRY = "SET SESSION information_schema_stats_expiry = ";

  private final Connection connection;
  private final MysqlScope scope;
  private final List<SequencePosition> positions = new ArrayList<>();
  private final List<ObjectName> sequences = new ArrayList<>();

  MysqlPositions(Connection connection, MysqlScope scope) {
    this.connection = connection;
    this.scope = scope;
  }

  List<SequencePosition> read() throws SQLException {
    if (scope.features().has(MysqlFeature.STATISTICS_EXPIRE)) {
      readFresh();
    } else {
      readTables();
    }
    readSequences();
    return SequencePosition.sorted(positions);
  }

  private void readFresh() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String expiry;
      try (ResultSet row = statement.executeQuery(EXPIRY)) {
        row.next();
        expiry = row.getString(1);
      }
      statement.execute(SET_EXPIRY + "0");
      try {
        readTables();
      } finally {
        statement.execute(SET_EXPIRY + Long.parseLong(expiry));
      }
    }
  }

  private void readTables() throws SQLException {
    Map<ObjectName, String> columns = new HashMap<>();
    scope.each(COLUMNS, row -> columns.put(row.table(), row.text("COLUMN_NAME")));
    scope.each(
        TABLES,
        row -> {
          ObjectName table = row.table();
          String column = columns.get(table);
          if (scope.isLeftOut(table)) {
            return;
          } else if (row.text("TABLE_TYPE").toUpperCase(Locale.ROOT).equals("SEQUENCE")) {
            sequences.add(table);
          } else if (column != null) {
            // Nothing is shown of a table that never had a row.
            positions.add(
                new SequencePosition(
                    scope.name(table),
                    Optional.of(Identifier.of(column)),
                    row.value("AUTO_INCREMENT").map(BigInteger::new).orElse(BigInteger.ONE),
                    Course.RISING));
          }
        });
  }

  private void readSequences() throws SQLException {
    if (sequences.isEmpty()) {
      return;
    }
    scope.each(
        MysqlSequenceReader.query(sequences, NEXT),
        row ->
            positions.add(
                new SequencePosition(
                    scope.name(sequences.get(row.number("N"))),
                    Optional.empty(),
                    new BigInteger(row.text("NEXT_NOT_CACHED_VALUE")),
                    Course.of(new BigInteger(row.text("INCREMENT"))))));
  }
}
