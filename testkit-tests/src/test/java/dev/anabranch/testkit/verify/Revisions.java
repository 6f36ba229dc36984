package dev.anabranch.testkit.verify;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Revision files in a folder, written by a test. */
final class Revisions {

  private final Path folder;

  Revisions(Path folder) {
    this.folder = folder;
  }

  /** Writes a revision; the text begins behind the line that names it. */
  Revisions sql(String id, String text) {
    return file(id + ".sql", "-- @revision " + id + "\n" + text);
  }

  /** Writes a file. */
  Revisions file(String name, String text) {
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
        Revisions.class.getClassLoader());
  }
}
