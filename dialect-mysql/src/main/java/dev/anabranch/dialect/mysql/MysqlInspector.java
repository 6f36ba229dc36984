package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.dialect.SequencePosition;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Reads databases out of {@code information_schema} (MySQL 8.0 Reference Manual, chapter 26;
 * MariaDB Knowledge Base, "Information Schema Tables").
 *
 * <p>About twenty queries, whatever the number of tables: one for each table of the catalogue, and
 * one each for all sequences and for all defaults that the catalogue does not show exactly.
 *
 * @param features what the release knows
 */
record MysqlInspector(MysqlFeatures features) implements SchemaInspector {

  private static final String TABLES =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, ENGINE, TABLE_COLLATION, CREATE_OPTIONS,
        TABLE_COMMENT
      FROM information_schema.TABLES WHERE TABLE_SCHEMA IN (?)
      """;

  /** Checks that the features are there. */
  MysqlInspector {
    Objects.requireNonNull(features, "features");
  }

  @Override
  public DatabaseSchema inspect(Connection connection, InspectionRequest request)
      throws SQLException {
    MysqlScope scope = new MysqlScope(connection, features, request);
    return scope.isEmpty() ? DatabaseSchema.empty() : new Reading(scope).read();
  }

  @Override
  public List<SequencePosition> sequencePositions(Connection connection, InspectionRequest request)
      throws SQLException {
    MysqlScope scope = new MysqlScope(connection, features, request);
    return scope.isEmpty() ? List.of() : new MysqlPositions(connection, scope).read();
  }

  /** One reading. */
  private static final class Reading {

    private final MysqlScope scope;
    private final MysqlColumnReader columns;
    private final MysqlKeyReader keys;
    private final MysqlIndexReader indexes;
    private final MysqlTableOptions options;
    private final MysqlOtherReader others;
    private final Map<MysqlScope.ObjectName, MysqlRow> tables = new LinkedHashMap<>();
    private final Map<MysqlScope.ObjectName, String> sequences = new LinkedHashMap<>();

    Reading(MysqlScope scope) {
      this.scope = scope;
      columns = new MysqlColumnReader(scope);
      keys = new MysqlKeyReader(scope);
      indexes = new MysqlIndexReader(scope);
      options = new MysqlTableOptions(scope);
      others = new MysqlOtherReader(scope);
    }

    DatabaseSchema read() throws SQLException {
      scope.each(TABLES, this::sort);
      columns.read(tables.keySet());
      keys.read(columns);
      indexes.read();
      options.read();
      others.read();
      List<Table> read = new ArrayList<>();
      tables.forEach((name, row) -> read.add(table(name, row)));
      keys.unenforced()
          .forEach(
              (table, checks) ->
                  checks.forEach(
                      check ->
                          others.add(
                              "check that is not enforced",
                              table,
                              scope.name(table, check),
                              "not enforced")));
      return new DatabaseSchema(
          read,
          new MysqlViewReader(scope).read(columns),
          new MysqlSequenceReader(scope).read(sequences),
          List.of(),
          others.all());
    }

    private void sort(MysqlRow row) {
      MysqlScope.ObjectName name = row.table();
      if (scope.isLeftOut(name)) {
        return;
      }
      switch (row.text("TABLE_TYPE").toUpperCase(Locale.ROOT)) {
        case "BASE TABLE", "SYSTEM VERSIONED" -> tables.put(name, row);
        case "SEQUENCE" -> sequences.put(name, row.text("TABLE_COMMENT"));
        default -> {
          // Views are read by themselves; temporary tables are no part of a schema.
        }
      }
    }

    private Table table(MysqlScope.ObjectName name, MysqlRow row) {
      List<ForeignKey> foreignKeys = keys.foreignKeys(name);
      List<CheckConstraint> checks = keys.checks(name);
      List<TableConstraint> others = new ArrayList<>(foreignKeys);
      others.addAll(checks);
      MysqlIndexReader.Keys found = indexes.keys(name, columns.names(name), others);
      List<TableConstraint> constraints = new ArrayList<>();
      found.primaryKey().ifPresent(constraints::add);
      constraints.addAll(found.unique());
      constraints.addAll(others);
      if (!found.primaryParts().isEmpty()) {
        this.others.add("parts of a primary key", name, scope.name(name), found.primaryParts());
      }
      StringBuilder unknown = new StringBuilder();
      DialectOptions known = options.options(row, unknown);
      if (!unknown.isEmpty()) {
        this.others.add("table options", name, scope.name(name), unknown.toString().strip());
      }
      return new Table(
          scope.name(name),
          columns.columns(name, row.value("TABLE_COLLATION")),
          constraints,
          found.indexes(),
          row.value("TABLE_COMMENT"),
          known);
    }
  }
}
