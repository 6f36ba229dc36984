package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where a script begins and where it leads: {@code target}, {@code from:target}, or {@code
 * a,b:target} for a database with several version rows.
 *
 * @param from the revisions the database stands at; empty where nothing was said
 * @param target where the script leads
 * @since 0.1
 */
public record OfflineRange(List<RevisionTarget> from, RevisionTarget target) {

  /** Copies the list. */
  public OfflineRange {
    from = List.copyOf(from);
    Objects.requireNonNull(target, "target");
  }

  /**
   * Reads a range.
   *
   * @throws RevisionException.Syntax if the text is none
   */
  public static OfflineRange parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new OfflineRange(List.of(), RevisionTarget.parse(text));
    }
    if (text.indexOf(':', colon + 1) >= 0) {
      throw new RevisionException.Syntax(
          ErrorCode.TARGET_SYNTAX,
          "Cannot use \"" + text + "\" as a range: it has more than one colon.",
          "Write from:target; several starting revisions are separated by commas.",
          text);
    }
    List<RevisionTarget> from = new ArrayList<>();
    for (String start : text.substring(0, colon).split(",", -1)) {
      from.add(RevisionTarget.parse(start));
    }
    return new OfflineRange(from, RevisionTarget.parse(text.substring(colon + 1)));
  }

  /** Returns the canonical spelling. */
  public String text() {
    return from.isEmpty()
        ? target.text()
        : String.join(",", from.stream().map(RevisionTarget::text).toList()) + ":" + target.text();
  }

  /** Returns {@link #text()}. */
  @Override
  public String toString() {
    return text();
  }
}
