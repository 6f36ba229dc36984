package dev.anabranch.cli.verification;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Revision;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.confluence.Commutation;
import dev.anabranch.testkit.confluence.ConfluenceListener;
import dev.anabranch.testkit.confluence.ConfluenceReport;
import dev.anabranch.testkit.confluence.MeetingResult;
import dev.anabranch.testkit.project.ProductVerifier;
import dev.anabranch.testkit.project.ProjectOptions;
import dev.anabranch.testkit.project.Property;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.EquivalenceListener;
import dev.anabranch.testkit.verify.EquivalenceReport;
import dev.anabranch.testkit.verify.EquivalenceVerifier;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.VerificationListener;
import dev.anabranch.testkit.verify.VerificationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A verification on several servers at once, a thread for each.
 *
 * <p>It can be stopped from any thread: each server's run, and the comparison of the products, ends
 * before its next revision and drops its scratch databases.
 */
public final class Verification {
  private final RevisionScripts scripts;
  private final ProjectOptions options;
  private final Listeners listeners;
  private volatile boolean stopped;

  /** Who hears how it goes on. */
  public interface Listeners extends ProductVerifier.Listeners {
    /** Returns who hears about the comparison of the products. */
    EquivalenceListener comparison();
  }

  /**
   * Creates a verification.
   *
   * @param scripts the revisions
   * @param options what is verified
   * @param listeners who hears how it goes on
   */
  public Verification(RevisionScripts scripts, ProjectOptions options, Listeners listeners) {
    this.scripts = scripts;
    this.options = options;
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
      return options.proves(Property.EQUIVALENCE) ? compared(reports, servers) : reports;
    } finally {
      threads.shutdown();
    }
  }

  private VerificationReport verify(TestServer server) {
    return new ProductVerifier(scripts, server, options, new StoppingListeners()).verify();
  }

  // The first product is what the others are compared with.
  private List<VerificationReport> compared(
      List<VerificationReport> reports, List<TestServer> servers) {
    EquivalenceReport equivalence = equivalence(servers);
    List<VerificationReport> all = new ArrayList<>(reports.subList(0, 1));
    for (VerificationReport report : reports.subList(1, reports.size())) {
      all.add(report.with(List.of(equivalence.check(report.product())), equivalence.duration()));
    }
    return all;
  }

  private EquivalenceReport equivalence(List<TestServer> servers) {
    try {
      return new EquivalenceVerifier(scripts, servers, options.verification(), options.allowed())
          .verify(new StoppingComparison(listeners.comparison()));
    } catch (CancellationException e) {
      throw stopped();
    }
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

  private final class StoppingListeners implements ProductVerifier.Listeners {
    @Override
    public VerificationListener revisions(String product) {
      return new Stopping(listeners.revisions(product));
    }

    @Override
    public ConfluenceListener orders(String product) {
      return new StoppingOrders(listeners.orders(product));
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

  /** The same for the comparison. */
  private final class StoppingComparison implements EquivalenceListener {
    private final EquivalenceListener next;

    StoppingComparison(EquivalenceListener next) {
      this.next = next;
    }

    @Override
    public void started(List<String> products, int revisions) {
      check();
      next.started(products, revisions);
    }

    @Override
    public void revisionStarted(String product, String revision, int number) {
      check();
      next.revisionStarted(product, revision, number);
    }

    @Override
    public void finished(EquivalenceReport report) {
      next.finished(report);
    }
  }
}
