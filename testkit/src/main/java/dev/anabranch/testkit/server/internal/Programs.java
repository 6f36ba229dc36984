package dev.anabranch.testkit.server.internal;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of the operating system and of unpacked archives. */
final class Programs {

  private static final long PATIENCE_SECONDS = 120;
  private static final int SHOWN_LINES = 5;

  private Programs() {}

  /**
   * Runs a command to its end.
   *
   * @param command the program with its arguments
   * @param log where it writes
   * @throws IOException if it cannot be started or fails; with the end of what it wrote
   */
  static void run(List<String> command, Path log) throws IOException, InterruptedException {
    Process process = start(command, log);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IOException(command.get(0) + " did not end" + tail(log));
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          command.get(0) + " ended with status " + process.exitValue() + tail(log));
    }
  }

  /**
   * Starts a command.
   *
   * @param command the program with its arguments
   * @param log where it writes
   */
  static Process start(List<String> command, Path log) throws IOException {
    Redirect file = Redirect.appendTo(log.toFile());
    return new ProcessBuilder(command)
        .redirectInput(Redirect.from(new File("/dev/null")))
        .redirectOutput(file)
        .redirectError(file)
        .start();
  }

  /** Makes a program executable, and fails if it is not there. */
  static void require(Path program) throws IOException {
    if (!Files.exists(program) || !program.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + program + " executable");
    }
  }

  /** Returns what a program wrote, line by line, in whatever encoding. */
  static List<String> lines(Path log) throws IOException {
    return Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
  }

  /** Returns the last lines of what a program wrote, to stand behind a reason. */
  static String tail(Path log) throws IOException {
    List<String> lines = lines(log);
    return lines.isEmpty()
        ? ""
        : " - "
            + String.join(
                " / ", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
  }
}
