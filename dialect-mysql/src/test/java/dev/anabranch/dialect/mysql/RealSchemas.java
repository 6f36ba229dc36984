package dev.anabranch.dialect.mysql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Schemas of other projects, which lie in the shared/ folder beside the checkout. */
final class RealSchemas {

  private static final Path FOLDER = Path.of("..", "..", "shared", "schemas", "mysql");

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

  static Path file(String name) {
    return FOLDER.resolve(name);
  }

  static String read(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
