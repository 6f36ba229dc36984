package dev.anabranch.cli.verification;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Revision;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.confluence.Commutation;
import dev.anabranch.testkit.confluence.ConfluenceChecks;
import dev.anabranch.testkit.confluence.ConfluenceListener;
import dev.anabranch.testkit.confluence.ConfluenceOptions;
import dev.anabranch.testkit.confluence.ConfluenceReport;
import dev.anabranch.testkit.confluence.ConfluenceVerifier;
import dev.anabranch.testkit.confluence.MeetingResult;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.EquivalenceReport;
import dev.anabranch.testkit.verify.EquivalenceVerifier;
import dev.anabranch.testkit.verify.ProjectDifference;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.RoundTripVerifier;
import dev.anabranch.testkit.verify.VerificationListener;
import dev.anabranch.testkit.verify.VerificationOptions;
import dev.anabranch.testkit.verify.VerificationReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A verification on several servers at once, a thread for each.
 *
 * <p>It can be stopped from any thread: each server's run ends before its next revision and drops
 * its scratch databases.
 */
public final class Verification {
  private final RevisionScripts scripts;
  private final VerificationOptions options;
  private final Optional<ConfluenceOptions> orders;
  private final Optional<List<ProjectDifference>> allowed;
  private final Listeners listeners;
  private volatile boolean stopped;

  /** Who hears how it goes on. */
  public interface Listeners {
    /** Returns who hears about the revisions on a product. */
    VerificationListener revisions(String product);

    /** Returns who hears about the order of branches on a product. */
    ConfluenceListener orders(String product);
  }

  /**
   * Creates a verification.
   *
   * @param scripts the revisions
   * @param options what is verified
   * @param orders how the order of branches is verified, absent for not at all
   * @param allowed what the products may have differently, absent where they are not compared
   * @param listeners who hears how it goes on
   */
  public Verification(
      RevisionScripts scripts,
      VerificationOptions options,
      Optional<ConfluenceOptions> orders,
      Optional<List<ProjectDifference>> allowed,
      Listeners listeners) {
    this.scripts = scripts;
    this.options = options;
    this.orders = orders;
    this.allowed = allowed;
    this.listeners = listeners;
  }

  /** Asks the run to end as soon as it can. */
  public void stop() {
    stopped = true;
  }

  /**
   * Runs.
   *
   * @param servers where
   * @return the report of each server, in the order of the servers
   * @throws VerificationException if it was stopped
   * @throws dev.anabranch.error.AnabranchException if a server cannot be used, when the others are
   *     done
   */
  public List<VerificationReport> run(List<TestServer> servers) {
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, servers.size()));
    try {
      List<Future<VerificationReport>> running = new ArrayList<>();
      for (TestServer server : servers) {
        running.add(threads.submit(() -> verify(server)));
      }
      List<VerificationReport> reports = reports(running);
      return allowed.map(list -> compared(reports, servers, list)).orElse(reports);
    } finally {
      threads.shutdown();
    }
  }

  private VerificationReport verify(TestServer server) {
    String product = server.product();
    VerificationReport report =
        new RoundTripVerifier(scripts, server, options, new Stopping(listeners.revisions(product)))
            .verify();
    return orders
        .map(
            order ->
                new ConfluenceVerifier(
                        scripts, server, order, new StoppingOrders(listeners.orders(product)))
                    .verify())
        .map(order -> with(report, ConfluenceChecks.of(order), order.duration()))
        .orElse(report);
  }

  // The first product is what the others are compared with.
  private List<VerificationReport> compared(
      List<VerificationReport> reports, List<TestServer> servers, List<ProjectDifference> list) {
    EquivalenceReport equivalence =
        new EquivalenceVerifier(scripts, servers, options, list).verify();
    List<VerificationReport> all = new ArrayList<>(reports.subList(0, 1));
    for (VerificationReport report : reports.subList(1, reports.size())) {
      all.add(with(report, List.of(equivalence.check(report.product())), equivalence.duration()));
    }
    return all;
  }

  private static VerificationReport with(
      VerificationReport report, List<CheckResult> checks, Duration duration) {
    List<CheckResult> project = new ArrayList<>(report.project());
    project.addAll(checks);
    return new VerificationReport(
        report.product(),
        report.server(),
        report.rows(),
        report.seed(),
        report.revisions(),
        project,
        report.duration().plus(duration));
  }

  private List<VerificationReport> reports(List<Future<VerificationReport>> running) {
    List<VerificationReport> reports = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (Future<VerificationReport> each : running) {
      try {
        reports.add(each.get());
      } catch (ExecutionException e) {
        failures.add(e.getCause() == null ? e : e.getCause());
      } catch (InterruptedException e) {
        stop();
        Thread.currentThread().interrupt();
        throw stopped();
      }
    }
    if (stopped && reports.size() < running.size()) {
      throw stopped();
    }
    for (Throwable failure : failures) {
      if (failure instanceof RuntimeException known) {
        throw known;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(failure);
    }
    return reports;
  }

  private static VerificationException stopped() {
    return new VerificationException(
        ErrorCode.VERIFICATION_STOPPED,
        "Cannot finish the verification: it was stopped.",
        "Its scratch databases are dropped; run it again.");
  }

  private void check() {
    if (stopped) {
      throw new CancellationException("stopped");
    }
  }

  /** Ends the walk before the next revision; whoever walks drops what he has made. */
  private final class Stopping implements VerificationListener {
    private final VerificationListener next;

    Stopping(VerificationListener next) {
      this.next = next;
    }

    @Override
    public void started(String product, int total) {
      check();
      next.started(product, total);
    }

    @Override
    public void revisionStarted(Revision revision, int number) {
      check();
      next.revisionStarted(revision, number);
    }

    @Override
    public void revisionFinished(RevisionResult result) {
      next.revisionFinished(result);
      check();
    }

    @Override
    public void projectChecked(CheckResult result) {
      next.projectChecked(result);
    }

    @Override
    public void finished(VerificationReport report) {
      next.finished(report);
    }
  }

  /** The same for orders. */
  private final class StoppingOrders implements ConfluenceListener {
    private final ConfluenceListener next;

    StoppingOrders(ConfluenceListener next) {
      this.next = next;
    }

    @Override
    public void started(String product, int meetings) {
      check();
      next.started(product, meetings);
    }

    @Override
    public void pairStarted(String meeting, Commutation relation) {
      check();
      next.pairStarted(meeting, relation);
    }

    @Override
    public void meetingFinished(MeetingResult result) {
      next.meetingFinished(result);
      check();
    }

    @Override
    public void finished(ConfluenceReport report) {
      next.finished(report);
    }
  }
}
