package dev.anabranch.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.rows.RealSchemas;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.LossPolicy;
import dev.anabranch.testkit.verify.RoundTripVerifier;
import dev.anabranch.testkit.verify.VerificationListener;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real schemas as one revision each, which takes away all it has made: nothing is found wrong.
 *
 * <p>Left out is what would stay behind and is rightly told: rights on the schema that was there
 * before, other databases, and what ends the transaction.
 */
class RealSchemasRoundTripIT {

  private static final Pattern NOT_OURS =
      Pattern.compile(
          "(?is)\\s*(SET\\s+client_encoding\\b.*|(ALTER|GRANT|REVOKE)\\b.*\\bSCHEMA\\s+public\\b.*"
              + "|(BEGIN|COMMIT)\\s*)");

  /** One extension is in no package of binaries that tests start. */
  private static final Pattern MISSING =
      Pattern.compile("\\b(vector\\(|EXTENSION\\b.*\\bvector|film_embedding)");

  private static final Pattern OTHER_DATABASES =
      Pattern.compile("(?im)^\\s*(CREATE|DROP)\\s+(DATABASE|SCHEMA)\\b|^\\s*USE\\s");

  /** Those that have what the others have not. */
  private static final Set<String> ON_POSTGRES =
      Set.of(
          "adventureworks.sql",
          "ambari.sql",
          "chinook-identity.sql",
          "danbooru.sql",
          "fw-canton.sql",
          "fw-conductor.sql",
          "fw-ehrbase.sql",
          "fw-kestra.sql",
          "fw-marquez.sql",
          "hive-metastore-0.13.sql",
          "killbill.sql",
          "pagila.sql",
          "pagila-pg18.sql",
          "sakila-jooq.sql",
          "synapse.sql",
          "temporal-visibility.sql",
          "thingsboard.sql");

  /** Those of many tables: DDL is slow there, and they have nothing that the others have not. */
  private static final Set<String> LARGE_ON_MYSQL =
      Set.of(
          "ambari.sql",
          "camunda7.sql",
          "flowable.sql",
          "fw-stroom.sql",
          "killbill.sql",
          "ranger.sql");

  private static final String DROP_ALL_ON_POSTGRES =
      """
      DO $down$
      DECLARE r record;
      BEGIN
        FOR r IN SELECT evtname AS name FROM pg_event_trigger LOOP
          EXECUTE format('DROP EVENT TRIGGER %I', r.name);
        END LOOP;
        FOR r IN SELECT nspname AS name FROM pg_namespace
            WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('information_schema', 'public') LOOP
          EXECUTE format('DROP SCHEMA %I CASCADE', r.name);
        END LOOP;
        FOR r IN SELECT extname AS name FROM pg_extension WHERE extname <> 'plpgsql' LOOP
          EXECUTE format('DROP EXTENSION IF EXISTS %I CASCADE', r.name);
        END LOOP;
        FOR r IN SELECT format('public.%I', relname) AS name,
              CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END AS kind
            FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'anabranch%'
              AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND NOT relispartition
              AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.objid = c.oid AND d.deptype = 'i' AND c.relkind = 'S') LOOP
          EXECUTE format('DROP %s IF EXISTS %s CASCADE', r.kind, r.name);
        END LOOP;
        FOR r IN SELECT format('public.%I(%s)', proname, pg_get_function_identity_arguments(oid)) AS name,
              CASE prokind WHEN 'a' THEN 'AGGREGATE' WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END AS kind
            FROM pg_proc WHERE pronamespace = 'public'::regnamespace LOOP
          EXECUTE format('DROP %s IF EXISTS %s CASCADE', r.kind, r.name);
        END LOOP;
        FOR r IN SELECT typname AS name FROM pg_type t
            WHERE typnamespace = 'public'::regnamespace AND typtype IN ('d', 'e', 'c', 'r')
              AND NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind <> 'c') LOOP
          EXECUTE format('DROP TYPE IF EXISTS public.%I CASCADE', r.name);
        END LOOP;
      END $down$;
      """;

  private static final String PARTS_ON_MYSQL =
      """
      SELECT CASE TABLE_TYPE WHEN 'VIEW' THEN 'VIEW' ELSE 'TABLE' END, TABLE_NAME
      FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()
      UNION ALL
      SELECT ROUTINE_TYPE, ROUTINE_NAME
      FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
      """;

  @TempDir Path folder;

  static Stream<Path> ofPostgres() {
    return RealSchemas.of("postgresql").stream()
        .filter(file -> ON_POSTGRES.contains(file.getFileName().toString()));
  }

  static Stream<Path> ofMysql() {
    return RealSchemas.of("mysql").stream()
        .filter(file -> !LARGE_ON_MYSQL.contains(file.getFileName().toString()))
        .filter(file -> !OTHER_DATABASES.matcher(RealSchemas.read(file)).find());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofPostgres")
  @RequiresServer("postgresql")
  void onPostgres(Path file, TestServer server) throws IOException, SQLException {
    StringBuilder upgrade = new StringBuilder();
    for (ScriptStatement each :
        dialect(server).splitter().split(RealSchemas.read(file)).statements()) {
      if (!NOT_OURS.matcher(each.text()).matches() && !MISSING.matcher(each.text()).find()) {
        upgrade.append(each.text()).append(";\n");
      }
    }

    check(server, upgrade + "-- @downgrade\n" + DROP_ALL_ON_POSTGRES);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofMysql")
  @RequiresServer("mysql")
  void onMysql(Path file, TestServer server) throws IOException, SQLException {
    String upgrade = RealSchemas.read(file);

    check(server, upgrade + "\n-- @downgrade\n" + String.join("", dropsOf(upgrade, server)));
  }

  private static List<String> dropsOf(String text, TestServer server) throws SQLException {
    List<String> drops = new ArrayList<>(List.of("SET foreign_key_checks = 0;\n"));
    try (TestDatabase database = server.createDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (ScriptStatement each : dialect(server).splitter().split(text).statements()) {
        statement.execute(each.text());
      }
      try (ResultSet rows = statement.executeQuery(PARTS_ON_MYSQL)) {
        while (rows.next()) {
          drops.add("DROP " + rows.getString(1) + " `" + rows.getString(2) + "`;\n");
        }
      }
    }
    return drops;
  }

  private void check(TestServer server, String text) throws IOException {
    Files.writeString(folder.resolve("a1.sql"), "-- @revision a1\n-- @upgrade\n" + text);
    RevisionScripts scripts =
        RevisionScripts.load(
            ScriptOptions.of(ScriptLocation.parse(folder.toString(), Path.of(""))),
            RealSchemasRoundTripIT.class.getClassLoader());
    VerificationOptions options = VerificationOptions.builder().losses(LossPolicy.REPORTED).build();

    assertThat(
            Failure.of(
                new RoundTripVerifier(scripts, server, options, VerificationListener.NONE)
                    .verify()))
        .isEmpty();
  }

  private static Dialect dialect(TestServer server) throws SQLException {
    try (TestDatabase database = server.createDatabase();
        Connection connection = database.connect()) {
      return Dialects.load(RealSchemasRoundTripIT.class.getClassLoader())
          .named(server.product())
          .dialect(connection);
    }
  }
}
