package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.revision.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back the same. */
class WrittenFilesTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T16:40:00Z"), ZoneOffset.UTC);

  @Property(tries = 100)
  void aRevisionIsReadBackAsItWasWritten(
      @ForAll("revisions") Revision revision,
      @ForAll("templates") String template,
      @ForAll("endings") String ending)
      throws IOException {
    Path directory = Files.createTempDirectory("written");
    try {
      ScriptFolder folder = new ScriptFolder(directory);
      ScriptOptions options = folder.options().withFileNames(FileNameTemplate.parse(template));
      RevisionScript written =
          new RevisionFileWriter(
                  options, getClass().getClassLoader(), Transliterator.latin(), CLOCK)
              .write(revision, folder.location(), List.of());
      Path file = written.file().orElseThrow();
      String text = Files.readString(file).replace("\n", ending);
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));

      Headers headers = Headers.read(options, getClass().getClassLoader());

      assertThat(headers.problems()).isEmpty();
      Revision read = headers.revisions().get(0);
      assertThat(read).isEqualTo(written.revision());
      assertThat(read.id()).isEqualTo(revision.id());
      assertThat(read.downRevisions()).isEqualTo(revision.downRevisions());
      assertThat(read.dependsOn()).isEqualTo(revision.dependsOn());
      assertThat(read.labels()).isEqualTo(revision.labels());
      assertThat(read.message()).isEqualTo(revision.message().strip());
      Files.delete(file);
    } finally {
      Files.delete(directory);
    }
  }

  @Property(tries = 40)
  void aRevisionInJavaIsReadBackByReaderAndCompiler(
      @ForAll("revisions") Revision revision, @ForAll("endings") String ending) throws IOException {
    Path directory = Files.createTempDirectory("written");
    try {
      ScriptFolder folder = new ScriptFolder(directory);
      JavaRevisionScript written =
          new RevisionFileWriter(
                  folder.options(), getClass().getClassLoader(), Transliterator.latin(), CLOCK)
              .writeJava(revision, folder.location());
      Path file = written.file().orElseThrow();
      String text = Files.readString(file).replace("\n", ending);
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));

      JavaRevisionScript read = folder.loadOnlyJava();

      assertThat(read.revision()).isEqualTo(written.revision());
      assertThat(read.revision().id()).isEqualTo(revision.id());
      assertThat(read.revision().message()).isEqualTo(revision.message().strip());
      assertThat(read.created()).contains(CLOCK.instant());
      // The class has to say what was read, or there is no instance.
      assertThat(read.migration()).isNotNull();
      Files.delete(file);
    } finally {
      Files.delete(directory);
    }
  }

  @Provide
  Arbitrary<Revision> revisions() {
    Arbitrary<List<String>> names = names().list().ofMaxSize(3);
    return Combinators.combine(names(), names, names, names, messages())
        .as(
            (id, parents, dependencies, labels, message) ->
                new Revision(id, parents, dependencies, labels, message, Optional.empty()));
  }

  @Provide
  Arbitrary<String> templates() {
    return Arbitraries.of("{id}_{slug}", "{year}{month}_{slug}_{id}", "{epoch}-{id}", "{slug}{id}");
  }

  @Provide
  Arbitrary<String> endings() {
    return Arbitraries.of("\n", "\r\n", "\r");
  }

  /** Free text as real projects have it: digits, dots, capitals, letters of any alphabet. */
  private static Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars("abcXYZ0189._/\\*?\"'#~éßж数")
        .ofMinLength(1)
        .ofMaxLength(20);
  }

  private static Arbitrary<String> messages() {
    return Arbitraries.strings().withChars("abc XYZ 019 .,:;-_@#'\"/\\{}éßж数\t").ofMaxLength(60);
  }
}
