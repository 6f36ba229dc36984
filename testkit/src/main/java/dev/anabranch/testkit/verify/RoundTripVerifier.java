package dev.anabranch.testkit.verify;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.server.TestServer;
import java.util.Objects;

/**
 * Takes every revision up, down and up again on a scratch database of one server.
 *
 * <p>Immutable; several may run at once, on one server or on several.
 */
public final class RoundTripVerifier {

  private final RevisionScripts scripts;
  private final TestServer server;
  private final VerificationOptions options;
  private final VerificationListener listener;

  /**
   * Creates a verifier; nothing is opened until {@link #verify()}.
   *
   * @param scripts the revisions
   * @param server where scratch databases are made
   * @param options what is verified
   * @param listener hears how it goes on
   */
  public RoundTripVerifier(
      RevisionScripts scripts,
      TestServer server,
      VerificationOptions options,
      VerificationListener listener) {
    this.scripts = Objects.requireNonNull(scripts, "scripts");
    this.server = Objects.requireNonNull(server, "server");
    this.options = Objects.requireNonNull(options, "options");
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  /**
   * Verifies. What is wrong with a revision is told in the report and stops nothing.
   *
   * @throws dev.anabranch.error.AnabranchException if the server cannot be used at all
   */
  public VerificationReport verify() {
    return new RoundTrip(scripts, server, options, listener).run();
  }
}
