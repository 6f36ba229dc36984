package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.mysql.MysqlScope.ObjectName;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Reads what no operation models: triggers, routines, events, partitions, privileges, periods. Who
 * has made them and when is left out, so that two databases that are alike give the same.
 *
 * <p>For one reading and one thread.
 */
final class MysqlOtherReader {

  private static final String TRIGGERS =
      """
      SELECT EVENT_OBJECT_SCHEMA AS TABLE_SCHEMA, EVENT_OBJECT_TABLE AS TABLE_NAME, TRIGGER_NAME,
        ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER, ACTION_STATEMENT
      FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA IN (?)
      """;

  private static final String PARAMETERS =
      """
      SELECT SPECIFIC_SCHEMA, SPECIFIC_NAME, ROUTINE_TYPE, ORDINAL_POSITION, PARAMETER_MODE,
        PARAMETER_NAME, DTD_IDENTIFIER
      FROM information_schema.PARAMETERS WHERE SPECIFIC_SCHEMA IN (?)
      """;

  private static final String ROUTINES =
      """
      SELECT ROUTINE_SCHEMA, ROUTINE_NAME, SPECIFIC_NAME, ROUTINE_TYPE, IS_DETERMINISTIC,
        SQL_DATA_ACCESS, SECURITY_TYPE, ROUTINE_COMMENT, ROUTINE_DEFINITION
      FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA IN (?)
      """;

  private static final String EVENTS =
      """
      SELECT EVENT_SCHEMA, EVENT_NAME, EXECUTE_AT, INTERVAL_VALUE, INTERVAL_FIELD, STATUS,
        ON_COMPLETION, EVENT_COMMENT, EVENT_DEFINITION
      FROM information_schema.EVENTS WHERE EVENT_SCHEMA IN (?)
      """;

  private static final String PARTITIONS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, PARTITION_NAME, SUBPARTITION_NAME,
        PARTITION_ORDINAL_POSITION, SUBPARTITION_ORDINAL_POSITION, PARTITION_METHOD,
        SUBPARTITION_METHOD, PARTITION_EXPRESSION, SUBPARTITION_EXPRESSION, PARTITION_DESCRIPTION,
        PARTITION_COMMENT
      FROM information_schema.PARTITIONS
      WHERE TABLE_SCHEMA IN (?) AND PARTITION_NAME IS NOT NULL
      """;

  private static final String PRIVILEGES =
      """
      SELECT TABLE_SCHEMA, '' AS TABLE_NAME, '' AS COLUMN_NAME, GRANTEE, PRIVILEGE_TYPE, IS_GRANTABLE
      FROM information_schema.SCHEMA_PRIVILEGES WHERE TABLE_SCHEMA IN (?)
      UNION ALL
      SELECT TABLE_SCHEMA, TABLE_NAME, '', GRANTEE, PRIVILEGE_TYPE, IS_GRANTABLE
      FROM information_schema.TABLE_PRIVILEGES WHERE TABLE_SCHEMA IN (?)
      UNION ALL
      SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, GRANTEE, PRIVILEGE_TYPE, IS_GRANTABLE
      FROM information_schema.COLUMN_PRIVILEGES WHERE TABLE_SCHEMA IN (?)
      """;

  private static final String PERIODS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, PERIOD, START_COLUMN_NAME, END_COLUMN_NAME
      FROM information_schema.PERIODS WHERE TABLE_SCHEMA IN (?)
      """;

