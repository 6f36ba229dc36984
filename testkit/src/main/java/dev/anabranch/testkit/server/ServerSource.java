package dev.anabranch.testkit.server;

import java.util.Objects;

/**
 * One way to a server: an address in the environment, a container, binaries from the class path.
 */
public interface ServerSource {

  /**
   * Returns what this way is, as a reader of a test report understands it: {@code embedded
   * binaries}.
   */
  String description();

  /**
   * Tries this way once: finds or starts a server and waits until it answers.
   *
   * <p>A way that is not set up on this machine says so at once and without a word on any log.
   *
   * @return the server, or why there is none
   */
  Outcome open();

  /** What came of trying one way. */
  sealed interface Outcome {}

  /**
   * There is a server and it answers.
   *
   * @param server the server
   */
  record Opened(RunningServer server) implements Outcome {
    /** Checks that the server is there. */
    public Opened {
      Objects.requireNonNull(server, "server");
    }
  }

  /**
   * This way is not set up on this machine; the next one is tried.
   *
   * @param reason why, as half a sentence: {@code ANABRANCH_TEST_POSTGRESQL_URL is not set}
   */
  record Absent(String reason) implements Outcome {
    /** Checks that the reason is there. */
    public Absent {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Somebody chose this way on purpose and it does not work; no other way is tried in its place,
   * because tests that pass on another server than the one that was asked for prove the wrong
   * thing.
   *
   * @param reason why, as half a sentence
   */
  record Broken(String reason) implements Outcome {
    /** Checks that the reason is there. */
    public Broken {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
