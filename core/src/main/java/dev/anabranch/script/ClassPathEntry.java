package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A place where the classes stand that revisions in Java use: a jar, a folder of classes, or all
 * jars of a folder whose name fits a pattern.
 *
 * @param text the entry as its author wrote it
 * @param place the jar or folder, or the folder that jars are looked for in
 * @param pattern the names of the jars, in which {@code *} stands for any characters and {@code ?}
 *     for one; absent if the place itself is meant
 * @since 0.1
 */
public record ClassPathEntry(String text, Path place, Optional<String> pattern) {

  /** Checks that everything is there. */
  public ClassPathEntry {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(pattern, "pattern");
  }

  /**
   * Reads an entry.
   *
   * @param text a jar, a folder of classes, or a pattern such as {@code lib/*.jar}; absolute or
   *     relative to the base directory
   * @param baseDirectory what a relative entry is relative to
   * @throws ScriptException if the text names no place
   */
  public static ClassPathEntry parse(String text, Path baseDirectory) {
    String written = text.strip();
    if (written.isEmpty()) {
      throw illegal(text, "it is empty");
    }
    String slashed = written.replace(baseDirectory.getFileSystem().getSeparator(), "/");
    int cut = slashed.lastIndexOf('/') + 1;
    boolean several = isPattern(slashed.substring(cut));
    String place = several ? slashed.substring(0, cut) : slashed;
    if (isPattern(place)) {
      throw illegal(text, "a \"*\" stands for a part of its last name only");
    }
    try {
      return new ClassPathEntry(
          written,
          baseDirectory.resolve(place).normalize(),
          several ? Optional.of(slashed.substring(cut)) : Optional.empty());
    } catch (InvalidPathException e) {
      throw illegal(text, e.getReason());
    }
  }

  private static boolean isPattern(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
  }

  private static ScriptException illegal(String text, String reason) {
    return new ScriptException(
        ErrorCode.ILLEGAL_CLASS_PATH,
        "Cannot use \"" + text + "\" on the class path of revisions: " + reason + ".",
        "Name a jar, a folder of classes, or several jars as in \"lib/*.jar\".");
  }
}
