package dev.anabranch.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.sql.ScriptStatement;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs scripts in H2 itself: statement by statement as they are cut here, and as H2 cuts them. */
class H2SplitterRunscriptTest {

  private static final String SCRIPT =
      """
      // a comment of H2
      CREATE TABLE note (id INT PRIMARY KEY, body VARCHAR, "a;b" INT DEFAULT 7); // ;
      CREATE TABLE audit (id INT);
      INSERT INTO note (id, body) VALUES (1, 'a;''b\\'), (2, $$c;'d$$); -- ;
      INSERT INTO note /* ; /* ; */ ; */ (id, body) VALUES (3, 'e' || -- '
        ';f');;
      ;
      CREATE ALIAS shout AS $$
      String shout(String text) {
        String quote = "'"; // not the end;
        return text.toUpperCase() + ";" + quote;
      }
      $$;
      CREATE TRIGGER note_audit AFTER INSERT ON note FOR EACH ROW AS $$
      org.h2.api.Trigger create() {
        return (connection, before, after) -> {
          try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO audit VALUES (" + after[0] + ");");
          }
        };
      }
      $$;
      CREATE ALIAS half AS 'double half(double value) { return value / 2; }';
      INSERT INTO note (id, body) VALUES (4, shout('g;'));
      INSERT INTO note (id, body) VALUES (5, CAST(half(3) AS VARCHAR));
      CREATE VIEW a$$b AS SELECT id AS c$$ FROM note; CREATE VIEW d$$ AS SELECT c$$ FROM a$$b;
      SET @x = 1;
      INSERT INTO note (id, body) VALUES (6, @x)
      """;

  private static Connection memory() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:mem:");
  }

  private static void runSplit(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (ScriptStatement cut : new H2Splitter().split(script).statements()) {
        statement.execute(cut.text());
      }
    }
  }

  private static List<String> state(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SCRIPT NOPASSWORDS NOSETTINGS")) {
      while (rows.next()) {
        // Salt and hash of the user differ from database to database.
        if (!rows.getString(1).startsWith("CREATE USER")) {
          lines.add(rows.getString(1));
        }
      }
    }
    return lines;
  }

  @Test
  void theToolLeavesTheSameState() throws SQLException {
    try (Connection ours = memory();
        Connection theirs = memory()) {
      runSplit(ours, SCRIPT);
      RunScript.execute(theirs, new StringReader(SCRIPT));

      assertThat(state(ours)).isEqualTo(state(theirs));
      assertThat(String.join("\n", state(ours)))
          .contains("(1, 'a;''b\\', 7)", "(2, 'c;''d', 7)", "(3, 'e;f', 7)", "(4, 'G;;''', 7)")
          .contains("INSERT INTO \"PUBLIC\".\"AUDIT\"", "(6, '1', 7)");
    }
  }

  @Test
  void theStatementLeavesTheSameState(@TempDir Path folder) throws SQLException, IOException {
    Path file = Files.writeString(folder.resolve("script.sql"), SCRIPT);
    try (Connection ours = memory();
        Connection theirs = memory();
        Statement statement = theirs.createStatement()) {
      runSplit(ours, SCRIPT);
      statement.execute("RUNSCRIPT FROM '" + file + "'");

      assertThat(state(ours)).isEqualTo(state(theirs));
    }
  }

  @Test
  void whatHasBeenSavedComesBack() throws SQLException {
    try (Connection first = memory();
        Connection second = memory()) {
      runSplit(first, SCRIPT);
      List<String> saved = state(first);
      runSplit(second, String.join("\n", saved));

      assertThat(state(second)).isEqualTo(saved);
    }
  }

  @Test
  void theServerReadsWhatRunscriptCutsWrongly() throws SQLException {
    try (Connection ours = memory()) {
      runSplit(
          ours,
          """
          CREATE TABLE note (`a;'b` VARCHAR);
          INSERT INTO note VALUES ($$c;d$$), ('e'||$$;'f$$)
          """);
      assertThat(String.join("\n", state(ours))).contains("\"A;'B\"", "('c;d')", "('e;''f')");
    }
  }
}
