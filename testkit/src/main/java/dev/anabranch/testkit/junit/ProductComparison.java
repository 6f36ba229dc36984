package dev.anabranch.testkit.junit;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.junit.ProductEvent.Broken;
import dev.anabranch.testkit.junit.ProductEvent.OfProject;
import dev.anabranch.testkit.project.ProjectOptions;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.EquivalenceReport;
import dev.anabranch.testkit.verify.EquivalenceVerifier;
import dev.anabranch.testkit.verify.VerificationCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The comparison of the products of one class. It is made once, by the thread of the product that
 * is done last, and waited for by those that are compared.
 */
final class ProductComparison {

  private static final String PART =
      TestNames.of(TestNames.ALL_REVISIONS, VerificationCheck.EQUIVALENCE.title());

  private final List<String> products;
  private final RevisionScripts scripts;
  private final ProjectOptions options;
  private final Map<String, TestServer> ready = new LinkedHashMap<>();
  private final CompletableFuture<Optional<EquivalenceReport>> report = new CompletableFuture<>();
  private int outstanding;

  /**
   * Creates a comparison.
   *
   * @param products all of them; the first one that can be compared is what the others are compared
   *     with
   */
  ProductComparison(List<String> products, RevisionScripts scripts, ProjectOptions options) {
    this.products = List.copyOf(products);
    this.scripts = scripts;
    this.options = options;
    this.outstanding = products.size();
  }

  /** Compares without a product, and says that it was skipped. */
  ProductEvent without(String product, String reason) {
    done(product, Optional.empty());
    return new OfProject(
        TestNames.ALL_REVISIONS, CheckResult.skipped(VerificationCheck.EQUIVALENCE, reason));
  }

  /** Compares without a product that should be there, and says that this is a failure. */
  ProductEvent withoutRequired(String product, Throwable reason) {
    done(product, Optional.empty());
    return new Broken(PART, reason);
  }

  /**
   * Compares with a product, when all others are done, which is waited for.
   *
   * @return what came of it; empty for the product that the others are compared with
   */
  Optional<ProductEvent> with(TestServer server) {
    done(server.product(), Optional.of(server));
    try {
      return report.get().flatMap(found -> check(found, server.product()));
    } catch (ExecutionException e) {
      return Optional.of(new Broken(PART, e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Broken(PART, e));
    }
  }

  private static Optional<ProductEvent> check(EquivalenceReport found, String product) {
    return found.products().get(0).equals(product)
        ? Optional.empty()
        : Optional.of(new OfProject(TestNames.ALL_REVISIONS, found.check(product)));
  }

  private void done(String product, Optional<TestServer> server) {
    if (isLast(product, server)) {
      try {
        report.complete(compare());
      } catch (RuntimeException | Error e) {
        report.completeExceptionally(e);
      }
    }
  }

  private synchronized boolean isLast(String product, Optional<TestServer> server) {
    server.ifPresent(there -> ready.put(product, there));
    outstanding--;
    return outstanding == 0;
  }

  private synchronized Optional<EquivalenceReport> compare() {
    List<TestServer> servers =
        products.stream().flatMap(each -> Optional.ofNullable(ready.get(each)).stream()).toList();
    return servers.size() < 2
        ? Optional.empty()
        : Optional.of(
            new EquivalenceVerifier(scripts, servers, options.verification(), options.allowed())
                .verify());
  }
}
