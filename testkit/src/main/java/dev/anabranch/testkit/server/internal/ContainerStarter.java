package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.RunningServer;

/**
 * Starts a server in a container, by means of a library that not everybody has. Looked up, never
 * named, so that what needs no container is compiled and run without that library.
 */
public interface ContainerStarter {

  /** Starts a container and waits until the server in it answers. */
  RunningServer start(ContainerImage image);
}
