package dev.anabranch.cli;

import dev.anabranch.cli.process.Environment;
import dev.anabranch.cli.process.Interruption;
import dev.anabranch.cli.process.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the usual commands once, on a project of its own in memory and a temporary folder, so that
 * their classes are loaded.
 */
final class Training {
  private static final String SHOP = "jdbc:h2:mem:anabranch_training;DB_CLOSE_DELAY=-1";

  private Training() {}

  static void run() {
    Path folder;
    try {
      folder = Files.createTempDirectory("anabranch-train");
    } catch (IOException e) {
      // Without a folder there is nothing to learn; the archive is only smaller.
      return;
    }
    try {
      lessons(folder);
    } finally {
      delete(folder);
    }
  }

  private static void lessons(Path folder) {
    run(folder, "init", "--url", SHOP);
    run(folder, "revision", "-m", "one", "--rev-id", "one");
    run(folder, "revision", "-m", "two", "--rev-id", "two");
    run(folder, "revision", "-m", "three", "--rev-id", "three", "--head", "one", "--splice");
    run(folder, "merge", "heads", "--rev-id", "four");
    write(folder.resolve("revisions/two_two.sql"), TWO);
    run(folder, "heads");
    run(folder, "heads", "--json");
    run(folder, "validate");
    run(folder, "upgrade", "heads", "--sql");
    run(folder, "upgrade", "heads");
    run(folder, "current", "--verbose");
    run(folder, "history", "--graph");
    run(folder, "history", "--color", "--graph", "-r", "one:current");
    run(folder, "downgrade", "-1", "--dry-run");
    run(folder, "downgrade", "base");
    run(folder, "upgrade", "heads", "--sql", "--dialect", "postgresql");
    run(folder, "config");
    run(folder, "help");
    run(folder, "unknown");
  }

  private static final String TWO =
      """
      -- @revision two
      -- @revises one
      -- @upgrade
      CREATE TABLE lesson (id INT);
      -- @downgrade
      DROP TABLE lesson;
      """;

  private static void run(Path folder, String... words) {
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            false,
            false,
            StandardCharsets.UTF_8,
            80);
    new Application(new Environment(Map.of(), folder, streams, new Interruption()))
        .run(List.of(words));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      // The lesson is left out.
      return;
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // A temporary folder that stays does no harm.
      return;
    }
  }
}
