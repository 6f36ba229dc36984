package dev.anabranch.testkit.junit;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.server.ServerLookup;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.server.TestServers;
import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.Finding;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.RoundTripVerifier;
import dev.anabranch.testkit.verify.VerificationListener;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.opentest4j.AssertionFailedError;

/**
 * The verification on one product, in a thread of its own; what comes of it waits in order for the
 * one thread that makes nodes.
 */
final class ProductRun implements VerificationListener {

  /** What comes of it, one after the other. */
  sealed interface Event {}

  /** A revision is verified. */
  record OfRevision(RevisionResult result) implements Event {}

  /** A check of the whole was made. */
  record OfProject(CheckResult result) implements Event {}

  /** There is no server, and that is to be passed over. */
  record NoServer(String reason) implements Event {}

  /** It cannot go on, in which part. */
  record Broken(String part, Throwable cause) implements Event {}

  /** Nothing else comes. */
  record End() implements Event {}

  /** The name of the test that stands for the server. */
  static final String SERVER = "server";

  private static final String VERIFICATION = "verification";

  private final String product;
  private final boolean required;
  private final RevisionScripts scripts;
  private final VerificationOptions options;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile String server = "";

  ProductRun(
      String product, boolean required, RevisionScripts scripts, VerificationOptions options) {
    this.product = product;
    this.required = required;
    this.scripts = scripts;
    this.options = options;
    this.thread = new Thread(this::run, "anabranch-verification-" + product);
    // A JVM that is to end does not wait for results that nobody takes.
    thread.setDaemon(true);
  }

  /** Returns the product's name. */
  String product() {
    return product;
  }

  /** Returns the revisions. */
  RevisionScripts scripts() {
    return scripts;
  }

  /** Returns what a failed check fails with: what it found, and what would mend it. */
  AssertionFailedError failure(CheckResult check) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : check.failures()) {
      lines.add(finding.message());
      finding.mending().forEach(operation -> lines.add("    mended by: " + operation.describe()));
      finding.hint().ifPresent(hint -> lines.add("    " + hint));
    }
    lines.add(
        "on %s, %s"
            .formatted(
                server,
                options.hasRows()
                    ? "%d rows a table from seed %d".formatted(options.rows(), options.seed())
                    : "without rows"));
    AssertionFailedError failure = new AssertionFailedError(String.join("\n", lines));
    // It would lead here, where nothing is wrong.
    failure.setStackTrace(new StackTraceElement[0]);
    return failure;
  }

  void start() {
    thread.start();
  }

  /** Does nothing to a run that has ended. */
  void stop() {
    thread.interrupt();
  }

  /** Returns what comes next, and waits for it. */
  Event next() {
    try {
      return events.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Broken(VERIFICATION, e);
    }
  }

  private void run() {
    try {
      ServerLookup lookup = TestServers.shared().find(product);
      if (lookup instanceof ServerLookup.NotFound missing && !required) {
        events.add(new NoServer(missing.reason()));
      } else {
        TestServer found = TestServers.shared().require(product);
        server = found.toString();
        new RoundTripVerifier(scripts, found, options, this).verify();
      }
    } catch (RuntimeException | Error e) {
      events.add(new Broken(server.isEmpty() ? SERVER : VERIFICATION, e));
    } finally {
      events.add(new End());
    }
  }

  @Override
  public void revisionFinished(RevisionResult result) {
    events.add(new OfRevision(result));
  }

  @Override
  public void projectChecked(CheckResult result) {
    events.add(new OfProject(result));
  }
}
