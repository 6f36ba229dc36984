package dev.anabranch.cli.argument;

import java.util.Objects;

/**
 * One use of a command, for its help.
 *
 * @param line what to type, from the program's name on
 * @param explanation what that does, without a full stop
 */
public record CommandExample(String line, String explanation) {
  /** Checks that both are there. */
  public CommandExample {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(explanation, "explanation");
  }
}
