package dev.anabranch.testkit.rows;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Schemas of other projects, which lie in the shared/ folder beside the checkout. */
public final class RealSchemas {

  private static final Path FOLDER = Path.of("..", "..", "shared", "schemas");
  private static final Pattern CLIENT_COMMAND = Pattern.compile("(?m)^\\\\[a-z]+.*$");

  private RealSchemas() {}

  /** Returns the files of a product in order; the test is skipped where there are none. */
  public static List<Path> of(String product) {
    Path folder = FOLDER.resolve(product);
    assumeTrue(
        Files.isDirectory(folder),
        () -> "There is no folder " + folder.toAbsolutePath().normalize() + " with real schemas.");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a script without commands of a client. */
  public static String read(Path file) {
    try {
      return CLIENT_COMMAND.matcher(Files.readString(file)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
