package dev.anabranch.testkit.contract;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Counts the checks each product has passed, and prints the sums when all tests are over. */
final class ContractCount implements AfterTestExecutionCallback {

  private static final Namespace NAMESPACE = Namespace.create(ContractCount.class);

  /** Called by JUnit. */
  ContractCount() {}

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()
        && context.getRequiredTestInstance() instanceof DialectContract contract) {
      context
          .getRoot()
          .getStore(NAMESPACE)
          .getOrComputeIfAbsent(Sums.class, key -> new Sums(), Sums.class)
          .add(contract.product().name());
    }
  }

  /** The sums of this JVM; JUnit closes it behind the last test. */
  static final class Sums implements AutoCloseable {

    private final Map<String, AtomicInteger> passed = new ConcurrentSkipListMap<>();

    void add(String product) {
      passed.computeIfAbsent(product, name -> new AtomicInteger()).incrementAndGet();
    }

    @Override
    public void close() {
      passed.forEach(
          (product, count) -> System.out.println("contract: " + product + " " + count + " checks"));
    }
  }
}
