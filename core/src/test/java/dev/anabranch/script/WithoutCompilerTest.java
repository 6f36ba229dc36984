package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another Java, without the compiler's module, as many runtime images are made. */
class WithoutCompilerTest {

  @TempDir Path directory;
  private ScriptFolder folder;

  @BeforeEach
  void writeRevision() {
    folder =
        new ScriptFolder(directory.resolve("revisions"))
            .write(
                "1_a.java",
                """
                import dev.anabranch.migration.*;
                @RevisionInfo(id = "1")
                public class A implements Migration {
                  @Override public void upgrade(Operations op) {}
                  @Override public void downgrade(Operations op) {}
                }
                """);
  }

  @Test
  void compilingIsAClearError() throws Exception {
    assertThat(run())
        .startsWith(
            "Cannot use the revision files: 1 problem.\n"
                + "  revisions/1_a.java: Revisions in Java have to be compiled, and the Java in \"")
        .contains(
            "\" has no compiler.\nhint: Use a JDK of release "
                + Runtime.version().feature()
                + ", or build the revisions onto the class path.");
  }

  @Test
  void whatACompilerHasLeftInTheCacheIsUsed() throws Exception {
    // The class path is part of what an entry is for, so the compiler runs in such a process, too.
    assertThat(run("jdk.compiler")).isEqualTo("A\n");

    assertThat(run()).isEqualTo("A\n");
  }

  @Test
  void headersAreReadWithoutOne() throws Exception {
    folder.write("1_a.java", "@RevisionInfo(id = \"1\") public class A {}");
    folder.write("2_b.java", "@RevisionInfo(id = X) public class B {}");

    assertThat(run())
        .startsWith(
            "Cannot use the revision files: 1 problem.\n"
                + "  revisions/2_b.java:1: \"id\" of @RevisionInfo has X");
  }

  private String run(String... more) throws IOException, InterruptedException {
    List<String> modules = new ArrayList<>(List.of("java.base", "java.sql"));
    modules.addAll(List.of(more));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                String.join(",", modules),
                "-cp",
                classPath(),
                Program.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static String classPath() {
    return String.join(
        System.getProperty("path.separator"),
        Path.of("target/classes").toAbsolutePath().toString(),
        Path.of("target/test-classes").toAbsolutePath().toString());
  }

  /** What runs in the other Java. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) {
      Path directory = Path.of(arguments[0]);
      ScriptOptions options =
          new ScriptFolder(directory.resolve("revisions"))
              .options()
              .withJava(new JavaOptions(List.of(), Optional.of(directory.resolve("cache"))));
      try {
        RevisionScripts scripts = RevisionScripts.load(options, Program.class.getClassLoader());
        JavaRevisionScript script = (JavaRevisionScript) scripts.scripts().get(0);
        System.out.println(script.migration().getClass().getName());
      } catch (InvalidScriptsException e) {
        System.out.println(e.getMessage());
        System.out.println("hint: " + e.hint().orElse(""));
      }
    }
  }
}
