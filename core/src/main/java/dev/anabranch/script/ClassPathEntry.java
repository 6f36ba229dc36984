package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A place where the classes stand that revisions in Java use: a jar, a folder of classes, or all
 * jars of a folder whose name fits a pattern.
 *
 * @param text the entry as its author wrote it
 * @param folder the folder that the last part of the entry is looked up in
 * @param pattern the last part of the entry, in which {@code *} stands for any characters and
 *     {@code ?} for one
 * @since 0.1
 */
public record ClassPathEntry(String text, Path folder, String pattern) {

  /** Checks that everything is there. */
  public ClassPathEntry {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(folder, "folder");
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
    String slashed = written.replace(baseDirectory.getFileSystem().getSeparator(), "/");
    while (slashed.length() > 1 && slashed.endsWith("/")) {
      slashed = slashed.substring(0, slashed.length() - 1);
    }
    int cut = slashed.lastIndexOf('/');
    String parent = cut < 0 ? "" : slashed.substring(0, cut + 1);
    String last = slashed.substring(cut + 1);
    if (written.isEmpty()) {
      throw illegal(text, "it is empty");
    }
    if (isPattern(parent)) {
      throw illegal(text, "a \"*\" stands for a part of its last name only");
    }
    try {
      Path folder = baseDirectory.resolve(parent).normalize();
      if (!isPattern(last)) {
        Objects.requireNonNull(folder.resolve(last), "every name without a pattern is a path");
      }
      return new ClassPathEntry(written, folder, last);
    } catch (InvalidPathException e) {
      throw illegal(text, e.getReason());
    }
  }

  /** Returns whether the last part stands for several files. */
  boolean isPattern() {
    return isPattern(pattern);
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
