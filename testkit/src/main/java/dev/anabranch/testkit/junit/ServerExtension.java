package dev.anabranch.testkit.junit;

import dev.anabranch.testkit.server.ServerLookup;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.server.TestServers;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.opentest4j.TestAbortedException;

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

  static final Namespace NAMESPACE = Namespace.create(ServerExtension.class);

  /** Returns the names of the products that a class or test needs. */
  abstract Collection<String> products(ExtensionContext context);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    for (String product : products(context)) {
      Optional<String> missing = missing(product, context);
      if (missing.isPresent()) {
        return ConditionEvaluationResult.disabled(missing.get());
      }
    }
    return ConditionEvaluationResult.enabled("the servers are there, or are required");
  }

  /** Returns why there is no server, if that is to be passed over. */
  private static Optional<String> missing(String product, ExtensionContext context) {
    // A failure belongs into the callbacks below: JUnit would hide its message behind one about
    // conditions here.
    if (!isKnown(product)
        || !required(context).stream().allMatch(ServerExtension::isKnown)
        || required(context).contains(product)) {
      return Optional.empty();
    }
    return TestServers.shared().find(product) instanceof ServerLookup.NotFound missing
        ? Optional.of(missing.reason())
        : Optional.empty();
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
    return type == TestServer.class
        || (type == TestDatabase.class
            && MigratedDatabaseExtension.governing(parameter, context).isEmpty());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestServer server = TestServers.shared().require(products(context).iterator().next());
    return parameter.getParameter().getType() == TestServer.class
        ? server
        : databases(context).at(ordinal(parameter), place -> server.createDatabase());
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
   * Throws when a server is missing, and when a name among the required ones is no product: a
   * typing error there would turn every failure into a skip.
   */
  private void requireServer(ExtensionContext context) {
    checkRequired(context);
    products(context).forEach(TestServers.shared()::require);
  }

  /** Does the same at the latest moment, for what was not known before. */
  static void requireServerOrSkip(String product, ExtensionContext context) {
    checkRequired(context);
    missing(product, context)
        .ifPresent(
            reason -> {
              throw new TestAbortedException(reason);
            });
    TestServers.shared().require(product);
  }

  private static void checkRequired(ExtensionContext context) {
    checkKnown(required(context));
  }

  static void checkKnown(Collection<String> names) {
    TestServers servers = TestServers.shared();
    for (String name : names) {
      if (!servers.products().contains(name)) {
        throw new IllegalArgumentException(
            "Cannot require a server of \"%s\" (%s): the products are %s."
                .formatted(name, REQUIRE, String.join(", ", servers.products())));
      }
    }
  }

  private static boolean isKnown(String product) {
    return TestServers.shared().products().contains(product);
  }

  private static List<String> required(ExtensionContext context) {
    return names(context.getConfigurationParameter(REQUIRE).orElse(""));
  }

  static List<String> names(String list) {
    return Stream.of(list.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /**
   * Returns the databases of this very class or test; a store shows what its parents hold, hence
   * the key.
   */
  static Databases databases(ExtensionContext context) {
    Store store = context.getStore(NAMESPACE);
    return store.getOrComputeIfAbsent(
        context.getUniqueId(), id -> new Databases(), Databases.class);
  }
}
