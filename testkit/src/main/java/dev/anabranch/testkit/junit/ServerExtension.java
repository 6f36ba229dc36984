package dev.anabranch.testkit.junit;

import dev.anabranch.testkit.server.ServerLookup;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.server.TestServers;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstantiationAwareExtension;

/** Skips or fails a test without its server, and gives it its databases. */
abstract class ServerExtension
    implements ExecutionCondition,
        BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver,
        TestInstantiationAwareExtension {

  static final String REQUIRE = "anabranch.test.require";

  private static final Namespace NAMESPACE = Namespace.create(ServerExtension.class);

  /** Returns the name of the product that a class or test runs on. */
  abstract String product(ExtensionContext context);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String product = product(context);
    // A failure belongs into the callbacks below: JUnit would hide its message behind one about
    // conditions here.
    if (!isKnown(product)
        || !required(context).stream().allMatch(ServerExtension::isKnown)
        || required(context).contains(product)) {
      return ConditionEvaluationResult.enabled("a server of " + product + " is required");
    }
    ServerLookup lookup = TestServers.shared().find(product);
    return lookup instanceof ServerLookup.NotFound missing
        ? ConditionEvaluationResult.disabled(missing.reason())
        : ConditionEvaluationResult.enabled(((ServerLookup.Found) lookup).server().toString());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    requireServer(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    requireServer(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    databases(context).closeAll();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    databases(context).closeAll();
  }

  /** A constructor then has the context of the test, and so the test's own database. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(
      ExtensionContext rootContext) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TestDatabase.class || type == TestServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestServer server = TestServers.shared().require(product(context));
    return parameter.getParameter().getType() == TestServer.class
        ? server
        : databases(context).at(ordinal(parameter), server);
  }

  /**
   * Returns how many databases the method takes before this one, so that the first is the same for
   * all methods of a test.
   */
  private static int ordinal(ParameterContext parameter) {
    List<Parameter> before =
        List.of(parameter.getDeclaringExecutable().getParameters())
            .subList(0, parameter.getIndex());
    return (int) before.stream().filter(each -> each.getType() == TestDatabase.class).count();
  }

  /**
   * Throws when the server is missing, and when a name among the required ones is no product: a
   * typing error there would turn every failure into a skip.
   */
  private void requireServer(ExtensionContext context) {
    TestServers servers = TestServers.shared();
    for (String name : required(context)) {
      if (!servers.products().contains(name)) {
        throw new IllegalArgumentException(
            "Cannot require a server of \"%s\" (%s): the products are %s."
                .formatted(name, REQUIRE, String.join(", ", servers.products())));
      }
    }
    servers.require(product(context));
  }

  private static boolean isKnown(String product) {
    return TestServers.shared().products().contains(product);
  }

  private static List<String> required(ExtensionContext context) {
    return Stream.of(context.getConfigurationParameter(REQUIRE).orElse("").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /**
   * Returns the databases of this very class or test; a store shows what its parents hold, hence
   * the key.
   */
  private static Databases databases(ExtensionContext context) {
    Store store = context.getStore(NAMESPACE);
    return store.getOrComputeIfAbsent(
        context.getUniqueId(), id -> new Databases(), Databases.class);
  }

  private static final class Databases {

    private final Map<Integer, TestDatabase> byOrdinal = new TreeMap<>();

    synchronized TestDatabase at(int ordinal, TestServer server) {
      return byOrdinal.computeIfAbsent(ordinal, number -> server.createDatabase());
    }

    /** Closes all of them also when one cannot be closed. */
    synchronized void closeAll() {
      List<TestDatabase> open = List.copyOf(byOrdinal.values());
      byOrdinal.clear();
      @Nullable RuntimeException failure = null;
      for (TestDatabase database : open) {
        try {
          database.close();
        } catch (RuntimeException e) {
          if (failure == null) {
            failure = e;
          } else {
            failure.addSuppressed(e);
          }
        }
      }
      if (failure != null) {
        throw failure;
      }
    }
  }
}
