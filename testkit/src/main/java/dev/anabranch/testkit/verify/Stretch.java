package dev.anabranch.testkit.verify;

import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Some revisions that are verified one after the other. Used once, by one thread. */
final class Stretch {

  private final RoundTrip trip;
  private final RevisionGraph graph;
  private final List<String> ids;
  private final int before;
  private final Set<String> toldUnfilled = new HashSet<>();

  /**
   * Creates a stretch.
   *
   * @param trip the walk it is a part of
   * @param ids the revisions, in the order of the walk
   * @param before how many revisions of the walk come before
   */
  Stretch(RoundTrip trip, List<String> ids, int before) {
    this.trip = trip;
    this.graph = trip.scripts().graph();
    this.ids = List.copyOf(ids);
    this.before = before;
  }

  /** Walks. */
  List<RevisionResult> walk(Workplace workplace) {
    List<RevisionResult> results = new ArrayList<>();
    CopyPoints copyPoints = new CopyPoints(graph, ids);
    for (int i = 0; i < ids.size(); i++) {
      Revision revision = graph.get(ids.get(i));
      trip.listener().revisionStarted(revision, before + i + 1);
      RevisionResult result = verify(workplace, revision);
      results.add(result);
      trip.listener().revisionFinished(result);
      copyPoints.behind(revision.id(), workplace);
    }
    return results;
  }

  private RevisionResult verify(Workplace workplace, Revision revision) {
    Set<String> under = new HashSet<>(graph.ancestors(List.of(revision.id())));
    under.remove(revision.id());
    Optional<String> missing =
        workplace.order().stream()
            .filter(id -> under.contains(id) && trip.broken().contains(id))
            .findFirst();
    if (missing.isPresent()) {
      trip.broken().add(revision.id());
      return notReached(revision, missing.get() + " cannot be upgraded");
    }
    RevisionTrip revisionTrip =
        new RevisionTrip(
            workplace,
            trip.options(),
            trip.scripts().script(revision.id()).orElseThrow(),
            Set.copyOf(under),
            toldUnfilled);
    RevisionResult result = revisionTrip.run();
    revisionTrip.culprit().ifPresent(trip.broken()::add);
    if (!revisionTrip.canBeUpgraded()) {
      trip.broken().add(revision.id());
    }
    return result;
  }

  /** Returns the result of a revision to which there is no way. */
  static RevisionResult notReached(Revision revision, String reason) {
    return new RevisionResult(
        revision,
        RevisionResult.Status.NOT_REACHED,
        List.of(CheckResult.skipped(VerificationCheck.UPGRADE, reason)),
        Duration.ZERO);
  }
}
