package dev.anabranch.dialect.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Schemas of other projects, which lie in the shared/ folder beside the checkout. */
final class RealSchemas {

  private static final Path FOLDER = Path.of("..", "..", "shared", "schemas", "postgresql");
  private static final Pattern CLIENT_COMMAND = Pattern.compile("(?m)^\\\\[a-z]+.*$");

  private RealSchemas() {}

  /** Returns the names of the files in order; the test is skipped where there are none. */
  static List<String> names() {
    assumeTrue(
        Files.isDirectory(FOLDER),
        () -> "There is no folder " + FOLDER.toAbsolutePath().normalize() + " with real schemas.");
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".sql"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the lines that are commands of psql, of which these files have one on a line of its
   * own.
   */
  static List<Integer> clientCommandLines(String script) {
    return CLIENT_COMMAND
        .matcher(script)
        .results()
        .map(found -> 1 + (int) script.substring(0, found.start()).lines().count())
        .toList();
  }

  /** Returns the script without commands of psql. */
  static String withoutClientCommands(String script) {
    return CLIENT_COMMAND.matcher(script).replaceAll("");
  }
}
