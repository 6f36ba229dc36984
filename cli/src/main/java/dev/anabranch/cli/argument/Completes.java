package dev.anabranch.cli.argument;

/** What a shell offers when the Tab key is pressed where a value stands. */
public enum Completes {
  /** Nothing; the value is free text. */
  NOTHING,
  /**
   * Revisions, labels and the words {@code head}, {@code heads}, {@code base} and {@code current}.
   */
  REVISION,
  /** The databases of the configuration file. */
  DATABASE,
  /** Files. */
  FILE,
  /** Folders. */
  DIRECTORY,
  /** The names of commands. */
  COMMAND
}
