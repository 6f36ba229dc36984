package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions in Java may use classes that the configuration names, and those of the program. */
class JavaClassPathTest {

  @TempDir Path directory;
  private ScriptFolder folder;

  @BeforeEach
  void writeRevisionThatUsesALibrary() {
    folder =
        new ScriptFolder(directory.resolve("revisions"))
            .write(
                "1_a.java",
                """
                import com.acme.Library;
                import dev.anabranch.migration.*;
                @RevisionInfo(id = "1")
                public class A implements Migration {
                  @Override public void upgrade(Operations op) {}
                  @Override public void downgrade(Operations op) {}
                  @Override public String toString() { return new Library().word(); }
                }
                """);
  }

  @Nested
  class AnEntry {

    @Test
    void isAFolderOfClasses() {
      library(directory.resolve("lib"));

      assertThat(says("lib/classes")).isEqualTo("word");
      assertThat(says("./lib/classes/")).isEqualTo("word");
      assertThat(says(directory.resolve("lib/classes").toString())).isEqualTo("word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib/library.jar", "lib/*.jar", "lib/lib*", "lib/l?brary.jar"})
    void isAJarOrSeveral(String entry) throws IOException {
      jar();

      assertThat(says(entry)).isEqualTo("word");
    }

    @Test
    void isMissedWhenTheSourcesAreCompiled() {
      assertThat(check())
          .contains("revisions/1_a.java:1: The compiler says: package com.acme does not exist.");
    }

    @Test
    void thatIsNotThereIsReported() throws IOException {
      Files.createDirectories(directory.resolve("empty"));

      assertThat(check("lib/library.jar", "lib/*.jar"))
          .containsExactlyInAnyOrder(
              "lib/library.jar: There is no such file or folder.",
              "lib/*.jar: The folder \"" + directory.resolve("lib") + "\" cannot be listed.");
      assertThat(check("empty/*.jar"))
          .as("a pattern that fits nothing")
          .contains("revisions/1_a.java:1: The compiler says: package com.acme does not exist.");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "''|it is empty",
          "'  '|it is empty",
          "*/lib.jar|a \"*\" stands for a part of its last name only",
          "lib?/*.jar|a \"*\" stands for a part of its last name only"
        })
    void thatNamesNoPlaceIsRefused(String entry, String reason) {
      assertThatThrownBy(() -> ClassPathEntry.parse(entry, directory))
          .isInstanceOf(ScriptException.class)
          .hasMessage(
              "Cannot use \"" + entry + "\" on the class path of revisions: " + reason + ".");
    }
  }

  @Test
  void classesOfTheGivenClassLoaderAreSeen() throws IOException {
    JavaBuild library = library(directory.resolve("lib"));

    try (URLClassLoader loader = library.loader()) {
      RevisionScripts scripts = RevisionScripts.load(folder.options(), loader);
      assertThat(((JavaRevisionScript) scripts.scripts().get(0)).migration()).hasToString("word");
    }
  }

  private static ClassLoader loader() {
    return JavaClassPathTest.class.getClassLoader();
  }

  private JavaBuild library(Path place) {
    JavaBuild build = new JavaBuild(place);
    build.write(
        "com/acme/Library.java",
        "package com.acme; public class Library { public String word() { return \"word\"; } }");
    assertThat(build.compile()).isEmpty();
    return build;
  }

  private void jar() throws IOException {
    JavaBuild build = library(directory.resolve("build"));
    Files.createDirectories(directory.resolve("lib"));
    try (JarOutputStream out =
        new JarOutputStream(Files.newOutputStream(directory.resolve("lib/library.jar")))) {
      out.putNextEntry(new JarEntry("com/acme/Library.class"));
      out.write(Files.readAllBytes(build.classFile("com.acme.Library")));
    }
  }

  private ScriptOptions options(String... entries) {
    List<ClassPathEntry> classPath = new ArrayList<>();
    for (String entry : entries) {
      classPath.add(ClassPathEntry.parse(entry, directory));
    }
    return folder.options().withJava(JavaOptions.none().withClassPath(classPath));
  }

  private String says(String... entries) {
    RevisionScripts scripts = RevisionScripts.load(options(entries), loader());
    return ((JavaRevisionScript) scripts.scripts().get(0)).migration().toString();
  }

  private List<String> check(String... entries) {
    return ScriptChecker.of(options(entries), loader()).check().stream()
        .map(ScriptProblem::toString)
        .toList();
  }
}
