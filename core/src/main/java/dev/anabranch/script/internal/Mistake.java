package dev.anabranch.script.internal;

import java.util.Objects;

/**
 * Something that keeps sources from being compiled.
 *
 * @param path the file it stands in; empty if the compiler names none
 * @param line the line, counted from 1; 0 for the file as a whole
 * @param kind the compiler's own name of the kind of mistake
 * @param message what the compiler says, in one line
 * @param excerpt the line of the source and a mark below it, parted by a line feed; possibly empty
 */
public record Mistake(String path, int line, String kind, String message, String excerpt) {

  /** The kind of a class that two sources declare. */
  public static final String DUPLICATE_CLASS = "compiler.err.duplicate.class";

  /** Checks that everything is there. */
  public Mistake {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(excerpt, "excerpt");
  }
}
