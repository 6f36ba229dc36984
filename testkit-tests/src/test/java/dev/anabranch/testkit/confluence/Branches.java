package dev.anabranch.testkit.confluence;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Revision files with branches, written by a test.
 *
 * @param folder where they stand
 */
record Branches(Path folder) {

  /**
   * Writes a revision.
   *
   * @param header what stands in its header besides the id, a line each; empty for nothing
   * @param upgrade its statements
   */
  Branches revision(String id, String header, String upgrade) {
    StringBuilder text = new StringBuilder("-- @revision " + id + "\n");
    header.lines().forEach(line -> text.append("-- ").append(line).append('\n'));
    text.append("\n-- @upgrade\n").append(upgrade).append('\n');
    return write(id + ".sql", text + "\n-- @irreversible this is a test\n");
  }

  /** Writes a base, a fork of two revisions on it, and the merge of both. */
  static Branches fork(Path folder, String base, String one, String other) {
    return new Branches(folder)
        .revision("o1", "", base)
        .revision("a1", "@revises o1", one)
        .revision("b1", "@revises o1", other)
        .merge("m1", "a1, b1");
  }

  /** Writes a merge. */
  Branches merge(String id, String parents) {
    return write(id + ".sql", "-- @revision " + id + "\n-- @revises " + parents + "\n");
  }

  /** Writes a file. */
  Branches write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Reads them. */
  RevisionScripts load() {
    return RevisionScripts.load(
        ScriptOptions.of(ScriptLocation.parse(folder.toString(), Path.of(""))),
        Branches.class.getClassLoader());
  }
}
