package dev.anabranch.testkit.confluence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of one place where branches come together.
 *
 * @param meeting the id of the merge revision; {@code heads} for the set of heads
 * @param tips the ids in which the branches end
 * @param status how it ended
 * @param pairs how many pairs of parallel revisions there are
 * @param settled how many of them touch nothing in common
 * @param run how many of them were run in both orders
 * @param orders how many orders of whole branches were run
 * @param conflicts the pairs that do not commute, the smallest first
 * @param notes what is told and fails nothing, such as columns that stand in another order
 * @param reason why it could not be proved; empty otherwise
 */
public record MeetingResult(
    String meeting,
    List<String> tips,
    Status status,
    int pairs,
    int settled,
    int run,
    int orders,
    List<NonCommutingPair> conflicts,
    List<String> notes,
    Optional<String> reason) {

  /** How it ended. */
  public enum Status {
    /** The branches touch nothing in common. */
    DISJOINT,
    /** What they have in common was run, and the order makes no difference. */
    CONFLUENT,
    /** A valid proof says so. */
    PROVED_BEFORE,
    /** Some revisions do not commute. */
    CONFLICTING,
    /** It could not be proved. */
    NOT_PROVED
  }

  /** Copies the lists. */
  public MeetingResult {
    Objects.requireNonNull(meeting, "meeting");
    tips = List.copyOf(tips);
    Objects.requireNonNull(status, "status");
    conflicts = List.copyOf(conflicts);
    notes = List.copyOf(notes);
    Objects.requireNonNull(reason, "reason");
  }

  /** Returns whether the order makes no difference. */
  public boolean passed() {
    return status != Status.CONFLICTING && status != Status.NOT_PROVED;
  }
}
