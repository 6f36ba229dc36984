package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.InvalidGraphException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderProblemsTest {

  @TempDir Path directory;

  static Stream<Arguments> badHeaders() {
    return Stream.of(
        row("", "f.sql: No line \"-- @revision ID\" stands at the start of the file."),
        row(
            "CREATE TABLE t;",
            "f.sql:1: No line \"-- @revision ID\" stands at the start of the file."),
        row(
            "-- @upgrade\nx",
            "f.sql: No line \"-- @revision ID\" stands at the start of the file."),
        row("-- @revision\n", "f.sql:1: Directive \"@revision\" names no id."),
        row("-- @revision a b\n", "f.sql:1: Directive \"@revision\" names 2 ids."),
        row("-- @revison a\n-- @revision a\n", "f.sql:1: Unknown directive \"@revison\"."),
        row("-- @Revision a\n-- @revision a\n", "f.sql:1: Unknown directive \"@Revision\"."),
        row("-- @revision a\n-- @größe x\n", "f.sql:2: Unknown directive \"@größe\"."),
        row(
            "-- @revision a\n-- @labels x\n-- @labels y\n",
            "f.sql:3: Directive \"@labels\" is repeated; it stands on line 2 already."),
        row(
            "-- @revision a\n--@revises b\n",
            "f.sql:2: A comment that reads like the directive \"@revises\" but is not written as one."),
        row(
            "-- @revision a\n  -- @upgrade\n",
            "f.sql:2: A comment that reads like the directive \"@upgrade\" but is not written as one."),
        row(
            "-- @revision a\n\nCREATE\n-- @upgrade\n",
            "f.sql:3: Text stands above the first section."),
        row(
            "x\n-- @revision a\n",
            "f.sql:1: Text stands above the header, which begins on line 2."),
        row(
            "-- @revision a\n-- @transaction off\n",
            "f.sql:2: Directive \"@transaction\" stands in the header."),
        row(
            "-- @revision a\n-- @irreversible\n",
            "f.sql:2: Directive \"@irreversible\" gives no reason."),
        row("-- @revision a\n-- @loses ,\n", "f.sql:2: Directive \"@loses\" names nothing."),
        row(
            "-- @revision a\n-- @loses b, a.b.c.d\n",
            "f.sql:2: Directive \"@loses\" has \"a.b.c.d\", which is no name of a table or column."),
        row(
            "-- @revision a\n\n-- @loses a.\n",
            "f.sql:3: Directive \"@loses\" has \"a.\", which is no name of a table or column."),
        row(
            "-- @revision a\n-- @loses \"a\"\n",
            "f.sql:2: Directive \"@loses\" has \"\"a\"\", which is no name of a table or column."),
        row(
            "-- @revision a\n-- @loses a;b\n",
            "f.sql:2: Directive \"@loses\" has \"a;b\", which is no name of a table or column."),
        row(
            "-- @revision a\n-- @loses a\n-- @loses b\n",
            "f.sql:3: Directive \"@loses\" is repeated; it stands on line 2 already."),
        row(
            "-- @revision a\n-- @created yesterday\n",
            "f.sql:2: Directive \"@created\" has \"yesterday\", which is no point in time."),
        row(
            "-- @revision a\n-- @created 2026-02-30T00:00:00Z\n",
            "f.sql:2: Directive \"@created\" has \"2026-02-30T00:00:00Z\", which is no point in time."),
        row(
            "-- @revision a\n-- @message b\u0000\n",
            "f.sql:2: The line holds a control character."));
  }

  private static Arguments row(String content, String problem) {
    return Arguments.of(content, problem);
  }

  @ParameterizedTest
  @MethodSource("badHeaders")
  void aBadHeaderIsReportedWithItsLine(String content, String problem) {
    ScriptFolder folder = new ScriptFolder(directory).write("f.sql", content);

    assertThat(problems(folder))
        .extracting(ScriptProblem::toString)
        .containsExactly("revisions/" + problem);
  }

  @Test
  void theNearestDirectiveIsSuggested() {
    ScriptFolder folder =
        new ScriptFolder(directory).write("f.sql", "-- @revision a\n-- @depends_on b\n");

    assertThat(problems(folder).get(0).hint().orElseThrow())
        .startsWith("Did you mean \"-- @depends-on\"?");
  }

  @Test
  void allProblemsOfAllFilesAreReportedTogether() {
    ScriptFolder folder =
        new ScriptFolder(directory)
            .write("b.sql", "-- @revision b\n-- @nonsense\n-- @created x\n")
            .write("a.sql", "select 1;")
            .write("c.sql", "-- @revision c\n-- @upgrade\n");

    InvalidScriptsException failure =
        catchThrowableOfType(InvalidScriptsException.class, folder::load);

    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_SCRIPTS);
    assertThat(failure)
        .hasMessage(
            """
            Cannot use the revision files: 3 problems.
              revisions/a.sql:1: No line "-- @revision ID" stands at the start of the file.
              revisions/b.sql:2: Unknown directive "@nonsense".
              revisions/b.sql:3: Directive "@created" has "x", which is no point in time.\
            """);
  }

  @Test
  void aFileThatIsNotUtf8IsReportedWithTheLine() {
    byte[] latin = "-- @revision a\n-- Länder\n-- @upgrade\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf16 = "\uFEFF-- @revision a\n".getBytes(StandardCharsets.UTF_16LE);
    ScriptFolder folder =
        new ScriptFolder(directory).write("latin.sql", latin).write("wide.sql", utf16);

    assertThat(problems(folder))
        .extracting(ScriptProblem::toString)
        .containsExactly(
            "revisions/latin.sql:2: The line is not UTF-8.",
            "revisions/wide.sql:1: The line is not UTF-8.");
  }

  @Test
  void aFolderWithTheNameOfAFileIsReported() throws IOException {
    Files.createDirectory(directory.resolve("x.sql"));

    assertThat(problems(new ScriptFolder(directory)))
        .extracting(ScriptProblem::toString)
        .containsExactly("revisions/x.sql: A folder stands where a revision file is expected.");
  }

  @Test
  void aFileThatVanishedIsReported() throws IOException {
    Files.createSymbolicLink(directory.resolve("x.sql"), Path.of("nowhere.sql"));

    assertThat(problems(new ScriptFolder(directory)))
        .extracting(ScriptProblem::code)
        .containsExactly(ErrorCode.FILE_UNREADABLE);
  }

  @Test
  void whatEditorsLeaveBehindIsNotRead() {
    RevisionScripts scripts =
        new ScriptFolder(directory)
            .write("a.sql", "-- @revision a\n-- @upgrade\n")
            .write(".#a.sql", "x")
            .write(".hidden.sql", "x")
            .write("#a.sql", "x")
            .write("a.sql~", "x")
            .write("README.md", "x")
            .load();

    assertThat(scripts.revisions()).hasSize(1);
  }

  @Test
  void problemsOfTheGraphAreReportedWithThoseOfTheHeaders() {
    ScriptFolder folder =
        new ScriptFolder(directory)
            .write("a.sql", "-- @revision a\n-- @revises a\n-- @upgrade\n")
            .write("b.sql", "\n-- @revision b\n-- @revises zzz\n-- @nonsense\n")
            .write("b2.sql", "-- @revision b\n");

    assertThat(problems(folder))
        .extracting(ScriptProblem::toString)
        .containsExactly(
            "revisions/a.sql:1: Cannot place revision \"a\": it names itself as parent.",
            "revisions/b.sql:2: Cannot tell revisions apart: the id \"b\" is used twice"
                + " (revisions/b.sql:2, revisions/b2.sql:1).",
            "revisions/b.sql:2: Cannot place revision \"b\": its parent \"zzz\" does not exist.",
            "revisions/b.sql:4: Unknown directive \"@nonsense\".");
  }

  @Test
  void aParentIsNotCalledMissingWhileAFileCannotBeRead() {
    ScriptFolder folder =
        new ScriptFolder(directory)
            .write("a.sql", "-- @revison a\n")
            .write("b.sql", "-- @revision b\n-- @revises a\n");

    assertThat(problems(folder))
        .extracting(ScriptProblem::code)
        .containsExactly(ErrorCode.MISSING_REVISION_DIRECTIVE, ErrorCode.UNKNOWN_DIRECTIVE);
  }

  @Test
  void goodHeadersThatFormNoGraphAreReportedByTheGraph() {
    ScriptFolder folder =
        new ScriptFolder(directory).write("b.sql", "-- @revision b\n-- @revises a\n");

    InvalidGraphException failure = catchThrowableOfType(InvalidGraphException.class, folder::load);

    assertThat(failure.problems().get(0).locations())
        .containsExactly(new SourceLocation("revisions/b.sql", 1));
  }

  @Test
  void invisibleCharactersDoNotHideADirective() {
    for (String invisible : List.of("\u00A0", "\u200B", "\uFEFF")) {
      ScriptFolder folder =
          new ScriptFolder(directory)
              .write("a.sql", "-- @revision a\n" + invisible + "-- @upgrade\nx\n");

      assertThat(problems(folder))
          .extracting(ScriptProblem::code)
          .contains(ErrorCode.MISWRITTEN_DIRECTIVE);
    }
  }

  private static List<ScriptProblem> problems(ScriptFolder folder) {
    return catchThrowableOfType(InvalidScriptsException.class, folder::load).problems();
  }
}
