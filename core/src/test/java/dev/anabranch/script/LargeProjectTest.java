package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeProjectTest {

  private static final int FILES = 10_000;
  private static final int LINES = 800_000;

  @TempDir Path directory;

  @Test
  void tenThousandFilesAreLoadedInTheOrderOfTheirNames() {
    ScriptFolder folder = new ScriptFolder(directory);
    for (int i = 0; i < FILES; i++) {
      folder.write(
          "%05d_step.sql".formatted(i),
          "-- @revision %05d\n-- @revises %s\n-- @created 2026-11-22T16:40:00Z\n-- @upgrade\nx;\n"
              .formatted(i, i == 0 ? "" : "%05d".formatted(i - 1)));
    }

    long start = System.nanoTime();
    RevisionScripts scripts = folder.load();
    long millis = (System.nanoTime() - start) / 1_000_000;

    System.out.println("Loaded " + FILES + " revision files in " + millis + " ms.");
    assertThat(scripts.scripts()).hasSize(FILES);
    assertThat(scripts.graph().heads()).containsExactly("09999");
    assertThat(scripts.scripts().get(1234).revision().id()).isEqualTo("01234");
  }

  @Test
  void tenThousandSourcesInJavaAreLoadedWithoutCompiling() {
    ScriptFolder folder = new ScriptFolder(directory);
    for (int i = 0; i < FILES; i++) {
      folder.write(
          "%05d_step.java".formatted(i),
          """
          import static dev.anabranch.migration.Definitions.*;

          import dev.anabranch.migration.*;

          /** Creates table %1$d, of which there are many. */
          @RevisionInfo(id = "%1$05d", revises = {%2$s}, created = "2026-11-22T16:40:00Z")
          public class Step%1$d implements Migration {
            @Override
            public void upgrade(Operations op) {
              op.createTable("t%1$d", column("id", bigint()).identity().primaryKey());
            }

            @Override
            public void downgrade(Operations op) {
              op.dropTable("t%1$d");
            }
          }
          """
              .formatted(i, i == 0 ? "" : "\"%05d\"".formatted(i - 1)));
    }

    long start = System.nanoTime();
    RevisionScripts scripts = folder.load();
    long millis = (System.nanoTime() - start) / 1_000_000;

    System.out.println("Loaded " + FILES + " revisions in Java in " + millis + " ms.");
    assertThat(scripts.graph().heads()).containsExactly("09999");
    assertThat(((JavaRevisionScript) scripts.scripts().get(1234)).className())
        .isEqualTo("Step1234");
  }

  @Test
  void aFileOfFiftyMegabytesIsReadOnce() throws IOException {
    Path file = directory.resolve("big.sql");
    String line = "INSERT INTO t (id, name) VALUES (1234567, 'a name of some length');\r\n";
    try (Writer out = new BufferedWriter(Files.newBufferedWriter(file))) {
      out.write("-- @revision big\r\n-- @upgrade\r\n");
      for (int i = 0; i < LINES; i++) {
        out.write(line);
      }
      out.write("-- @downgrade\r\nDELETE FROM t;\r\n");
    }
    assertThat(Files.size(file)).isGreaterThan(50_000_000);

    SqlRevisionScript script = new ScriptFolder(directory).loadOnly();
    long start = System.nanoTime();
    ScriptBody body = script.body();
    long millis = (System.nanoTime() - start) / 1_000_000;

    System.out.println("Read " + Files.size(file) / 1_000_000 + " MB in " + millis + " ms.");
    List<ScriptSection> sections = body.sections();
    assertThat(sections).hasSize(2);
    assertThat(sections.get(0).sql())
        .hasSize(LINES * (line.length() - 1))
        .startsWith("INSERT INTO t (id, name) VALUES (1234567,");
    assertThat(sections.get(1).firstLine()).isEqualTo(LINES + 4);
    assertThat(script.checksum()).isEqualTo(body.checksum());
  }

  @Test
  void aLargeFileWithoutAHeaderIsTurnedAwayAtItsFirstLine() throws IOException {
    Files.writeString(directory.resolve("dump.sql"), "x".repeat(20_000_000));

    assertThat(new ScriptFolder(directory).check())
        .containsExactly("dump.sql:1 No line \"-- @revision ID\" stands at the start of the file.");
  }
}
