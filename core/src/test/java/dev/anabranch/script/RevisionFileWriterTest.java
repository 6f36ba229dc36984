package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionFileWriterTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T23:40:00.123Z"), ZoneOffset.UTC);

  @TempDir Path directory;

  @Nested
  class Text {

    @Test
    void aFileBeginsWithAnAlignedHeader() throws IOException {
      Revision revision =
          new Revision(
              "ae1027a6acf0",
              List.of("1975ea83b712"),
              List.of("27c6a30d7c24", "lib"),
              List.of("billing"),
              "Add last order",
              Optional.empty());

      RevisionScript script = write(revision);

      Path file = directory.resolve("ae1027a6acf0_add_last_order.sql");
      assertThat(script.file()).contains(file);
      assertThat(script.created()).contains(Instant.parse("2026-11-22T23:40:00Z"));
      assertThat(Files.readString(file))
          .isEqualTo(
              """
              -- @revision    ae1027a6acf0
              -- @revises     1975ea83b712
              -- @labels      billing
              -- @depends-on  27c6a30d7c24, lib
              -- @created     2026-11-22T23:40:00Z
              -- @message     Add last order

              -- @upgrade
              -- The statements of the change, each ended by a semicolon.

              -- @downgrade
              -- The statements that take it back. If there is no way back, put a line
              -- with @irreversible and the reason in place of this section.
              """);
    }

    @Test
    void aMessageThatTheFileNameTellsIsNotRepeated() throws IOException {
      RevisionScript script = write(revision("1", "add last order"));

      assertThat(Files.readString(script.file().orElseThrow())).doesNotContain("@message");
      assertThat(script.revision().message()).isEqualTo("add last order");
    }

    @Test
    void aMessageInAnotherScriptStandsInTheHeader() {
      RevisionScript script = write(revision("1", " Добавить заказ "));

      assertThat(script.file()).contains(directory.resolve("1.sql"));
      assertThat(folder().loadOnly().revision().message()).isEqualTo("Добавить заказ");
    }

    @Test
    void dialectsGetSectionsOfTheirOwn() {
      writer().write(revision("1", "x"), folder().location(), List.of("mysql", "postgresql"));

      assertThat(folder().loadOnly().sections())
          .extracting(section -> section.direction() + " " + section.dialects())
          .containsExactly(
              "UPGRADE [mysql]",
              "UPGRADE [postgresql]",
              "DOWNGRADE [mysql]",
              "DOWNGRADE [postgresql]");
    }

    @Test
    void aNewFileHasBlankSections() {
      write(revision("0", "x"));
      write(revision("1", "x"));
      write(Revision.of("2", "1", "0"));

      for (RevisionScript script : folder().load().scripts()) {
        assertThat(((SqlRevisionScript) script).sections())
            .hasSize(2)
            .allMatch(ScriptSection::isBlank);
      }
    }

    @Test
    void datesInNamesFollowTheTimeZone() {
      ScriptOptions options =
          folder()
              .options()
              .withFileNames(FileNameTemplate.parse("{year}{month}{day}_{id}"))
              .withTimezone(ZoneId.of("Europe/Berlin"));

      RevisionScript script =
          writer(options).write(revision("1", ""), folder().location(), List.of());

      assertThat(script.file()).contains(directory.resolve("20261123_1.sql"));
      assertThat(script.revision().message()).isEmpty();
    }
  }

  @Nested
  class Refusals {

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a,b", "a\nb", "a\u0000"})
    void anIdThatCouldNotBeReadBackIsRefused(String id) {
      assertThat(refusal(revision(id, "x"))).isEqualTo(ErrorCode.UNWRITABLE_VALUE);
      assertThat(files()).isEmpty();
    }

    @Test
    void aMessageOfSeveralLinesIsRefused() {
      assertThat(refusal(revision("1", "a\n-- @upgrade\ndrop")))
          .isEqualTo(ErrorCode.UNWRITABLE_VALUE);
      assertThat(files()).isEmpty();
    }

    @Test
    void anIdOrLabelCreatedMeanwhileIsRefused() {
      folder().write("other.sql", "-- @revision 1\n-- @labels lib\n-- @upgrade\n");
      Revision labelled =
          new Revision("2", List.of(), List.of(), List.of("lib"), "", Optional.empty());

      assertThatThrownBy(() -> write(revision("1", "x")))
          .hasMessage(
              "Cannot create revision \"1\": \"1\" has been created by somebody else meanwhile, in"
                  + " \"revisions/other.sql\".");
      assertThat(refusal(labelled)).isEqualTo(ErrorCode.FILE_EXISTS);
      assertThat(files()).containsExactly("other.sql");
    }

    @Test
    void aFileWithTheSameNameIsNeverOverwritten() throws IOException {
      folder().write("1_x.sql", "-- @revision 2\n-- @upgrade\n");
      String before = Files.readString(directory.resolve("1_x.sql"));

      assertThat(refusal(revision("1", "x"))).isEqualTo(ErrorCode.FILE_EXISTS);

      assertThat(Files.readString(directory.resolve("1_x.sql"))).isEqualTo(before);
      assertThat(files()).containsExactly("1_x.sql");
    }

    @Test
    void aFolderThatIsNoLocationIsRefused() {
      ScriptLocation other = ScriptLocation.Folder.of(directory.resolve("other"));
      ScriptLocation classPath = new ScriptLocation.ClassPath("db");

      for (ScriptLocation location : List.of(other, classPath)) {
        assertThatThrownBy(() -> writer().write(revision("1", "x"), location, List.of()))
            .isInstanceOfSatisfying(
                ScriptException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.ILLEGAL_LOCATION));
      }
    }

    @Test
    void aFolderBelowARecursiveLocationIsTaken() throws IOException {
      Path below = Files.createDirectories(directory.resolve("2026"));
      ScriptOptions options = folder().options().withDepth(ScriptOptions.Depth.RECURSIVE);

      writer(options)
          .write(revision("1", "x"), new ScriptLocation.Folder("revisions/2026", below), List.of());

      assertThat(below.resolve("1_x.sql")).exists();
    }

    @Test
    void aMissingFolderIsReported() throws IOException {
      Files.delete(directory);

      assertThat(refusal(revision("1", "x"))).isEqualTo(ErrorCode.LOCATION_MISSING);
      Files.createDirectory(directory);
    }

    @Test
    void aDialectNameThatCouldNotBeReadBackIsRefused() {
      assertThatThrownBy(
              () -> writer().write(revision("1", "x"), folder().location(), List.of("MySQL 8")))
          .hasMessage("Cannot create revision \"1\": \"MySQL 8\" is no name of a dialect.");
    }
  }

  @Test
  void ofManyWritersOfOneIdOneSucceeds() throws Exception {
    for (int round = 0; round < 25; round++) {
      String id = "r" + round;
      int writers = 4;
      CyclicBarrier start = new CyclicBarrier(writers);
      List<Callable<Path>> tasks = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        // Every second one would even get a file name of its own.
        String message = i % 2 == 0 ? "x" : "x" + i;
        tasks.add(
            () -> {
              start.await();
              return write(revision(id, message)).file().orElseThrow();
            });
      }
      assertThat(successes(tasks)).hasSize(1);
    }
    assertThat(folder().load().revisions()).hasSize(25);
    assertThat(files()).hasSize(25);
  }

  private static List<Path> successes(List<Callable<Path>> tasks) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    List<Path> written = new ArrayList<>();
    try {
      for (Future<Path> future : threads.invokeAll(tasks)) {
        try {
          written.add(future.get());
        } catch (ExecutionException e) {
          assertThat(e.getCause())
              .isInstanceOfSatisfying(
                  ScriptException.class,
                  refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FILE_EXISTS));
        }
      }
    } finally {
      threads.shutdownNow();
    }
    return written;
  }

  private static Revision revision(String id, String message) {
    return new Revision(id, List.of(), List.of(), List.of(), message, Optional.empty());
  }

  @Nested
  class InJava {

    @Test
    void aFileIsWrittenAsItsAuthorWouldHave() throws IOException {
      Revision revision =
          new Revision(
              "ae1027a6acf0",
              List.of("1975ea83b712"),
              List.of("27c6a30d7c24"),
              List.of("billing", "crm"),
              "Add \"last\" order",
              Optional.empty());

      JavaRevisionScript script = writer().writeJava(revision, folder().location());

      Path file = directory.resolve("ae1027a6acf0_add_last_order.java");
      assertThat(script.file()).contains(file);
      assertThat(script.className()).isEqualTo("AddLastOrder");
      assertThat(Files.readString(file))
          .isEqualTo(
              """
              import static dev.anabranch.migration.Definitions.*;

              import dev.anabranch.migration.Migration;
              import dev.anabranch.migration.Operations;
              import dev.anabranch.migration.RevisionInfo;

              @RevisionInfo(
                  id = "ae1027a6acf0",
                  revises = {"1975ea83b712"},
                  labels = {"billing", "crm"},
                  dependsOn = {"27c6a30d7c24"},
                  message = "Add \\"last\\" order",
                  created = "2026-11-22T23:40:00Z")
              public class AddLastOrder implements Migration {

                @Override
                public void upgrade(Operations op) {
                  // The change, such as op.addColumn("customer", column("last_order", date()));
                }

                @Override
                public void downgrade(Operations op) {
                  // What takes it back, such as op.dropColumn("customer", "last_order");
                }
              }
              """);
      assertThat(script.migration()).isNotNull();
    }

    @Test
    void whatTheCommentsSuggestCompiles() throws IOException {
      JavaRevisionScript script =
          writer().writeJava(revision("1", "add last order"), folder().location());
      Path file = script.file().orElseThrow();
      Files.writeString(
          file, Files.readString(file).replaceAll("// [^\n]* such as (op[^\n]*;)", "$1"));

      assertThat(Files.readString(file)).contains("    op.addColumn(", "    op.dropColumn(");
      assertThat(folder().check()).isEmpty();
    }

    @Test
    void aMergeSaysThatItJoins() throws IOException {
      writer().writeJava(revision("0", "x"), folder().location());
      writer().writeJava(revision("1", "y"), folder().location());
      JavaRevisionScript script =
          writer().writeJava(Revision.of("2", "1", "0"), folder().location());

      assertThat(script.className()).isEqualTo("Revision2");
      assertThat(Files.readString(script.file().orElseThrow()))
          .contains("revises = {\"1\", \"0\"}", "// Joins the branches;");
      assertThat(folder().check()).isEmpty();
    }

    @Test
    void theClassGetsANumberWhereAnotherFileHasItsName() {
      writer().writeJava(revision("1", "add column"), folder().location());
      folder().write("Tools.java", "class Tools {} class AddColumn2 {}");

      JavaRevisionScript script =
          writer().writeJava(revision("2", "add column"), folder().location());

      assertThat(script.className()).isEqualTo("AddColumn3");
      assertThat(script.location().path()).isEqualTo("revisions/2_add_column.java");
      assertThat(folder().check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "migration, 1, RevisionMigration",
      "operations, 1, RevisionOperations",
      "2nd try, 1, Revision2ndTry",
      "'', ab/c, Revisionab_c",
      "Добавить, 1, Revision1",
      "object, 1, Object",
      "class, 1, Class"
    })
    void theClassHasANameThatCanBeUsed(String message, String id, String className) {
      JavaRevisionScript script = writer().writeJava(revision(id, message), folder().location());

      assertThat(script.className()).isEqualTo(className);
      assertThat(folder().check()).isEmpty();
    }

    @Test
    void nothingTakesThePlaceOfAnother() throws IOException {
      Files.writeString(directory.resolve("1_x.java"), "// mine");

      assertThatThrownBy(() -> writer().writeJava(revision("1", "x"), folder().location()))
          .isInstanceOf(ScriptException.class)
          .hasMessageContaining("1_x.java\" exists already.");
      assertThat(directory.resolve("1_x.java")).hasContent("// mine");
    }

    @Test
    void aTakenIdIsRefusedWhateverItIsWrittenIn() {
      write(revision("1", "x"));

      assertThatThrownBy(() -> writer().writeJava(revision("1", "y"), folder().location()))
          .isInstanceOf(ScriptException.class)
          .hasMessageContaining("\"1\" has been created by somebody else meanwhile");
      assertThat(directory.resolve("1_y.java")).doesNotExist();
    }
  }

  private RevisionScript write(Revision revision) {
    return writer().write(revision, folder().location(), List.of());
  }

  private ErrorCode refusal(Revision revision) {
    return catchThrowableOfType(ScriptException.class, () -> write(revision)).code();
  }

  private RevisionFileWriter writer() {
    return writer(folder().options());
  }

  private RevisionFileWriter writer(ScriptOptions options) {
    return new RevisionFileWriter(
        options, getClass().getClassLoader(), Transliterator.latin(), CLOCK);
  }

  private ScriptFolder folder() {
    return new ScriptFolder(directory);
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