  private static final String KEY_PERIODS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, PERIOD_NAME
      FROM information_schema.KEY_PERIOD_USAGE WHERE TABLE_SCHEMA IN (?)
      """;

  private final MysqlScope scope;
  private final List<OtherObject> others = new ArrayList<>();

  MysqlOtherReader(MysqlScope scope) {
    this.scope = scope;
  }

  /** Reads all of them. */
  void read() throws SQLException {
    scope.each(TRIGGERS, this::trigger);
    routines();
    scope.each(EVENTS, this::event);
    partitions();
    scope.each(PRIVILEGES, this::privilege);
    if (scope.features().has(MysqlFeature.PERIODS)) {
      scope.each(PERIODS, this::period);
      scope.each(KEY_PERIODS, this::keyPeriod);
    }
  }

  /** Returns what was read and added. */
  List<OtherObject> all() {
    return others;
  }

  /** Adds something that belongs to a table, unless the table is left out. */
  void add(String kind, ObjectName table, QualifiedName name, String definition) {
    if (!scope.isLeftOut(table)) {
      others.add(new OtherObject(kind, name, definition));
    }
  }

  private void trigger(MysqlRow row) {
    ObjectName table = row.table();
    String order = row.text("ACTION_ORDER");
    add(
        "trigger",
        table,
        scope.name(table, row.text("TRIGGER_NAME")),
        row.text("ACTION_TIMING")
            + " "
            + row.text("EVENT_MANIPULATION")
            + (order.equals("1") || order.equals("0") ? "" : " " + order)
            + "\n"
            + row.text("ACTION_STATEMENT"));
  }

  private void routines() throws SQLException {
    Map<String, List<MysqlRow>> parameters = new HashMap<>();
    scope.each(
        PARAMETERS,
        row ->
            parameters
                .computeIfAbsent(routine(row, "SPECIFIC_SCHEMA"), key -> new ArrayList<>())
                .add(row));
    scope.each(
        ROUTINES,
        row -> {
          List<MysqlRow> own = parameters.getOrDefault(routine(row, "ROUTINE_SCHEMA"), List.of());
          others.add(
              new OtherObject(
                  row.text("ROUTINE_TYPE").toLowerCase(Locale.ROOT),
                  scope.name(row.object("ROUTINE_SCHEMA", "ROUTINE_NAME")),
                  signature(own) + characteristics(row) + "\n" + row.text("ROUTINE_DEFINITION")));
        });
  }

  private static String routine(MysqlRow row, String schema) {
    return row.text(schema) + "." + row.text("SPECIFIC_NAME") + "." + row.text("ROUTINE_TYPE");
  }

  // What a function returns is its parameter number 0.
  private static String signature(List<MysqlRow> parameters) {
    StringJoiner list = new StringJoiner(", ", "(", ")");
    String returns = "";
    List<MysqlRow> ordered =
        parameters.stream()
            .sorted(Comparator.comparingInt(row -> row.number("ORDINAL_POSITION")))
            .toList();
    for (MysqlRow row : ordered) {
      String type = row.text("DTD_IDENTIFIER");
      if (row.number("ORDINAL_POSITION") == 0) {
        returns = " returns " + type;
      } else {
        list.add(
            (row.text("PARAMETER_MODE") + " " + row.text("PARAMETER_NAME") + " " + type).strip());
      }
    }
    return list + returns;
  }

  private static String characteristics(MysqlRow row) {
    String comment = row.text("ROUTINE_COMMENT");
    return (row.is("IS_DETERMINISTIC", "YES") ? " deterministic" : "")
        + (row.is("SQL_DATA_ACCESS", "CONTAINS SQL")
            ? ""
            : " " + row.text("SQL_DATA_ACCESS").toLowerCase(Locale.ROOT))
        + (row.is("SECURITY_TYPE", "INVOKER") ? " sql security invoker" : "")
        + (comment.isEmpty() ? "" : " comment " + comment);
  }

  // When it has begun is the moment of its creation unless somebody has said otherwise.
  private void event(MysqlRow row) {
    String comment = row.text("EVENT_COMMENT");
    others.add(
        new OtherObject(
            "event",
            scope.name(row.object("EVENT_SCHEMA", "EVENT_NAME")),
            row.value("EXECUTE_AT")
                    .map(at -> "at " + at)
                    .orElse(
                        "every " + row.text("INTERVAL_VALUE") + " " + row.text("INTERVAL_FIELD"))
                + " on completion "
                + row.text("ON_COMPLETION").toLowerCase(Locale.ROOT)
                + " "
                + row.text("STATUS").toLowerCase(Locale.ROOT)
                + (comment.isEmpty() ? "" : " comment " + comment)
                + "\n"
                + row.text("EVENT_DEFINITION")));
  }

  private void partitions() throws SQLException {
    Map<ObjectName, List<MysqlRow>> partitions = new LinkedHashMap<>();
    scope.each(
        PARTITIONS,
        row -> partitions.computeIfAbsent(row.table(), key -> new ArrayList<>()).add(row));
    partitions.forEach(
        (table, rows) -> add("partitioning", table, scope.name(table), partitioning(rows)));
  }

  private static String partitioning(List<MysqlRow> unordered) {
    List<MysqlRow> rows =
        unordered.stream()
            .sorted(
                Comparator.comparingInt((MysqlRow row) -> row.number("PARTITION_ORDINAL_POSITION"))
                    .thenComparingInt(row -> row.number("SUBPARTITION_ORDINAL_POSITION")))
            .toList();
    MysqlRow first = rows.get(0);
    StringBuilder text =
        new StringBuilder(first.text("PARTITION_METHOD"))
            .append(" (")
            .append(first.text("PARTITION_EXPRESSION"))
            .append(')');
    first
        .value("SUBPARTITION_METHOD")
        .ifPresent(
            method ->
                text.append(" subpartitioned ")
                    .append(method)
                    .append(" (")
                    .append(first.text("SUBPARTITION_EXPRESSION"))
                    .append(')'));
    for (MysqlRow row : rows) {
      StringJoiner line = new StringJoiner(" ", "\n", "");
      line.add(row.text("PARTITION_NAME"));
      row.value("SUBPARTITION_NAME").ifPresent(line::add);
      row.value("PARTITION_DESCRIPTION").ifPresent(line::add);
      row.value("PARTITION_COMMENT")
          .filter(comment -> !comment.isEmpty())
          .ifPresent(comment -> line.add("comment").add(comment));
      text.append(line);
    }
    return text.toString();
  }

  // That of a whole schema is named by an asterisk: the schema's own name may be any.
  private void privilege(MysqlRow row) {
    ObjectName table = row.table();
    String column = row.text("COLUMN_NAME");
    QualifiedName name = scope.name(new ObjectName(table.schema(), "*"));
    if (!table.name().isEmpty()) {
      name = column.isEmpty() ? scope.name(table) : scope.name(table, column);
    }
    add(
        "privilege",
        table,
        name,
        row.text("PRIVILEGE_TYPE").toLowerCase(Locale.ROOT)
            + " to "
            + row.text("GRANTEE")
            + (row.is("IS_GRANTABLE", "YES") ? " with grant option" : ""));
  }

  private void period(MysqlRow row) {
    add(
        "period",
        row.table(),
        scope.name(row.table(), row.text("PERIOD")),
        row.text("START_COLUMN_NAME") + ", " + row.text("END_COLUMN_NAME"));
  }

  private void keyPeriod(MysqlRow row) {
    add(
        "key without overlaps",
        row.table(),
        scope.name(row.table(), row.text("CONSTRAINT_NAME")),
        Identifier.of(row.text("PERIOD_NAME")).toString());
  }
}
