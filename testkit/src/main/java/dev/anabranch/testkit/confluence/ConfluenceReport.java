package dev.anabranch.testkit.confluence;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * What a verification of the order of parallel revisions found on one product.
 *
 * @param product the product, such as {@code postgresql}
 * @param server the server's release and where it came from, for people
 * @param meetings the result of each place where branches come together, in the order of running
 * @param databases how many scratch databases were made
 * @param duration how long it took
 */
public record ConfluenceReport(
    String product, String server, List<MeetingResult> meetings, int databases, Duration duration) {

  /** Copies the list. */
  public ConfluenceReport {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(server, "server");
    meetings = List.copyOf(meetings);
    Objects.requireNonNull(duration, "duration");
  }

  /** Returns whether no order makes a difference anywhere, and that was proved. */
  public boolean passed() {
    return meetings.stream().allMatch(MeetingResult::passed);
  }

  /** Returns the pairs that do not commute, each once, the smallest first. */
  public List<NonCommutingPair> conflicts() {
    return meetings.stream()
        .flatMap(meeting -> meeting.conflicts().stream())
        .distinct()
        .sorted(
            Comparator.comparingInt(NonCommutingPair::size)
                .thenComparing(NonCommutingPair::first)
                .thenComparing(NonCommutingPair::second))
        .toList();
  }

  /** Returns what could not be proved, and why. */
  public List<MeetingResult> notProved() {
    return meetings.stream()
        .filter(meeting -> meeting.status() == MeetingResult.Status.NOT_PROVED)
        .toList();
  }

  /** Returns how many pairs of parallel revisions there are, one at several meetings once each. */
  public int pairs() {
    return sum(MeetingResult::pairs);
  }

  /** Returns how many of them touch nothing in common. */
  public int settled() {
    return sum(MeetingResult::settled);
  }

  /** Returns how many of them were run. */
  public int run() {
    return sum(MeetingResult::run);
  }

  private int sum(ToIntFunction<MeetingResult> count) {
    return meetings.stream().mapToInt(count).sum();
  }
}
