package dev.anabranch.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.sql.ScriptProblem;
import dev.anabranch.sql.ScriptSplitException;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.sql.SplitScript;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2SplitterTest {

  private static List<String> texts(String script) {
    SplitScript split = new H2Splitter().split(script);
    assertThat(split.join()).isEqualTo(script);
    return split.statements().stream().map(ScriptStatement::text).toList();
  }

  private static List<ScriptProblem> problems(String script) {
    return catchThrowableOfType(ScriptSplitException.class, () -> new H2Splitter().split(script))
        .problems();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ';'",
        "SELECT 'a'';b'",
        "SELECT 'a\\'",
        "SELECT \";\"\"';\"",
        "SELECT 1 AS `a;``'b`",
        "SELECT 1 -- ;\n + 1",
        "SELECT 1 -- '\r + 1",
        "SELECT 1 // ;'\n + 1",
        "SELECT /* ; */ 1",
        "SELECT /* /* ; */ ; */ 1",
        "SELECT U&'d\\0061t;' UESCAPE '!', X'41'",
        "SELECT $$;$$",
        "SELECT ($$;$$)",
        "SELECT ''||$$;'$$",
        "SELECT $$a$b;$$",
        "SELECT/**/$$;$$",
        "SELECT\u00a0$$;$$",
        "CREATE ALIAS f AS $$ String f() { return \"'\"; } $$",
        "CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW AS $$ org.h2.api.Trigger c() { return null; } $$",
        "CREATE ALIAS f AS 'String f() { return null; }'",
        "SET @total = 1 / 2 - 3"
      })
  void semicolonsWithinPiecesStay(String statement) {
    assertThat(texts("first;" + statement + ";last")).containsExactly("first", statement, "last");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT a$$;b$$|SELECT a$$|b$$",
        "SELECT é$$;é$$|SELECT é$$|é$$",
        "SELECT $1;$1|SELECT $1|$1",
        "SELECT $a$;$a$|SELECT $a$|$a$",
        "SELECT (1;2)|SELECT (1|2)",
        "SELECT 1 # ;2|SELECT 1 #|2",
        "CREATE TABLE a; // b ;|CREATE TABLE a|"
      })
  void semicolonsAnywhereElseEndAStatement(String script, String first, String second) {
    assertThat(texts(script)).startsWith(first).hasSize(second == null ? 1 : 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\ufeff", " \t\r\n\u00a0\u3000\0", ";;", "-- only", "// only", "/* only */;"})
  void nothingIsSentForNothing(String script) {
    assertThat(texts(script)).isEmpty();
  }

  @Test
  void blanksAndCommentsStandAroundStatements() {
    SplitScript split = new H2Splitter().split("// head\rSELECT 1 // one\n;\n\nSELECT 2");
    assertThat(split.statements())
        .containsExactly(
            new ScriptStatement("// head\r", "SELECT 1", " // one\n;", 2),
            new ScriptStatement("\n\n", "SELECT 2", "", 5));
  }

  @Nested
  class Problems {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '^',
        value = {
          "SELECT 'a;b|the text in single quotes|'",
          "SELECT \"a;b|the name in double quotes|\"",
          "SELECT `a;b|the name in backticks|`",
          "/* a; /* b */|the comment|*/",
          "SELECT $$ $|the dollar-quoted text|$$"
        })
    void whatIsNeverClosedIsReportedWhereItOpens(String open, String what, String closing) {
      assertThat(problems("SELECT 1;\n" + open + "\n\n;"))
          .containsExactly(
              new ScriptProblem(
                  ErrorCode.UNTERMINATED_TEXT,
                  "Cannot split the script: " + what + " that begins here is never closed.",
                  "Close it with "
                      + closing
                      + ", or look for an earlier one that opens or closes too much.",
                  2));
    }

    @Test
    void commandsOfTheConsoleAreReported() {
      assertThat(problems("SELECT @a;\n@loop 3 SELECT @b;\n@x;"))
          .extracting(ScriptProblem::line, ScriptProblem::message)
          .containsExactly(
              tuple(
                  2,
                  "Cannot split the script: @loop is a command of the H2 Console, not of the server."),
              tuple(
                  3,
                  "Cannot split the script: @x is a command of the H2 Console, not of the server."));
    }
  }
}
