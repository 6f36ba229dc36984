package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of the history between two ends, {@code lower:upper}; either may be left out.
 *
 * @param lower the lower end; absent for the base
 * @param upper the upper end; absent for all heads
 * @since 0.1
 */
public record RevisionRange(Optional<RevisionTarget> lower, Optional<RevisionTarget> upper) {

  /** The whole history. */
  public static final RevisionRange ALL = new RevisionRange(Optional.empty(), Optional.empty());

  /** Checks that the ends are there. */
  public RevisionRange {
    Objects.requireNonNull(lower, "lower");
    Objects.requireNonNull(upper, "upper");
  }

  /**
   * Reads {@code a:b}, {@code a:}, {@code :b} or {@code :}.
   *
   * @throws RevisionException.Syntax if there is not exactly one colon, or an end is no target
   */
  public static RevisionRange parse(String text) {
    String trimmed = text.strip();
    int colon = trimmed.indexOf(':');
    if (colon < 0 || trimmed.indexOf(':', colon + 1) >= 0) {
      throw new RevisionException.Syntax(
          colon < 0 ? ErrorCode.RANGE_REQUIRED : ErrorCode.TARGET_SYNTAX,
          "Cannot use \""
              + text
              + "\" as a range: it has "
              + (colon < 0 ? "no" : "more than one")
              + " colon.",
          "A range is lower:upper, lower: or :upper.",
          text);
    }
    return new RevisionRange(end(trimmed.substring(0, colon)), end(trimmed.substring(colon + 1)));
  }

  private static Optional<RevisionTarget> end(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(RevisionTarget.parse(text));
  }

  /** Returns the canonical spelling. */
  public String text() {
    return lower.map(RevisionTarget::text).orElse("")
        + ":"
        + upper.map(RevisionTarget::text).orElse("");
  }

  /** Returns whether one of the ends is counted from what a database holds. */
  public boolean namesCurrent() {
    return lower.filter(RevisionTarget::namesCurrent).isPresent()
        || upper.filter(RevisionTarget::namesCurrent).isPresent();
  }

  /** Returns {@link #text()}. */
  @Override
  public String toString() {
    return text();
  }
}
