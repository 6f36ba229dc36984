package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.mysql.MysqlScope.ObjectName;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads foreign keys and checks. For one reading and one thread. */
final class MysqlKeyReader {

  private static final String COLUMNS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION, COLUMN_NAME,
        REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
      FROM information_schema.KEY_COLUMN_USAGE
      WHERE TABLE_SCHEMA IN (?) AND REFERENCED_TABLE_NAME IS NOT NULL
      """;

  private static final String RULES =
      """
      SELECT CONSTRAINT_SCHEMA AS TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE
      FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA IN (?)
      """;

  private static final String MARIADB_CHECKS =
      """
      SELECT CONSTRAINT_SCHEMA AS TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE,
        LEVEL, 'YES' AS ENFORCED
      FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA IN (?)
      """;

  private static final String MYSQL_CHECKS =
      """
      SELECT t.TABLE_SCHEMA, t.TABLE_NAME, t.CONSTRAINT_NAME, c.CHECK_CLAUSE,
        'Table' AS LEVEL, t.ENFORCED
      FROM information_schema.TABLE_CONSTRAINTS t
      JOIN information_schema.CHECK_CONSTRAINTS c
        ON c.CONSTRAINT_SCHEMA = t.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = t.CONSTRAINT_NAME
      WHERE t.TABLE_SCHEMA IN (?) AND t.CONSTRAINT_TYPE = 'CHECK'
      """;

  /** A constraint of a table. */
  private record ConstraintName(ObjectName table, String constraint) {}

  private final MysqlScope scope;
  private final Map<ObjectName, List<ForeignKey>> foreignKeys = new HashMap<>();
  private final Map<ObjectName, List<CheckConstraint>> checks = new HashMap<>();
  private final Map<ObjectName, List<String>> unenforced = new HashMap<>();

  MysqlKeyReader(MysqlScope scope) {
    this.scope = scope;
  }

  /**
   * Reads all foreign keys and checks.
   *
   * @param columns is told which columns hold JSON
   */
  void read(MysqlColumnReader columns) throws SQLException {
    readForeignKeys();
    if (scope.features().has(MysqlFeature.CHECKS_OF_COLUMNS)) {
      scope.each(MARIADB_CHECKS, row -> check(row, columns));
    } else if (scope.features().has(MysqlFeature.CHECKS)) {
      scope.each(MYSQL_CHECKS, row -> check(row, columns));
    }
  }

  private void readForeignKeys() throws SQLException {
    Map<ConstraintName, List<MysqlRow>> columns = new HashMap<>();
    scope.each(
        COLUMNS,
        row ->
            columns
                .computeIfAbsent(
                    new ConstraintName(row.table(), row.text("CONSTRAINT_NAME")),
                    key -> new ArrayList<>())
                .add(row));
    scope.each(
        RULES,
        row -> {
          ConstraintName name = new ConstraintName(row.table(), row.text("CONSTRAINT_NAME"));
          List<MysqlRow> parts = columns.get(name);
          if (parts != null) {
            parts.sort(Comparator.comparingInt(each -> each.number("ORDINAL_POSITION")));
            foreignKeys
                .computeIfAbsent(row.table(), key -> new ArrayList<>())
                .add(foreignKey(row, parts));
          }
        });
  }

  private ForeignKey foreignKey(MysqlRow row, List<MysqlRow> parts) {
    ObjectName referred = parts.get(0).object("REFERENCED_TABLE_SCHEMA", "REFERENCED_TABLE_NAME");
    return new ForeignKey(
        Optional.of(Identifier.of(row.text("CONSTRAINT_NAME"))),
        MysqlScope.names(parts.stream().map(part -> part.text("COLUMN_NAME")).toList()),
        scope.name(referred),
        MysqlScope.names(parts.stream().map(part -> part.text("REFERENCED_COLUMN_NAME")).toList()),
        new ForeignKey.Rules(
            action(row.text("DELETE_RULE")),
            action(row.text("UPDATE_RULE")),
            ForeignKey.Match.SIMPLE,
            Deferrability.NOT_DEFERRABLE));
  }

  // RESTRICT and NO ACTION are the same to InnoDB, and each product takes another one for the usual
  // (MySQL 8.0 Reference Manual, 13.1.20.5 "FOREIGN KEY Constraints").
  private static ReferentialAction action(String rule) {
    return switch (rule.toUpperCase(Locale.ROOT)) {
      case "CASCADE" -> ReferentialAction.CASCADE;
      case "SET NULL" -> ReferentialAction.SET_NULL;
      case "SET DEFAULT" -> ReferentialAction.SET_DEFAULT;
      default -> ReferentialAction.NO_ACTION;
    };
  }

  // A check of a column has the column's name, which no statement could drop.
  private void check(MysqlRow row, MysqlColumnReader columns) {
    String clause = row.text("CHECK_CLAUSE");
    String name = row.text("CONSTRAINT_NAME");
    boolean ofColumn = row.is("LEVEL", "Column");
    if (ofColumn && clause.equals("json_valid(`" + name.replace("`", "``") + "`)")) {
      columns.noteJson(row.table(), name);
      return;
    }
    String condition = MysqlExpressionText.of(clause, scope.features());
    checks
        .computeIfAbsent(row.table(), key -> new ArrayList<>())
        .add(
            new CheckConstraint(
                ofColumn ? Optional.empty() : Optional.of(Identifier.of(name)),
                SqlExpression.of(condition)));
    if (row.is("ENFORCED", "NO")) {
      unenforced.computeIfAbsent(row.table(), key -> new ArrayList<>()).add(name);
    }
  }

  /** Returns the foreign keys of a table, by name. */
  List<ForeignKey> foreignKeys(ObjectName table) {
    return foreignKeys.getOrDefault(table, List.of()).stream()
        .sorted(Comparator.comparing(key -> key.name().orElseThrow()))
        .toList();
  }

  /** Returns the checks of a table, by name and condition. */
  List<CheckConstraint> checks(ObjectName table) {
    return checks.getOrDefault(table, List.of()).stream()
        .sorted(
            Comparator.comparing(
                    (CheckConstraint check) -> check.name().map(Identifier::value).orElse(""))
                .thenComparing(check -> check.condition().toString()))
        .toList();
  }

  /** Returns the names of the checks that the server does not enforce, by table. */
  Map<ObjectName, List<String>> unenforced() {
    return unenforced;
  }
}
