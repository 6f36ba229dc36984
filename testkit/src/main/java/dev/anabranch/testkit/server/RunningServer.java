package dev.anabranch.testkit.server;

import java.util.Objects;

/**
 * A server that answers.
 *
 * @param address where it is; the user may create databases and users
 * @param origin where it came from, as a reader of a test report understands it
 * @param stop stops what was started to have it; does nothing for a server that was there already
 */
public record RunningServer(ServerAddress address, String origin, Runnable stop) {

  /** Checks that nothing is null. */
  public RunningServer {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(stop, "stop");
  }
}
