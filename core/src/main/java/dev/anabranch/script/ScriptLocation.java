package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A place where revision files stand: a folder of a file system or a folder of the class path.
 *
 * @since 0.1
 */
public sealed interface ScriptLocation {

  /** The word before the colon that marks a class path location. */
  String CLASSPATH_PREFIX = "classpath:";

  /** Returns the location as its author wrote it; parsing it again gives the same location. */
  String text();

  /**
   * Reads a location.
   *
   * @param text a folder, absolute or relative to the base directory, or {@code classpath:} and a
   *     folder of the class path such as {@code classpath:db/revisions}
   * @param baseDirectory what a relative folder is relative to
   * @throws ScriptException if the text names no place
   */
  static ScriptLocation parse(String text, Path baseDirectory) {
    Objects.requireNonNull(baseDirectory, "baseDirectory");
    String written = text.strip();
    if (written.startsWith(CLASSPATH_PREFIX)) {
      return new ClassPath(written.substring(CLASSPATH_PREFIX.length()));
    }
    if (written.isEmpty()) {
      throw illegal(text, "it is empty");
    }
    try {
      return new Folder(written, baseDirectory.resolve(written).normalize());
    } catch (InvalidPathException e) {
      throw illegal(text, e.getReason());
    }
  }

  private static ScriptException illegal(String text, String reason) {
    return new ScriptException(
        ErrorCode.ILLEGAL_LOCATION,
        "Cannot use \"" + text + "\" as a location of revision files: " + reason + ".",
        "Name a folder, or classpath: and a folder of the class path.");
  }

  /**
   * A folder of a file system.
   *
   * @param text the folder as written; files in it are shown to users beginning with this text
   * @param directory the folder itself
   */
  record Folder(String text, Path directory) implements ScriptLocation {

    /** Checks that both are there. */
    public Folder {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(directory, "directory");
    }

    /** Returns a folder shown to users as it is written here. */
    public static Folder of(Path directory) {
      return new Folder(directory.toString(), directory);
    }
  }

  /**
   * A folder of the class path, in a directory or inside a jar.
   *
   * @param folder the folder's name with slashes, without one at either end
   */
  record ClassPath(String folder) implements ScriptLocation {

    /**
     * Takes the slashes off both ends.
     *
     * @throws ScriptException if no folder is named
     */
    public ClassPath {
      int from = 0;
      int to = folder.length();
      while (from < to && folder.charAt(from) == '/') {
        from++;
      }
      while (to > from && folder.charAt(to - 1) == '/') {
        to--;
      }
      if (from == to) {
        throw illegal(CLASSPATH_PREFIX + folder, "the whole class path is never searched");
      }
      folder = folder.substring(from, to);
    }

    @Override
    public String text() {
      return CLASSPATH_PREFIX + folder;
    }
  }
}
