package dev.anabranch.history;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of the history table.
 *
 * @param run what ran and who ran it, the same for all entries of a run
 * @param revision the id of the revision
 * @param action what was done with it
 * @param outcome how far it came
 * @param progress how many statements of how many are done
 * @param checksum the checksum of the revision's file, absent for a stamp
 * @param doneChecksum the checksum of the statements that are done, where the step does not run in
 *     one transaction
 * @param started when the step began; to the millisecond
 * @param finished when the entry was written; to the millisecond
 * @param detail for a failure its error code and SQL state; never the server's message, which may
 *     hold data
 */
public record JournalEntry(
    RunIdentity run,
    String revision,
    EntryAction action,
    Outcome outcome,
    Progress progress,
    Optional<String> checksum,
    Optional<String> doneChecksum,
    Instant started,
    Instant finished,
    Optional<String> detail) {

  /** Checks that nothing is null. */
  public JournalEntry {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(checksum, "checksum");
    Objects.requireNonNull(doneChecksum, "doneChecksum");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(finished, "finished");
    Objects.requireNonNull(detail, "detail");
  }

  /**
   * Who ran what, the same for all entries of a run.
   *
   * @param id a random id of the run
   * @param operator who ran it, by default the operating system's user and host
   * @param tool the name and version of the program
   */
  public record RunIdentity(String id, String operator, String tool) {}

  /**
   * How many statements of a step are done.
   *
   * @param done the statements that are done
   * @param total the statements of the step
   */
  public record Progress(int done, int total) {

    /** Checks that the numbers fit each other. */
    public Progress {
      if (done < 0 || total < done) {
        throw new IllegalArgumentException(done + " of " + total);
      }
    }

    @Override
    public String toString() {
      return done + " of " + total;
    }
  }
}
