package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.RunningServer;
import java.io.IOException;

/**
 * Starts PostgreSQL from the binaries of an artifact, by means of a library that not everybody has.
 * Looked up, never named, so that everything else is compiled and run without that library.
 */
public interface EmbeddedPostgresStarter {

  /** Starts a server and waits until it answers. */
  RunningServer start() throws IOException;
}
