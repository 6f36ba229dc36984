package dev.anabranch.cli.verification;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Revision;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.RoundTripVerifier;
import dev.anabranch.testkit.verify.VerificationListener;
import dev.anabranch.testkit.verify.VerificationOptions;
import dev.anabranch.testkit.verify.VerificationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * A verification on several servers at once, a thread for each.
 *
 * <p>It can be stopped from any thread: each server's run ends before its next revision and drops
 * its scratch databases.
 */
public final class Verification {
  private final RevisionScripts scripts;
  private final VerificationOptions options;
  private final Function<String, VerificationListener> listeners;
  private volatile boolean stopped;

  /**
   * Creates a verification.
   *
   * @param scripts the revisions
   * @param options what is verified
   * @param listeners who hears how it goes on, by product
   */
  public Verification(
      RevisionScripts scripts,
      VerificationOptions options,
      Function<String, VerificationListener> listeners) {
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
      return reports(running);
    } finally {
      threads.shutdown();
    }
  }

  private VerificationReport verify(TestServer server) {
    VerificationListener listener = listeners.apply(server.product());
    return new RoundTripVerifier(scripts, server, options, new Stopping(listener)).verify();
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

  /** Ends the walk before the next revision; whoever walks drops what he has made. */
  private final class Stopping implements VerificationListener {
    private final VerificationListener next;

    Stopping(VerificationListener next) {
      this.next = next;
    }

    private void check() {
      if (stopped) {
        throw new CancellationException("stopped");
      }
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
}
