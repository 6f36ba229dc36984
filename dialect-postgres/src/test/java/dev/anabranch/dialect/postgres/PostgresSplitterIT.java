package dev.anabranch.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.sql.SplitScript;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@RequiresServer("postgresql")
class PostgresSplitterIT {

  private static final Pattern EXTENSION =
      Pattern.compile("(?im)^CREATE EXTENSION (?:IF NOT EXISTS )?\"?([\\w-]+)");

  // The driver closes the connection when a script asks for any other encoding than its own.
  private static final Pattern CLIENT_ENCODING =
      Pattern.compile("(?im)^\\s*SET client_encoding.*;");

  private static List<String> run(TestDatabase database, String script) throws SQLException {
    List<String> failures = new ArrayList<>();
    SplitScript split = new PostgresSplitter().split(script);
    try (Connection connection = database.connect();
        Statement server = connection.createStatement()) {
      server.setEscapeProcessing(false);
      for (ScriptStatement statement : split.statements()) {
        try {
          server.execute(statement.text());
        } catch (SQLException e) {
          failures.add(statement.line() + ": " + e.getMessage());
        }
      }
    }
    return failures;
  }

  private static List<String> strings(TestDatabase database, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement server = connection.createStatement();
        ResultSet result = server.executeQuery(query)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  @Test
  void theServerReadsEachStatementAsItWasCut(TestDatabase database) throws SQLException {
    String script =
        """
        CREATE TABLE note (id int, body text, "end" int);
        INSERT INTO note VALUES (1, 'a;''b\\', NULL), (2, E'c\\';d', 2);
        -- what follows a text on a later line continues it, with its backslashes
        INSERT INTO note VALUES (3, E'e'
          'f\\';g', 3) -- ;
        ;
        INSERT INTO note VALUES (4, $$h;$$ || $x$i;$$;$x$, 4) /* ; /* ; */ ; */;
        INSERT INTO note SELECT 5 AS a$b$c, U&'\\006a;' || 'k;', 5;
        CREATE FUNCTION total(a int) RETURNS bigint LANGUAGE sql
        BEGIN ATOMIC
          SELECT CASE WHEN a > 0 THEN CASE a WHEN 1 THEN 2 ELSE 3 END END;
          SELECT sum(note.end) AS end FROM note;
        END;
        CREATE FUNCTION label() RETURNS int BEGIN ATOMIC SELECT 1 end; SELECT 7 case; END;
        CREATE RULE twice AS ON UPDATE TO note DO ALSO (
          INSERT INTO note VALUES (6, 'l;', 6);
          INSERT INTO note VALUES (7, 'm', 7);
        );
        UPDATE note SET "end" = 1 WHERE id = 1;
        DO $do$ BEGIN INSERT INTO note VALUES (8, 'n', total(1)); END $do$;
        INSERT INTO note VALUES (9, 'o', label())
        """;

    assertThat(run(database, script)).isEmpty();
    assertThat(strings(database, "SELECT body || coalesce(\"end\", 0) FROM note ORDER BY id"))
        .containsExactly(
            "a;'b\\1", "c';d2", "ef';g3", "h;i;$$;4", "j;k;5", "l;6", "m7", "n28", "o7");
  }

  @Test
  void theServerReadsWrittenTextBackInBothOfItsModes(TestDatabase database) throws SQLException {
    String text = "DOMAIN\\o'neil; $$ -- \\'";
    String query = "SELECT " + new PostgresLiterals().render(SqlLiteral.text(text));

    assertThat(strings(database, query)).containsExactly(text);
    try (Connection connection = database.connect();
        Statement server = connection.createStatement()) {
      if (connection.getMetaData().getDatabaseMajorVersion() < 19) {
        server.execute("SET standard_conforming_strings = off");
      }
      try (ResultSet result = server.executeQuery(query)) {
        assertThat(result.next()).isTrue();
        assertThat(result.getString(1)).isEqualTo(text);
      }
    }
  }

  @Test
  void theServerReadsTextWithBackslashesAsItWasCut(TestDatabase database) throws SQLException {
    String script =
        """
        CREATE TABLE note (id int, body text);
        SET standard_conforming_strings = off;
        INSERT INTO note VALUES (1, 'it\\'s; a'
          'nd\\'; more');
        RESET standard_conforming_strings;
        INSERT INTO note VALUES (2, 'C:\\');
        """;

    assertThat(run(database, script)).isEmpty();
    assertThat(strings(database, "SELECT body FROM note ORDER BY id"))
        .containsExactly("it's; and'; more", "C:\\");
  }

  static List<String> schemas() {
    return RealSchemas.names();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void aRealSchemaIsBuiltStatementByStatement(String name, TestDatabase database)
      throws SQLException {
    String script = RealSchemas.withoutClientCommands(RealSchemas.read(name));
    List<String> available = strings(database, "SELECT name FROM pg_available_extensions");
    assumeThat(available)
        .as("extensions this server has, of those %s needs", name)
        .containsAll(EXTENSION.matcher(script).results().map(e -> e.group(1)).toList());

    assertThat(run(database, CLIENT_ENCODING.matcher(script).replaceAll(""))).isEmpty();
  }
}
