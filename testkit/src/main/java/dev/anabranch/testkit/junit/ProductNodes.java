package dev.anabranch.testkit.junit;

import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.Finding;
import dev.anabranch.testkit.verify.RevisionResult;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * The dynamic nodes of one product, made as results come in.
 *
 * <p>They have no place in the sources but that of their factory: Surefire 3.5 leaves a test out
 * whose place is a file, also when it fails.
 */
final class ProductNodes {

  private final ProductRun run;
  private final BiConsumer<String, String> notes;
  private final String product;

  ProductNodes(ProductRun run, BiConsumer<String, String> notes) {
    this.run = run;
    this.notes = notes;
    this.product = run.product();
  }

  DynamicContainer container() {
    return DynamicContainer.dynamicContainer(
        product,
        StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                new Nodes(), Spliterator.ORDERED | Spliterator.NONNULL),
            false));
  }

  /** A node for each event up to the last one. */
  private final class Nodes implements Iterator<DynamicNode> {

    private ProductEvent event = new ProductEvent.NoServer("");
    private boolean known;

    @Override
    public boolean hasNext() {
      if (!known) {
        event = run.next();
        known = true;
      }
      return !(event instanceof ProductEvent.End);
    }

    @Override
    public DynamicNode next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      known = false;
      return node(event);
    }
  }

  private DynamicNode node(ProductEvent event) {
    if (event instanceof ProductEvent.OfRevision revision) {
      return revision(revision.result());
    }
    if (event instanceof ProductEvent.OfProject project) {
      return test(project.subject(), project.result());
    }
    if (event instanceof ProductEvent.NoServer missing) {
      return DynamicTest.dynamicTest(
          TestNames.of(product, ProductEvent.SERVER),
          () -> {
            throw new TestAbortedException(missing.reason());
          });
    }
    ProductEvent.Broken broken = (ProductEvent.Broken) event;
    return DynamicTest.dynamicTest(
        TestNames.of(product, broken.part()),
        () -> {
          throw broken.cause();
        });
  }

  private DynamicContainer revision(RevisionResult result) {
    String name = TestNames.of(result.revision());
    return DynamicContainer.dynamicContainer(
        name, result.checks().stream().map(check -> test(name, check)));
  }

  private DynamicTest test(String of, CheckResult check) {
    String name = TestNames.of(product, of, check.title());
    return DynamicTest.dynamicTest(name, () -> tell(name, check));
  }

  private void tell(String name, CheckResult check) {
    for (Finding finding : check.findings()) {
      if (!finding.isFailure()) {
        notes.accept(name, finding.message());
      }
    }
    if (check.outcome() == CheckResult.Outcome.SKIPPED) {
      throw new TestAbortedException(check.reason().orElse("not made"));
    }
    if (check.failed()) {
      throw run.failure(check);
    }
  }

  /** Returns the containers of several products, which are started. */
  static Stream<DynamicContainer> of(Iterable<ProductRun> runs, BiConsumer<String, String> notes) {
    return StreamSupport.stream(runs.spliterator(), false)
        .map(run -> new ProductNodes(run, notes).container());
  }
}
