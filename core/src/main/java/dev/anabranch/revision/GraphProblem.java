package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong, or suspicious, in a set of revisions.
 *
 * @param code the kind of problem
 * @param message what is wrong, with the real names
 * @param hint the next thing to do, if there is something to suggest
 * @param locations the files concerned, in the order the message names them; empty for revisions
 *     without a source
 * @since 0.1
 */
public record GraphProblem(
    ErrorCode code, String message, Optional<String> hint, List<SourceLocation> locations) {

  /** Copies the list. */
  public GraphProblem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(hint, "hint");
    locations = List.copyOf(locations);
  }

  /** Returns code, message, places and hint on one line each, as a person reads them. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(code.id()).append(": ").append(message);
    for (SourceLocation location : locations) {
      text.append(System.lineSeparator()).append("  at ").append(location);
    }
    hint.ifPresent(next -> text.append(System.lineSeparator()).append("  ").append(next));
    return text.toString();
  }
}
