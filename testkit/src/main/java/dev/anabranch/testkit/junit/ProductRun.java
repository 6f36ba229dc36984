package dev.anabranch.testkit.junit;

import dev.anabranch.revision.Revision;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.confluence.ConfluenceChecks;
import dev.anabranch.testkit.confluence.ConfluenceListener;
import dev.anabranch.testkit.confluence.MeetingResult;
import dev.anabranch.testkit.junit.ProductEvent.Broken;
import dev.anabranch.testkit.junit.ProductEvent.End;
import dev.anabranch.testkit.junit.ProductEvent.NoServer;
import dev.anabranch.testkit.junit.ProductEvent.OfProject;
import dev.anabranch.testkit.junit.ProductEvent.OfRevision;
import dev.anabranch.testkit.project.ProductVerifier;
import dev.anabranch.testkit.project.ProjectOptions;
import dev.anabranch.testkit.project.Property;
import dev.anabranch.testkit.server.ServerLookup;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.server.TestServers;
import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.Finding;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.VerificationCheck;
import dev.anabranch.testkit.verify.VerificationListener;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.opentest4j.AssertionFailedError;

/**
 * The verification on one product, in a thread of its own; what comes of it waits in order for the
 * one thread that makes nodes.
 */
final class ProductRun implements ProductVerifier.Listeners {

  private static final String VERIFICATION = "verification";

  private final String product;
  private final boolean required;
  private final RevisionScripts scripts;
  private final ProjectOptions options;
  private final Optional<ProductComparison> comparison;
  private final BlockingQueue<ProductEvent> events = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile String server = "";

  private ProductRun(
      String product,
      boolean required,
      RevisionScripts scripts,
      ProjectOptions options,
      Optional<ProductComparison> comparison) {
    this.product = product;
    this.required = required;
    this.scripts = scripts;
    this.options = options;
    this.comparison = comparison;
    this.thread = new Thread(this::run, "anabranch-verification-" + product);
    // A JVM that is to end does not wait for results that nobody takes.
    thread.setDaemon(true);
  }

  /**
   * Returns a run for each product, not started; they may wait for each other, so that all of them
   * have to be.
   *
   * @param products their names
   * @param required the names of those whose server must be there
   * @throws IllegalArgumentException if there are too few for what is to be proved
   */
  static List<ProductRun> of(
      Collection<String> products,
      Collection<String> required,
      RevisionScripts scripts,
      ProjectOptions options) {
    List<String> names = products.stream().distinct().toList();
    if (options.proves(Property.EQUIVALENCE) && names.size() < 2) {
      throw new IllegalArgumentException(
          "Cannot compare products: only %s is named.".formatted(String.join("", names)));
    }
    Optional<ProductComparison> comparison =
        options.proves(Property.EQUIVALENCE)
            ? Optional.of(new ProductComparison(names, scripts, options))
            : Optional.empty();
    return names.stream()
        .map(name -> new ProductRun(name, required.contains(name), scripts, options, comparison))
        .toList();
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
    VerificationOptions rows = options.verification();
    lines.add(
        "on %s, %s"
            .formatted(
                server,
                rows.hasRows()
                    ? "%d rows a table from seed %d".formatted(rows.rows(), rows.seed())
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
  ProductEvent next() {
    try {
      return events.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Broken(VERIFICATION, e);
    }
  }

  private void run() {
    try {
      verify();
    } finally {
      events.add(new End());
    }
  }

  private void verify() {
    TestServer found;
    try {
      ServerLookup lookup = TestServers.shared().find(product);
      if (lookup instanceof ServerLookup.NotFound missing && !required) {
        events.add(new NoServer(missing.reason()));
        comparison.ifPresent(all -> events.add(all.without(product, missing.reason())));
        return;
      }
      found = TestServers.shared().require(product);
    } catch (RuntimeException | Error e) {
      events.add(new Broken(ProductEvent.SERVER, e));
      comparison.ifPresent(all -> events.add(all.withoutRequired(product, e)));
      return;
    }
    try {
      server = found.toString();
      new ProductVerifier(scripts, found, options, this).verify();
    } catch (RuntimeException | Error e) {
      events.add(new Broken(VERIFICATION, e));
      comparison.ifPresent(
          all -> events.add(all.without(product, "the verification on it did not end")));
      return;
    }
    comparison.flatMap(all -> all.with(found)).ifPresent(events::add);
  }

  @Override
  public VerificationListener revisions(String name) {
    return new Revisions();
  }

  @Override
  public ConfluenceListener orders(String name) {
    return new Orders();
  }

  private final class Revisions implements VerificationListener {
    @Override
    public void revisionFinished(RevisionResult result) {
      events.add(new OfRevision(result));
    }

    @Override
    public void projectChecked(CheckResult result) {
      events.add(new OfProject(TestNames.ALL_REVISIONS, result));
    }
  }

  private final class Orders implements ConfluenceListener {
    @Override
    public void started(String name, int meetings) {
      if (meetings == 0) {
        events.add(
            new OfProject(
                TestNames.ALL_REVISIONS,
                CheckResult.skipped(VerificationCheck.ORDER, "nowhere do branches come together")));
      }
    }

    @Override
    public void meetingFinished(MeetingResult result) {
      CheckResult check = ConfluenceChecks.of(result);
      Optional<Revision> merge = scripts.graph().find(result.meeting());
      events.add(
          merge.isPresent()
              ? new OfProject(TestNames.of(merge.get()), TestNames.withoutSubject(check))
              : new OfProject(TestNames.ALL_REVISIONS, check));
    }
  }
}
