package dev.anabranch.testkit.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a verification proved on one product.
 *
 * @param product the product, such as {@code postgresql}
 * @param server the server's release and where it came from, for people
 * @param rows how many rows a table was filled with; 0 for the structure alone
 * @param seed what the rows were made from
 * @param revisions the result of each revision, in the order of the walk
 * @param project the results of the checks of the project as a whole
 * @param duration how long it took
 */
public record VerificationReport(
    String product,
    String server,
    int rows,
    long seed,
    List<RevisionResult> revisions,
    List<CheckResult> project,
    Duration duration) {

  /** Copies the lists. */
  public VerificationReport {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(server, "server");
    revisions = List.copyOf(revisions);
    project = List.copyOf(project);
    Objects.requireNonNull(duration, "duration");
  }

  /**
   * Returns the same with more checks of the project.
   *
   * @param checks the checks, which stand behind those that are there
   * @param time how long they took
   */
  public VerificationReport with(List<CheckResult> checks, Duration time) {
    List<CheckResult> all = new ArrayList<>(project);
    all.addAll(checks);
    return new VerificationReport(product, server, rows, seed, revisions, all, duration.plus(time));
  }

  /** Returns whether nothing failed and every revision was reached. */
  public boolean passed() {
    return project.stream().noneMatch(CheckResult::failed)
        && count(RevisionResult.Status.FAILED) + count(RevisionResult.Status.NOT_REACHED) == 0;
  }

  /** Returns how many revisions ended in a way. */
  public int count(RevisionResult.Status status) {
    return (int) revisions.stream().filter(each -> each.status() == status).count();
  }

  /** Returns everything that is wrong. */
  public List<Finding> failures() {
    return Stream.concat(
            revisions.stream().flatMap(each -> each.failures().stream()),
            project.stream().flatMap(each -> each.failures().stream()))
        .toList();
  }
}
