package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.DropConstraint;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.DropView;
import dev.anabranch.operation.Existence;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.TableConstraint.Kind;
import dev.anabranch.schema.View;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Schemas of other projects are read whole: what is counted is what the catalogue counts, and what
 * is written again from what was read is read as the same.
 */
class RealSchemasInspectIT {

  /** What reads SQL that only MySQL knows. */
  private static final Set<String> FOR_MYSQL = Set.of("fw-kestra.sql", "temporal-visibility.sql");

  private static final String HERE = " WHERE TABLE_SCHEMA = DATABASE()";
  private static final String TABLES =
      "(SELECT TABLE_NAME FROM information_schema.TABLES"
          + HERE
          + " AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED'))";

  @RequiresServer("mysql")
  static class MysqlIT {
    @TestFactory
    Stream<DynamicTest> everySchemaIsReadWhole(TestServer server) {
      return tests(server, RealSchemas.names());
    }
  }

  @RequiresServer("mariadb")
  static class MariadbIT {
    @TestFactory
    Stream<DynamicTest> everySchemaIsReadWhole(TestServer server) {
      return tests(
          server, RealSchemas.names().stream().filter(name -> !FOR_MYSQL.contains(name)).toList());
    }
  }

  private static Stream<DynamicTest> tests(TestServer server, List<String> names) {
    return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> check(server, name)));
  }

  private static void check(TestServer server, String name) throws SQLException {
    try (TestDatabase test = server.createDatabase();
        FamilyDatabase database = new FamilyDatabase(test)) {
      for (ScriptStatement each :
          database.dialect().splitter().split(RealSchemas.read(name)).statements()) {
        database.execute(each.text());
      }
      String chosen = database.query("SELECT DATABASE()").get(0);
      // Some scripts leave what the rest of this test would stumble over.
      database.execute(
          "SET SESSION sql_mode = DEFAULT", "SET foreign_key_checks = 1", "SET NAMES utf8mb4");
      try {
        DatabaseSchema schema = database.read();
        assertThat(counts(schema)).isEqualTo(countsOfCatalogue(database));
        assertThat(schema.tables()).isNotEmpty();
        rewrite(database, schema);
        DatabaseSchema again = database.read();
        assertAlike(plain(again.tables()), plain(schema.tables()));
        assertAlike(again.views(), schema.views());
      } finally {
        if (!chosen.equals(test.name())) {
          database.execute("SET foreign_key_checks = 0", "DROP DATABASE `" + chosen + "`");
        }
      }
    }
  }

  // A check that stood in its column stands in its table then, where MariaDB gives it a name.
  private static List<Table> plain(List<Table> tables) {
    return tables.stream()
        .map(
            table ->
                table.withConstraints(
                    table.constraints().stream().map(RealSchemasInspectIT::plain).toList()))
        .toList();
  }

  private static TableConstraint plain(TableConstraint constraint) {
    return constraint instanceof CheckConstraint check
            && check.name().map(name -> name.value().matches("CONSTRAINT_\\d+")).orElse(true)
        ? new CheckConstraint(Optional.empty(), check.condition())
        : constraint;
  }

  // One after the other: a difference of two lists of a thousand lines tells nothing.
  private static <T> void assertAlike(List<T> again, List<T> before) {
    assertThat(again).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      assertThat(again.get(i)).isEqualTo(before.get(i));
    }
  }

  private static void rewrite(FamilyDatabase database, DatabaseSchema schema) throws SQLException {
    for (View view : schema.views()) {
      database.run(new DropView(view.name(), view.kind(), Existence.STRICT, Optional.of(view)));
    }
    for (Table table : schema.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        database.run(
            new DropConstraint(
                table.name(),
                key.kind(),
                key.name().orElseThrow(),
                Existence.STRICT,
                Optional.of(key)));
      }
    }
    for (Table table : schema.tables()) {
      database.run(new DropTable(table.name(), Existence.STRICT, Optional.of(table)));
    }
    assertThat(database.read().tables()).isEmpty();
    for (Table table : schema.tables()) {
      List<TableConstraint> own =
          table.constraints().stream().filter(each -> !(each instanceof ForeignKey)).toList();
      database.run(new CreateTable(table.withConstraints(own), Existence.STRICT));
    }
    for (Table table : schema.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        database.run(new AddConstraint(table.name(), key));
      }
    }
    createViews(database, schema.views());
  }

  // A view of a view needs that one.
  private static void createViews(FamilyDatabase database, List<View> views) throws SQLException {
    List<View> left = new ArrayList<>(views);
    while (!left.isEmpty()) {
      List<View> failed = new ArrayList<>();
      SQLException last = null;
      for (View view : left) {
        try {
          database.run(new CreateView(view, Existence.STRICT));
        } catch (SQLException e) {
          failed.add(view);
          last = e;
        }
      }
      if (failed.size() == left.size()) {
        throw last;
      }
      left = failed;
    }
  }

  private static Map<String, Long> counts(DatabaseSchema schema) {
    List<Table> tables = schema.tables();
    List<TableConstraint> constraints =
        tables.stream().flatMap(table -> table.constraints().stream()).toList();
    List<Index> indexes = tables.stream().flatMap(table -> table.indexes().stream()).toList();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("tables", (long) tables.size());
    counts.put("columns", tables.stream().mapToLong(table -> table.columns().size()).sum());
    counts.put("primary keys", count(constraints, Kind.PRIMARY_KEY));
    counts.put(
        "unique keys",
        count(constraints, Kind.UNIQUE) + indexes.stream().filter(Index::isUnique).count());
    counts.put("foreign keys", count(constraints, Kind.FOREIGN_KEY));
    counts.put(
        "columns of foreign keys",
        tables.stream()
            .flatMap(table -> table.foreignKeys().stream())
            .mapToLong(key -> key.columns().size())
            .sum());
    counts.put("checks", count(constraints, Kind.CHECK));
    counts.put("other indexes", indexes.stream().filter(index -> !index.isUnique()).count());
    counts.put("views", (long) schema.views().size());
    counts.put("triggers", others(schema, "trigger"));
    counts.put("routines", others(schema, "procedure") + others(schema, "function"));
    counts.put("partitioned tables", others(schema, "partitioning"));
    return counts;
  }

  private static long count(List<TableConstraint> constraints, Kind kind) {
    return constraints.stream().filter(each -> each.kind() == kind).count();
  }

  private static long others(DatabaseSchema schema, String kind) {
    return schema.others().stream().filter(each -> each.kind().equals(kind)).count();
  }

  private static Map<String, Long> countsOfCatalogue(FamilyDatabase database) throws SQLException {
    String constraint = "information_schema.TABLE_CONSTRAINTS" + HERE + " AND CONSTRAINT_TYPE = ";
    String madeForKeys =
        "(SELECT COUNT(*) FROM (SELECT TABLE_NAME, INDEX_NAME, GROUP_CONCAT(COLUMN_NAME ORDER BY"
            + " SEQ_IN_INDEX) AS list FROM information_schema.STATISTICS"
            + HERE
            + " AND NON_UNIQUE = 1 GROUP BY TABLE_NAME, INDEX_NAME) i JOIN (SELECT TABLE_NAME,"
            + " CONSTRAINT_NAME, GROUP_CONCAT(COLUMN_NAME ORDER BY ORDINAL_POSITION) AS list FROM"
            + " information_schema.KEY_COLUMN_USAGE"
            + HERE
            + " AND REFERENCED_TABLE_NAME IS NOT NULL GROUP BY TABLE_NAME, CONSTRAINT_NAME) k"
            + " ON k.TABLE_NAME = i.TABLE_NAME AND k.CONSTRAINT_NAME = i.INDEX_NAME"
            + " AND k.list = i.list)";
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put("tables", "SELECT COUNT(*) FROM " + TABLES + " t");
    queries.put(
        "columns",
        "SELECT COUNT(*) FROM information_schema.COLUMNS" + HERE + " AND TABLE_NAME IN " + TABLES);
    queries.put("primary keys", "SELECT COUNT(*) FROM " + constraint + "'PRIMARY KEY'");
    queries.put("unique keys", "SELECT COUNT(*) FROM " + constraint + "'UNIQUE'");
    queries.put("foreign keys", "SELECT COUNT(*) FROM " + constraint + "'FOREIGN KEY'");
    queries.put(
        "columns of foreign keys",
        "SELECT COUNT(*) FROM information_schema.KEY_COLUMN_USAGE"
            + HERE
            + " AND REFERENCED_TABLE_NAME IS NOT NULL");
    queries.put(
        "checks",
        database.isMariadb()
            ? "SELECT COUNT(*) FROM information_schema.CHECK_CONSTRAINTS"
                + " WHERE CONSTRAINT_SCHEMA = DATABASE()"
                + " AND CHECK_CLAUSE <> CONCAT('json_valid(`', CONSTRAINT_NAME, '`)')"
            : "SELECT COUNT(*) FROM " + constraint + "'CHECK'");
    queries.put(
        "other indexes",
        "SELECT COUNT(DISTINCT TABLE_NAME, INDEX_NAME) - "
            + madeForKeys
            + " FROM information_schema.STATISTICS"
            + HERE
            + " AND NON_UNIQUE = 1");
    queries.put("views", "SELECT COUNT(*) FROM information_schema.VIEWS" + HERE);
    queries.put(
        "triggers",
        "SELECT COUNT(*) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()");
    queries.put(
        "routines",
        "SELECT COUNT(*) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()");
    queries.put(
        "partitioned tables",
        "SELECT COUNT(DISTINCT TABLE_NAME) FROM information_schema.PARTITIONS"
            + HERE
            + " AND PARTITION_NAME IS NOT NULL");
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Map.Entry<String, String> query : queries.entrySet()) {
      counts.put(query.getKey(), Long.valueOf(database.query(query.getValue()).get(0)));
    }
    return counts;
  }
}
