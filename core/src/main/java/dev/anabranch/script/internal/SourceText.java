package dev.anabranch.script.internal;

import java.util.Objects;

/**
 * A Java source.
 *
 * @param path the file as users see it; compiled classes carry its last part
 * @param text its text, without byte order mark
 */
public record SourceText(String path, String text) {

  /** Checks that both are there. */
  public SourceText {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(text, "text");
  }

  /** Returns the name of the file alone. */
  String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
