package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Revision;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works on a file system that has no links: the inside of a zip file. */
class OtherFileSystemTest {

  @TempDir Path directory;

  private FileSystem zip;
  private ScriptFolder folder;

  @BeforeEach
  void open() throws IOException {
    zip = FileSystems.newFileSystem(directory.resolve("r.zip"), Map.of("create", "true"));
    folder = new ScriptFolder(Files.createDirectory(zip.getPath("/r")));
  }

  @AfterEach
  void close() throws IOException {
    zip.close();
  }

  @Test
  void filesAreReadAndCreated() throws IOException {
    write(Revision.of("a"));
    write(Revision.of("b", "a"));

    assertThat(folder.load().graph().heads()).containsExactly("b");
    assertThat(ScriptFolder.sql(folder.load(), 0).sections()).hasSize(2);
    try (Stream<Path> files = Files.list(folder.directory())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("a.sql", "b.sql");
    }
  }

  @Test
  void aFileIsNotOverwrittenThereEither() throws IOException {
    folder.write("a.sql", "-- @revision other\n");

    ScriptException refused =
        catchThrowableOfType(ScriptException.class, () -> write(Revision.of("a")));

    assertThat(refused.code()).isEqualTo(ErrorCode.FILE_EXISTS);
    assertThat(Files.readString(folder.directory().resolve("a.sql")))
        .isEqualTo("-- @revision other\n");
  }

  private void write(Revision revision) {
    new RevisionFileWriter(
            folder.options(),
            getClass().getClassLoader(),
            Transliterator.latin(),
            Clock.systemUTC())
        .write(revision, folder.location(), List.of());
  }
}
