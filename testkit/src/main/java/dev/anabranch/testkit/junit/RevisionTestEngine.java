package dev.anabranch.testkit.junit;

import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Finds classes with {@link RevisionTests} and runs them, beside Jupiter.
 *
 * <p>Jupiter finds no class without methods, and calls what a factory makes by numbers, which is
 * what Surefire and others write into their reports. Tests of this engine have the names by which
 * people know revisions. The JUnit Platform finds it by itself.
 */
public final class RevisionTestEngine implements TestEngine {

  /** The id of this engine, for filters such as Surefire's {@code includeJUnit5Engines}. */
  public static final String ID = "anabranch-revisions";

  private static final String CLASS = "class";

  /** Creates the engine; the JUnit Platform does. */
  public RevisionTestEngine() {}

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    EngineDescriptor engine = new EngineDescriptor(uniqueId, "Anabranch revisions");
    EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
        .addClassContainerSelectorResolver(RevisionTestEngine::isTestClass)
        .addSelectorResolver(new ClassResolver())
        .build()
        .resolve(request, engine);
    return engine;
  }

  private static boolean isTestClass(Class<?> type) {
    return AnnotationSupport.isAnnotated(type, RevisionTests.class)
        && !java.lang.reflect.Modifier.isAbstract(type.getModifiers());
  }

  @Override
  public void execute(ExecutionRequest request) {
    TestDescriptor engine = request.getRootTestDescriptor();
    EngineExecutionListener listener = request.getEngineExecutionListener();
    listener.executionStarted(engine);
    for (TestDescriptor child : engine.getChildren()) {
      RevisionTestClass tests = (RevisionTestClass) child;
      new RevisionTestRun(tests, listener, request.getConfigurationParameters()).run();
    }
    listener.executionFinished(engine, TestExecutionResult.successful());
  }

  /** Takes classes by name, and by what stands inside them: one test cannot be run alone. */
  private static final class ClassResolver implements SelectorResolver {

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
      Class<?> type = selector.getJavaClass();
      if (!isTestClass(type)) {
        return Resolution.unresolved();
      }
      Optional<RevisionTestClass> added =
          context.addToParent(
              parent ->
                  Optional.of(
                      new RevisionTestClass(
                          parent.getUniqueId().append(CLASS, type.getName()), type)));
      return added
          .map(tests -> Resolution.match(Match.exact(tests)))
          .orElseGet(Resolution::unresolved);
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
      return selector.getUniqueId().getSegments().stream()
          .filter(segment -> segment.getType().equals(CLASS))
          .findFirst()
          .flatMap(segment -> ReflectionSupport.tryToLoadClass(segment.getValue()).toOptional())
          .map(
              type ->
                  resolve(
                      org.junit.platform.engine.discovery.DiscoverySelectors.selectClass(type),
                      context))
          .orElseGet(Resolution::unresolved);
    }
  }
}
