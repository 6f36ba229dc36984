package dev.anabranch.testkit.server;

import java.util.List;
import java.util.stream.Collectors;

/** The answer to "is there a server of this product": the server, or every way that was tried. */
public sealed interface ServerLookup {

  /**
   * There is one.
   *
   * @param server the server, shared by all tests of this JVM
   */
  record Found(TestServer server) implements ServerLookup {}

  /**
   * There is none.
   *
   * @param product the product's title, or the name that was asked for when no product has it
   * @param attempts every way that was tried, in order
   */
  record NotFound(String product, List<Attempt> attempts) implements ServerLookup {

    /** Copies the list. */
    public NotFound {
      attempts = List.copyOf(attempts);
    }

    /** Returns all of it in one line for a test report. */
    public String reason() {
      return attempts.stream()
          .map(Attempt::toString)
          .collect(Collectors.joining("; ", "no " + product + " server: ", ""));
    }
  }

  /**
   * One way and why it led nowhere.
   *
   * @param way what was tried
   * @param reason why it did not work
   */
  record Attempt(String way, String reason) {

    /** Returns {@code way (reason)}. */
    @Override
    public String toString() {
      return way + " (" + reason + ")";
    }
  }
}
