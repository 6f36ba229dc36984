package dev.anabranch.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anabranch.cli.command.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the completion in a Bash. */
class BashCompletionTest {
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir Path folder;

  @BeforeEach
  void needsBash() {
    assumeTrue(Files.isExecutable(BASH), "there is no /bin/bash on this machine");
  }

  @ParameterizedTest(name = "typed: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anabranch hea              | heads
          anabranch -C /tmp his      | history
          anabranch upgrade --dr     | --dry-run
          anabranch --json upgrade --res |
          anabranch completion f     | fish
          anabranch init --template m | multi-database
          anabranch downgrade ba     | base
          anabranch upgrade ae       | ae1
          anabranch help tar         | targets
          anabranch stamp --purge c  | current
          """)
  void completes(String typed, String expected) throws Exception {
    Path script = folder.resolve("test.bash");
    Files.writeString(
        script,
        new Completion(Commands.CATALOGUE).bash()
            + """
              anabranch() { echo '<base> -> ae1 [billing] (head), message'; }
              COMP_WORDS=(%s)
              COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
              _anabranch
              echo "${COMPREPLY[*]}"
              """
                .formatted(typed));

    assertThat(output(script)).isEqualTo((expected == null ? "" : expected) + "\n");
  }

  private static String output(Path script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(BASH.toString(), "--norc", script.toString())
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text;
  }
}
