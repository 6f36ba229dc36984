package dev.anabranch.testkit.junit;

import dev.anabranch.script.RevisionScript;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.project.ProjectOptions;
import dev.anabranch.testkit.server.AnabranchServers;
import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.Finding;
import dev.anabranch.testkit.verify.ProjectDifference;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Runs the tests of one class, and tells the listener. Used once, by one thread. */
final class RevisionTestRun {

  private final RevisionTestClass tests;
  private final EngineExecutionListener listener;
  private final ConfigurationParameters parameters;

  RevisionTestRun(
      RevisionTestClass tests,
      EngineExecutionListener listener,
      ConfigurationParameters parameters) {
    this.tests = tests;
    this.listener = listener;
    this.parameters = parameters;
  }

  void run() {
    Optional<String> disabled = tests.disabled();
    if (disabled.isPresent()) {
      listener.executionSkipped(tests, disabled.get());
      return;
    }
    listener.executionStarted(tests);
    List<ProductRun> runs = new ArrayList<>();
    try {
      start(runs);
      runs.forEach(this::product);
      listener.executionFinished(tests, TestExecutionResult.successful());
    } catch (RuntimeException e) {
      listener.executionFinished(tests, TestExecutionResult.failed(e));
    } finally {
      runs.forEach(ProductRun::stop);
    }
  }

  /** Starts all of them, so that servers start and work at the same time. */
  private void start(List<ProductRun> runs) {
    List<String> required =
        ServerExtension.names(parameters.get(ServerExtension.REQUIRE).orElse(""));
    ServerExtension.checkKnown(required);
    RevisionTests annotation = tests.annotation();
    RevisionScripts scripts = AnabranchServers.revisions(List.of(annotation.locations()));
    runs.addAll(
        ProductRun.of(List.of(annotation.products()), required, scripts, options(annotation)));
    runs.forEach(ProductRun::start);
  }

  private ProjectOptions options(RevisionTests annotation) {
    VerificationSettings settings = settings();
    VerificationOptions.Builder builder =
        VerificationOptions.builder()
            .rows(annotation.rows())
            .seed(annotation.seed())
            .allowedHeads(List.of(annotation.heads()));
    settings.configure(builder);
    ProjectOptions options = ProjectOptions.of(builder.build());
    return options
        .withConfluence(settings.confluence(options.confluence()))
        .proving(List.of(annotation.proves()))
        .allowing(
            annotation.allowedDifferences().isEmpty()
                ? List.of()
                : ProjectDifference.read(Path.of(annotation.allowedDifferences())));
  }

  private VerificationSettings settings() {
    return VerificationSettings.class.isAssignableFrom(tests.type())
        ? (VerificationSettings) ReflectionSupport.newInstance(tests.type())
        : new VerificationSettings() {};
  }

  private void product(ProductRun run) {
    RevisionTestNode product = begin(tests, "product", run.product(), null);
    while (true) {
      ProductEvent event = run.next();
      if (event instanceof ProductEvent.OfRevision revision) {
        revision(product, run, revision.result());
      } else if (event instanceof ProductEvent.OfProject project) {
        check(product, run, project.subject(), project.result());
      } else if (event instanceof ProductEvent.NoServer missing) {
        skip(leaf(product, TestNames.of(run.product(), ProductEvent.SERVER)), missing.reason());
      } else if (event instanceof ProductEvent.Broken broken) {
        finish(
            leaf(product, TestNames.of(run.product(), broken.part())),
            TestExecutionResult.failed(broken.cause()));
      } else {
        listener.executionFinished(product, TestExecutionResult.successful());
        return;
      }
    }
  }

  private void revision(RevisionTestNode product, ProductRun run, RevisionResult result) {
    TestSource file =
        run.scripts()
            .script(result.revision().id())
            .flatMap(RevisionScript::file)
            .map(path -> FileSource.from(path.toAbsolutePath().normalize().toFile()))
            .orElse(null);
    String name = TestNames.of(result.revision());
    RevisionTestNode revision = begin(product, "revision", name, file);
    for (CheckResult check : result.checks()) {
      check(revision, run, name, check);
    }
    listener.executionFinished(revision, TestExecutionResult.successful());
  }

  private void check(RevisionTestNode parent, ProductRun run, String of, CheckResult check) {
    RevisionTestNode test = leaf(parent, TestNames.of(run.product(), of, check.title()));
    if (check.outcome() == CheckResult.Outcome.SKIPPED) {
      skip(test, check.reason().orElse("not made"));
      return;
    }
    listener.executionStarted(test);
    for (Finding finding : check.findings()) {
      if (!finding.isFailure()) {
        listener.reportingEntryPublished(test, ReportEntry.from("note", finding.message()));
      }
    }
    listener.executionFinished(
        test,
        check.failed()
            ? TestExecutionResult.failed(run.failure(check))
            : TestExecutionResult.successful());
  }

  private void skip(RevisionTestNode test, String reason) {
    listener.executionSkipped(test, reason);
  }

  private void finish(RevisionTestNode test, TestExecutionResult result) {
    listener.executionStarted(test);
    listener.executionFinished(test, result);
  }

  private RevisionTestNode begin(
      TestDescriptor parent,
      String kind,
      String name,
      @org.jspecify.annotations.Nullable TestSource source) {
    RevisionTestNode node =
        RevisionTestNode.container(parent.getUniqueId().append(kind, name), name, source);
    register(parent, node);
    listener.executionStarted(node);
    return node;
  }

  /** Its place is a method of the class that has its name, which is all that reports show of it. */
  private RevisionTestNode leaf(TestDescriptor parent, String name) {
    int number = parent.getChildren().size() + 1;
    RevisionTestNode node =
        RevisionTestNode.test(
            parent.getUniqueId().append("check", number + " " + name),
            name,
            MethodSource.from(tests.type().getName(), name));
    register(parent, node);
    return node;
  }

  private void register(TestDescriptor parent, RevisionTestNode node) {
    parent.addChild(node);
    listener.dynamicTestRegistered(node);
  }
}
