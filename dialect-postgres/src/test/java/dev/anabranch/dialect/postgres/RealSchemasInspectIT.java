package dev.anabranch.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Schemas of other projects are read whole: what is counted is what the catalogue counts. */
@RequiresServer("postgresql")
class RealSchemasInspectIT {

  private static final String USER_SCHEMAS =
      "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";

  private static final String MEMBER =
      " AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e')";

  private static final String TABLES =
      " pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p')"
          + " AND NOT c.relispartition AND "
          + USER_SCHEMAS
          + MEMBER;

  @TestFactory
  Stream<DynamicTest> everySchemaIsReadWhole(TestServer server) {
    return RealSchemas.names().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> check(server, name)));
  }

  private static void check(TestServer server, String name) throws SQLException {
    try (TestDatabase database = server.createDatabase();
        Connection connection = database.connect()) {
      load(connection, name);
      DatabaseSchema schema = inspect(connection);

      assertThat(counts(schema)).isEqualTo(countsOfCatalogue(connection));
      assertThat(inspect(connection)).as("read twice").isEqualTo(schema);

      DatabaseSchema again = rewritten(connection, schema);
      assertAlike(withoutConditions(again), withoutConditions(schema));
      assertAlike(again.views(), schema.views());
      assertThat(again.sequences()).containsAll(schema.sequences());
      if (!again.tables().equals(schema.tables())) {
        // The server prints some conditions otherwise when it has read what it printed before.
        assertAlike(rewritten(connection, again).tables(), again.tables());
      }
    }
  }

  private static DatabaseSchema rewritten(Connection connection, DatabaseSchema schema)
      throws SQLException {
    Rewriting rewriting = new Rewriting(connection, schema);
    rewriting.drop();
    rewriting.create();
    return inspect(connection);
  }

  private static List<Table> withoutConditions(DatabaseSchema schema) {
    return schema.tables().stream()
        .map(
            table ->
                table.withConstraints(
                    table.constraints().stream()
                        .map(
                            each ->
                                each instanceof CheckConstraint
                                    ? new CheckConstraint(each.name(), SqlExpression.of("true"))
                                    : each)
                        .toList()))
        .toList();
  }

  // One after the other: a difference of two lists of a thousand lines tells nothing.
  private static <T> void assertAlike(List<T> again, List<T> before) {
    assertThat(again).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      assertThat(again.get(i)).isEqualTo(before.get(i));
    }
  }

  /** What cannot be loaded: one extension is in no package of binaries that tests start. */
  private static final Map<String, Pattern> MISSING =
      Map.of("pagila-pg18.sql", Pattern.compile("\\bvector\\b|\\bfilm_embedding"));

  // The driver closes a connection whose encoding is changed, as old dumps do.
  private static final Pattern ENCODING = Pattern.compile("(?i)SET (client_encoding|names)\\b.*");

  private static void load(Connection connection, String name) throws SQLException {
    String script = RealSchemas.withoutClientCommands(RealSchemas.read(name));
    Pattern missing = MISSING.get(name);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (ScriptStatement each : new PostgresSplitter().split(script).statements()) {
        boolean skipped =
            ENCODING.matcher(each.text()).matches()
                || (missing != null && missing.matcher(each.text()).find());
        if (!skipped) {
          statement.execute(each.text());
        }
      }
      statement.execute("SELECT set_config('search_path', 'public', false)");
      connection.commit();
    }
    connection.setAutoCommit(true);
  }

  private static DatabaseSchema inspect(Connection connection) throws SQLException {
    List<Identifier> schemas =
        texts(connection, "SELECT n.nspname FROM pg_namespace n WHERE " + USER_SCHEMAS).stream()
            .map(Identifier::of)
            .toList();
    return new PostgresDialectProvider()
        .dialect(connection)
        .inspector()
        .inspect(connection, new InspectionRequest(schemas, List.of()));
  }

  private static Map<String, Long> counts(DatabaseSchema schema) {
    Map<String, Long> counts = new LinkedHashMap<>();
    List<TableConstraint> constraints =
        schema.tables().stream().flatMap(table -> table.constraints().stream()).toList();
    counts.put("tables", (long) schema.tables().size());
    counts.put(
        "columns", schema.tables().stream().mapToLong(table -> table.columns().size()).sum());
    for (TableConstraint.Kind kind : TableConstraint.Kind.values()) {
      counts.put(kind.words(), constraints.stream().filter(each -> each.kind() == kind).count());
    }
    List<Index> indexes =
        schema.tables().stream().map(Table::indexes).flatMap(List::stream).toList();
    counts.put("indexes", (long) indexes.size());
    counts.put("index columns", indexes.stream().mapToLong(index -> index.parts().size()).sum());
    counts.put("views", count(schema, View.Kind.PLAIN));
    counts.put("materialized views", count(schema, View.Kind.MATERIALIZED));
    counts.put("free sequences", (long) schema.sequences().size());
    counts.put("owned sequences", others(schema, "owned sequence"));
    counts.put("enum types", (long) schema.enumTypes().size());
    counts.put("triggers", others(schema, "trigger"));
    counts.put("domains", others(schema, "domain"));
    counts.put("partitions", others(schema, "partition"));
    counts.put(
        "routines",
        others(schema, "function") + others(schema, "procedure") + others(schema, "aggregate"));
    return counts;
  }

  private static long count(DatabaseSchema schema, View.Kind kind) {
    return schema.views().stream().filter(view -> view.kind() == kind).count();
  }

  private static long others(DatabaseSchema schema, String kind) {
    return schema.others().stream().map(OtherObject::kind).filter(kind::equals).count();
  }

  private static Map<String, Long> countsOfCatalogue(Connection connection) throws SQLException {
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put("tables", "SELECT count(*) FROM" + TABLES);
    queries.put(
        "columns",
        "SELECT count(*) FROM pg_attribute a WHERE a.attnum > 0 AND NOT a.attisdropped"
            + " AND a.attrelid IN (SELECT c.oid FROM"
            + TABLES
            + ")");
    Map.of("primary key", "p", "unique", "u", "foreign key", "f", "check", "c", "exclusion", "x")
        .forEach(
            (kind, letter) ->
                queries.put(
                    kind,
                    "SELECT count(*) FROM pg_constraint k WHERE k.conparentid = 0 AND k.contype = '"
                        + letter
                        + "' AND k.conrelid IN (SELECT c.oid FROM"
                        + TABLES
                        + ")"));
    String indexes =
        " FROM pg_index i WHERE i.indrelid IN (SELECT c.oid FROM"
            + TABLES
            + ") AND i.indexrelid NOT IN (SELECT k.conindid FROM pg_constraint k WHERE k.contype IN ('p', 'u', 'x'))";
    queries.put("indexes", "SELECT count(*)" + indexes);
    queries.put("index columns", "SELECT coalesce(sum(i.indnkeyatts), 0)" + indexes);
    queries.put("views", relations("v"));
    queries.put("materialized views", relations("m"));
    String owner =
        "EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.refobjsubid > 0 AND d.deptype ";
    queries.put("free sequences", relations("S") + " AND NOT " + owner + "IN ('a', 'i'))");
    queries.put("owned sequences", relations("S") + " AND " + owner + "= 'a')");
    queries.put("enum types", types("e"));
    queries.put(
        "triggers",
        "SELECT count(*) FROM pg_trigger t WHERE NOT t.tgisinternal AND t.tgparentid = 0");
    queries.put("domains", types("d"));
    queries.put(
        "partitions",
        "SELECT count(*) FROM pg_class c WHERE relispartition AND relkind IN ('r', 'p')");
    queries.put(
        "routines",
        "SELECT count(*) FROM pg_proc c JOIN pg_namespace n ON n.oid = c.pronamespace WHERE "
            + USER_SCHEMAS
            + MEMBER);
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Map.Entry<String, String> query : queries.entrySet()) {
      counts.put(query.getKey(), Long.valueOf(texts(connection, query.getValue()).get(0)));
    }
    return counts;
  }

  private static String relations(String kind) {
    return "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = '"
        + kind
        + "' AND "
        + USER_SCHEMAS
        + MEMBER;
  }

  private static String types(String kind) {
    return "SELECT count(*) FROM pg_type c JOIN pg_namespace n ON n.oid = c.typnamespace WHERE c.typtype = '"
        + kind
        + "' AND "
        + USER_SCHEMAS
        + MEMBER;
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (result.next()) {
        texts.add(result.getString(1));
      }
      texts.sort(Comparator.naturalOrder());
      return texts;
    }
  }
}
