package dev.anabranch.testkit.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/**
 * What came of the tests of a class.
 *
 * @param passed the names of those that passed, in order
 * @param failed what those failed with that failed
 * @param skipped why those were skipped that were
 */
record ClassRun(List<String> passed, Map<String, String> failed, Map<String, String> skipped) {

  /** Runs a class with {@link RevisionTests}. */
  static ClassRun of(Class<?> tests) {
    return of(EngineTestKit.engine(RevisionTestEngine.ID).selectors(selectClass(tests)));
  }

  /** Runs a class whose {@code @TestFactory} makes the tests. */
  static ClassRun ofFactory(Class<?> tests) {
    return of(EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)));
  }

  static ClassRun of(EngineTestKit.Builder kit) {
    List<String> passed = new ArrayList<>();
    Map<String, String> failed = new LinkedHashMap<>();
    Map<String, String> skipped = new LinkedHashMap<>();
    for (Event event : kit.execute().allEvents().list()) {
      String name = event.getTestDescriptor().getDisplayName();
      if (event.getType() == EventType.SKIPPED) {
        skipped.put(name, event.getRequiredPayload(String.class));
      } else if (event.getType() == EventType.FINISHED) {
        TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
        String message = result.getThrowable().map(Throwable::getMessage).orElse("");
        switch (result.getStatus()) {
          case FAILED -> failed.put(name, message);
          case ABORTED -> skipped.put(name, message);
          case SUCCESSFUL -> {
            if (event.getTestDescriptor().isTest()) {
              passed.add(name);
            }
          }
        }
      }
    }
    return new ClassRun(passed, failed, skipped);
  }
}
