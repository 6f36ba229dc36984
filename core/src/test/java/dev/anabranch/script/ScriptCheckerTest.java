package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.sql.ScriptSplitException;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.sql.SplitScript;
import dev.anabranch.sql.StatementSplitter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptCheckerTest {

  private static final String GOOD = "-- @upgrade\nx;\n-- @downgrade\ny;\n";

  @TempDir Path directory;

  static Stream<Arguments> badBodies() {
    return Stream.of(
        row("-- @upgrade\nx\n-- @downgade\ny\n", "4 Unknown directive \"@downgade\"."),
        row(
            "-- @upgrade\nx\n--@downgrade\ny\n",
            "4 A comment that reads like the directive \"@downgrade\" but is not written as one."),
        row(GOOD + "-- @labels x\n", "6 Directive \"@labels\" stands below the first section."),
        row(GOOD + "-- @revision b\n", "6 Directive \"@revision\" stands below the first section."),
        row(
            GOOD + "-- @upgrade\nz\n",
            "6 A second section \"@upgrade\"; the first begins on line 2."),
        row(
            "-- @upgrade a, b\nx\n-- @upgrade c b\ny\n-- @irreversible z\n",
            "4 A second section \"@upgrade b\"; the first begins on line 2."),
        row(
            "-- @upgrade\nx\n-- @transaction off\n-- @downgrade\ny\n",
            "4 Directive \"@transaction\" does not stand at the start of a section."),
        row(
            "-- @upgrade\n-- @transaction off\n-- @transaction on\nx\n-- @downgrade\ny\n",
            "4 Directive \"@transaction\" is repeated; it stands on line 3 already."),
        row(
            "-- @upgrade\n-- @transaction maybe\nx\n-- @downgrade\ny\n",
            "3 Directive \"@transaction\" has \"maybe\"."),
        row("-- @upgrade\nx\n-- @irreversible\n", "4 Directive \"@irreversible\" gives no reason."),
        row(
            "-- @irreversible a\n-- @upgrade\nx\n-- @irreversible b\n",
            "5 Directive \"@irreversible\" is repeated; it stands on line 2 already."),
        row(
            GOOD + "-- @irreversible why\n",
            "6 The revision is called irreversible, but line 4 begins a way back for every dialect."),
        row(
            "-- @upgrade\nx\n-- @irreversible why\ny\n",
            "5 Text stands below \"@irreversible\", outside any section."),
        row("-- @upgrade MySQL\nx\n-- @irreversible z\n", "2 \"MySQL\" is no name of a dialect."),
        row("", "1 The revision has no \"@upgrade\" section."),
        row("-- @downgrade\nx\n", "1 The revision has no \"@upgrade\" section."),
        row(
            "-- @upgrade\nx\n",
            "1 The revision has neither a \"@downgrade\" section nor a line \"@irreversible\"."));
  }

  static Stream<Arguments> doubtfulBodies() {
    return Stream.of(
        row(
            "-- @upgrade\n\n-- nothing\n-- @downgrade\n",
            "2 The revision changes nothing: no section that upgrades has a statement."),
        row(
            "-- @upgrade\nx\n-- @downgrade\n-- later\n",
            "4 A downgrade takes nothing back: no section for it has a statement."));
  }

  private static Arguments row(String body, String problem) {
    return Arguments.of(body, problem);
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  void aBadBodyIsReportedWithItsLine(String body, String problem) {
    assertThat(revision(body).check()).containsExactly("r.sql:" + problem);
  }

  @ParameterizedTest
  @MethodSource("doubtfulBodies")
  void aDoubtfulBodyIsAWarning(String body, String problem) {
    assertThat(revision(body).check()).containsExactly("warning: r.sql:" + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD,
        "-- @upgrade\nx\n-- @irreversible because\n",
        "-- @irreversible because\n-- @upgrade\nx\n",
        "-- @upgrade mysql\nx\n-- @upgrade\ny\n-- @downgrade mysql\nz\n-- @irreversible else\n",
        "-- @upgrade\nx\n-- @@upgrade\n-- @downgrade\ny",
      })
  void aGoodFileHasNoProblems(String body) {
    assertThat(revision(body).check()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- @upgrade\n", "-- @upgrade\n-- @downgrade\n"})
  void aMergeNeedsNoStatements(String body) {
    ScriptFolder folder =
        new ScriptFolder(directory)
            .write("a.sql", "-- @revision a\n" + GOOD)
            .write("b.sql", "-- @revision b\n" + GOOD)
            .write("m.sql", "-- @revision m\n-- @revises a, b\n" + body);

    assertThat(folder.check()).isEmpty();
  }

  @Test
  void everyProblemOfEveryFileIsFoundInOneRun() {
    ScriptFolder folder =
        new ScriptFolder(directory)
            .write("a.sql", "-- @revision a\n-- @oops\n-- @upgrade\nx\n-- @what\n")
            .write("b.sql", "-- @revision b\n-- @revises nowhere\n" + GOOD)
            .write("c.sql", "CREATE TABLE t;\n")
            .write("d.sql", "-- @revision d\n-- @revises a\n-- @upgrade\nx\n")
            .write("latin.sql", latin1("-- @revision l\n" + GOOD + "-- Länder\n"));

    assertThat(folder.check())
        .containsExactly(
            "a.sql:2 Unknown directive \"@oops\".",
            "a.sql:5 Unknown directive \"@what\".",
            "c.sql:1 No line \"-- @revision ID\" stands at the start of the file.",
            "d.sql:1 The revision has neither a \"@downgrade\" section nor a line"
                + " \"@irreversible\".",
            "latin.sql:6 The line is not UTF-8.");
  }

  @Test
  void aBrokenBodyIsNotHandedOut() {
    SqlRevisionScript script = revision("-- @upgrade\nx\n-- @downgade\ny\n-- @what\n").loadOnly();

    InvalidScriptsException failure =
        catchThrowableOfType(InvalidScriptsException.class, script::body);

    assertThat(failure.problems()).hasSize(2);
    assertThat(failure.problems().get(0).code()).isEqualTo(ErrorCode.UNKNOWN_DIRECTIVE);
  }

  @Test
  void whatOneDialectLacksIsAWarning() {
    ScriptFolder folder =
        revision("-- @upgrade one\nx\n-- @upgrade two\ny\n-- @downgrade one\nz\n");

    assertThat(folder.check(checker(folder, "one"))).isEmpty();
    assertThat(folder.check(checker(folder, "two", "three")))
        .containsExactly(
            "warning: r.sql:1 The revision has no \"@downgrade\" section for \"two\" and no plain"
                + " one.",
            "warning: r.sql:1 The revision has no \"@upgrade\" section for \"three\" and no plain"
                + " one.");
  }

  @Test
  void aSectionForAnUnknownDialectIsAWarning() {
    ScriptFolder folder = revision(GOOD + "-- @upgrade postgre\nx\n");
    ScriptChecker checker =
        ScriptChecker.of(folder.options(), getClass().getClassLoader())
            .withKnownDialects(Set.of("postgresql", "h2"));

    assertThat(folder.check(checker))
        .containsExactly(
            "warning: r.sql:6 The section is named for \"postgre\", a dialect that is not known"
                + " here.");
    assertThat(checker.check().get(0).hint())
        .contains("Did you mean \"postgresql\"? Known are h2, postgresql.");
  }

  @Test
  void textThatCannotBeCutIsReportedWithTheLineOfTheFile() {
    ScriptFolder folder =
        revision(
            """
            -- @upgrade

            unclosed
            -- @downgrade
            -- @transaction off
            fine
            unclosed
            -- @downgrade other
            unclosed
            """);

    assertThat(folder.check(checker(folder, "one", "two")))
        .containsExactly(
            "r.sql:4 Something is never closed.", "r.sql:8 Something is never closed.");
  }

  @Test
  void anAuthorsOwnCommitIsAnErrorInsideATransaction() {
    ScriptFolder folder =
        revision("-- @upgrade\nCOMMIT\n-- @downgrade\n-- @transaction off\nCOMMIT\n");
    StatementSplitter whole =
        script -> new SplitScript(List.of(new ScriptStatement("", script.strip(), "", 1)), "");

    List<String> found =
        folder.check(
            ScriptChecker.of(folder.options(), getClass().getClassLoader())
                .withDialects(
                    List.of(new CheckedDialect(List.of("one"), whole, "COMMIT"::equals))));

    assertThat(found)
        .containsExactly(
            "r.sql:3 The statement begins or ends a transaction, which Anabranch does itself.");
  }

  @Test
  void whatIsDoubtfulInTheGraphIsAWarning() {
    ScriptFolder folder =
        new ScriptFolder(directory)
            .write("a.sql", "-- @revision a\n" + GOOD)
            .write("b.sql", "-- @revision b\n-- @revises a, a\n" + GOOD);

    assertThat(folder.check()).hasSize(1).allMatch(line -> line.startsWith("warning: b.sql:1 "));
  }

  private ScriptFolder revision(String body) {
    return new ScriptFolder(directory).write("r.sql", "-- @revision r\n" + body);
  }

  /** Dialects that cannot cut a script with the word "unclosed". */
  private ScriptChecker checker(ScriptFolder folder, String... dialects) {
    StatementSplitter splitter =
        script -> {
          int at = script.indexOf("unclosed");
          if (at >= 0) {
            int line = 1 + (int) script.substring(0, at).chars().filter(c -> c == '\n').count();
            throw new ScriptSplitException(
                ErrorCode.UNTERMINATED_TEXT, "Something is never closed.", "Close it.", line);
          }
          return new SplitScript(List.of(), script);
        };
    return ScriptChecker.of(folder.options(), getClass().getClassLoader())
        .withDialects(
            Stream.of(dialects).map(name -> new CheckedDialect(List.of(name), splitter)).toList());
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
