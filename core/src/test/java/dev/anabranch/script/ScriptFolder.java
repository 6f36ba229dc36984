package dev.anabranch.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with revision files for a test; users see it as {@code revisions}. */
record ScriptFolder(Path directory) {

  ScriptFolder write(String name, String content) {
    return write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  ScriptFolder write(String name, byte[] content) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ScriptOptions options() {
    return ScriptOptions.of(location());
  }

  ScriptLocation.Folder location() {
    return new ScriptLocation.Folder("revisions", directory);
  }

  RevisionScripts load() {
    return RevisionScripts.load(options(), ScriptFolder.class.getClassLoader());
  }

  /** Loads a folder that holds one file only. */
  RevisionScript loadOnly() {
    RevisionScripts loaded = load();
    if (loaded.scripts().size() != 1) {
      throw new AssertionError("expected one file, found " + loaded.scripts());
    }
    return loaded.scripts().get(0);
  }
}
