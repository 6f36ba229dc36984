package dev.anabranch.error;

import java.util.Objects;

/**
 * A place in a file a user wrote.
 *
 * @param path the file as the user would name it: relative to the project where it lies inside it,
 *     or a URL for an entry of a jar
 * @param line the line, counted from 1, or 0 for the file as a whole
 */
public record SourceLocation(String path, int line) {

  /** Checks that the path is there and the line not negative. */
  public SourceLocation {
    Objects.requireNonNull(path, "path");
    if (line < 0) {
      throw new IllegalArgumentException("line must not be negative: " + line);
    }
  }

  /** Returns the place as {@code path:line}, or the path alone for the file as a whole. */
  @Override
  public String toString() {
    return line == 0 ? path : path + ":" + line;
  }
}
