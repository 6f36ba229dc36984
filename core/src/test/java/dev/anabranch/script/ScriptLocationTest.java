package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.revision.Revision;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptLocationTest {

  @TempDir Path directory;

  @Nested
  class Folders {

    @Test
    void aFolderIsRelativeToTheBaseDirectory() {
      assertThat(ScriptLocation.parse("db/revisions", directory))
          .isEqualTo(new ScriptLocation.Folder("db/revisions", directory.resolve("db/revisions")));
    }

    @Test
    void anAbsoluteFolderStaysAsItIs() {
      String text = directory.resolve("x").toString();

      assertThat(ScriptLocation.parse(text, Path.of("elsewhere")))
          .isEqualTo(new ScriptLocation.Folder(text, directory.resolve("x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "classpath:", "classpath:/"})
    void aTextThatNamesNoPlaceIsRefused(String text) {
      assertThatThrownBy(() -> ScriptLocation.parse(text, directory))
          .isInstanceOf(ScriptException.class)
          .hasMessageStartingWith("Cannot use \"");
    }

    @Test
    void severalFoldersAreOneProject() {
      new ScriptFolder(directory)
          .write("two/b.sql", file("b", "a"))
          .write("one/a.sql", file("a", ""));

      assertThat(ids(load("two", "one"))).containsExactly("b", "a");
    }

    @Test
    void foldersBelowAreReadOnlyIfAskedFor() {
      new ScriptFolder(directory)
          .write("r/a.sql", file("a", ""))
          .write("r/2026/b.sql", file("b", "a"))
          .write("r/.git/c.sql", "no revision");
      ScriptOptions flat = options("r");

      assertThat(ids(load(flat))).containsExactly("a");
      RevisionScripts all = load(flat.withDepth(ScriptOptions.Depth.RECURSIVE));
      assertThat(ids(all)).containsExactly("b", "a");
      assertThat(all.script("b").orElseThrow().location().path()).isEqualTo("r/2026/b.sql");
    }

    @Test
    void aFolderReachedThroughTwoLocationsIsReported() {
      new ScriptFolder(directory)
          .write("r/a.sql", file("a", ""))
          .write("r/sub/b.sql", file("b", ""));

      assertThat(problems(options("r", "./r")))
          .containsExactly(
              "./r: The same folder is reached through the locations \"r\" and \"./r\".");
      assertThat(problems(options("r/sub", "r").withDepth(ScriptOptions.Depth.RECURSIVE)))
          .containsExactly(
              "r/sub: The same folder is reached through the locations \"r/sub\" and \"r\".");
    }

    @Test
    void aLinkBackIntoALocationEndsTheWay() throws IOException {
      new ScriptFolder(directory).write("r/sub/a.sql", file("a", ""));
      Files.createSymbolicLink(directory.resolve("r/sub/loop"), directory.resolve("r"));

      assertThat(ids(load(options("r").withDepth(ScriptOptions.Depth.RECURSIVE))))
          .containsExactly("a");
    }

    @Test
    void locationsThatCannotBeReadAreReportedTogether() {
      new ScriptFolder(directory).write("file", "x");

      assertThat(problems(options("missing", "file", "classpath:no/such/folder")))
          .containsExactly(
              "classpath:no/such/folder: The class path has no folder \"no/such/folder\".",
              "file: The location of revision files is a file, not a folder.",
              "missing: The folder of revision files does not exist.");
    }

    @Test
    void anEmptyFolderIsAnEmptyProject() throws IOException {
      Files.createDirectory(directory.resolve("r"));

      assertThat(load("r").scripts()).isEmpty();
    }
  }

  @Nested
  class OnTheClassPath {

    @Test
    void aFolderOfADirectoryIsRead() throws IOException {
      new ScriptFolder(directory).write("classes dir/db/r/a.sql", file("a", ""));

      try (URLClassLoader loader = loader(directory.resolve("classes dir"))) {
        RevisionScripts scripts = load(loader, options("classpath:db/r"));
        assertThat(ids(scripts)).containsExactly("a");
        assertThat(scripts.scripts().get(0).location().path()).isEqualTo("classpath:db/r/a.sql");
      }
    }

    @Test
    void aFolderInsideAJarIsReadHeadersAndBodies() throws IOException {
      Path jar = directory.resolve("app one.jar");
      writeJar(
          jar, "db/", "db/r/", "db/r/1_ä %20b.sql", "db/r/2.sql", "db/r/sub/3.sql", "db/rest.sql");

      try (URLClassLoader loader = loader(jar)) {
        ScriptOptions flat = options("classpath:/db/r/");
        RevisionScripts scripts = load(loader, flat);
        assertThat(ids(scripts)).containsExactly("1", "2");
        SqlRevisionScript first = ScriptFolder.sql(scripts, 0);
        assertThat(first.sections().get(0).sql()).isEqualTo("select 1;\n");
        assertThat(first.file()).isEmpty();
        assertThat(first.location().path()).isEqualTo("classpath:db/r/1_ä %20b.sql");
        assertThat(first.checksum()).isEqualTo(first.body().checksum());
        assertThat(ids(load(loader, flat.withDepth(ScriptOptions.Depth.RECURSIVE))))
            .containsExactly("1", "2", "3");
      }
      Files.delete(jar);
    }

    @Test
    void theSameFolderOfTwoJarsIsOneLocation() throws IOException {
      Path one = directory.resolve("one.jar");
      Path two = directory.resolve("two.jar");
      writeJar(one, "r/", "r/1.sql");
      writeJar(two, "r/", "r/2.sql");

      try (URLClassLoader loader = loader(one, two)) {
        RevisionScripts scripts = load(loader, options("classpath:r"));
        assertThat(ids(scripts)).containsExactly("1", "2");
        assertThat(ScriptFolder.sql(scripts, 1).sections().get(0).sql()).isEqualTo("select 2;\n");
      }
    }

    private static void writeJar(Path jar, String... entries) throws IOException {
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        for (String entry : entries) {
          out.putNextEntry(new JarEntry(entry));
          if (entry.endsWith(".sql")) {
            String id = entry.substring(entry.lastIndexOf('/') + 1).substring(0, 1);
            out.write((file(id, "") + "select " + id + ";\n").getBytes(StandardCharsets.UTF_8));
          }
          out.closeEntry();
        }
      }
    }

    private static URLClassLoader loader(Path... places) throws IOException {
      URL[] urls = new URL[places.length];
      for (int i = 0; i < places.length; i++) {
        urls[i] = places[i].toUri().toURL();
      }
      return new URLClassLoader(urls, null);
    }
  }

  private static String file(String id, String revises) {
    return "-- @revision " + id + "\n-- @revises " + revises + "\n-- @upgrade\n";
  }

  private ScriptOptions options(String... locations) {
    return ScriptOptions.of(
        List.of(locations).stream().map(text -> ScriptLocation.parse(text, directory)).toList());
  }

  private RevisionScripts load(String... locations) {
    return load(options(locations));
  }

  private RevisionScripts load(ScriptOptions options) {
    return load(getClass().getClassLoader(), options);
  }

  private static RevisionScripts load(ClassLoader loader, ScriptOptions options) {
    return RevisionScripts.load(options, loader);
  }

  private List<String> problems(ScriptOptions options) {
    return catchThrowableOfType(InvalidScriptsException.class, () -> load(options))
        .problems()
        .stream()
        .map(ScriptProblem::toString)
        .toList();
  }

  private static List<String> ids(RevisionScripts scripts) {
    return scripts.revisions().stream().map(Revision::id).toList();
  }
}
