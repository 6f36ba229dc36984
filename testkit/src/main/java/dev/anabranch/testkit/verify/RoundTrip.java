package dev.anabranch.testkit.verify;

import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.server.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One walk over the graph on one server. Used once, by one thread. */
final class RoundTrip {

  private final RevisionScripts scripts;
  private final RevisionGraph graph;
  private final TestServer server;
  private final VerificationOptions options;
  private final VerificationListener listener;
  private final Set<String> toldUnfilled = new HashSet<>();
  private final Set<String> broken = new HashSet<>();
  private final List<RevisionResult> results = new ArrayList<>();

  RoundTrip(
      RevisionScripts scripts,
      TestServer server,
      VerificationOptions options,
      VerificationListener listener) {
    this.scripts = scripts;
    this.graph = scripts.graph();
    this.server = server;
    this.options = options;
    this.listener = listener;
  }

  VerificationReport run() {
    long begun = System.nanoTime();
    List<CheckResult> project;
    try (Workplace workplace = new Workplace(scripts, server, options)) {
      List<String> ids = workplace.order().stream().filter(options::includes).toList();
      listener.started(server.product(), ids.size());
      CopyPoints copyPoints = new CopyPoints(graph, ids);
      for (int i = 0; i < ids.size(); i++) {
        Revision revision = graph.get(ids.get(i));
        listener.revisionStarted(revision, i + 1);
        RevisionResult result = verify(workplace, revision);
        results.add(result);
        listener.revisionFinished(result);
        copyPoints.behind(revision.id(), workplace);
      }
      project = new ProjectChecks(scripts, server, options, workplace, broken).make();
    }
    project.forEach(listener::projectChecked);
    VerificationReport report =
        new VerificationReport(
            server.product(),
            server.toString(),
            options.rows(),
            options.seed(),
            results,
            project,
            Duration.ofNanos(System.nanoTime() - begun));
    listener.finished(report);
    return report;
  }

  private RevisionResult verify(Workplace workplace, Revision revision) {
    Set<String> under = new HashSet<>(graph.ancestors(List.of(revision.id())));
    under.remove(revision.id());
    Optional<String> missing =
        workplace.order().stream()
            .filter(id -> under.contains(id) && broken.contains(id))
            .findFirst();
    if (missing.isPresent()) {
      broken.add(revision.id());
      return notReached(revision, missing.get() + " cannot be upgraded");
    }
    RevisionTrip trip =
        new RevisionTrip(
            workplace,
            options,
            scripts.script(revision.id()).orElseThrow(),
            Set.copyOf(under),
            toldUnfilled);
    RevisionResult result = trip.run();
    if (!trip.canBeUpgraded()) {
      broken.add(revision.id());
    }
    return result;
  }

  private static RevisionResult notReached(Revision revision, String reason) {
    return new RevisionResult(
        revision,
        RevisionResult.Status.NOT_REACHED,
        List.of(CheckResult.skipped(VerificationCheck.UPGRADE, reason)),
        Duration.ZERO);
  }
}
