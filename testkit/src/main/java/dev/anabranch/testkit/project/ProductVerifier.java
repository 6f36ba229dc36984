package dev.anabranch.testkit.project;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.confluence.ConfluenceChecks;
import dev.anabranch.testkit.confluence.ConfluenceListener;
import dev.anabranch.testkit.confluence.ConfluenceReport;
import dev.anabranch.testkit.confluence.ConfluenceVerifier;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.RoundTripVerifier;
import dev.anabranch.testkit.verify.VerificationListener;
import dev.anabranch.testkit.verify.VerificationOptions;
import dev.anabranch.testkit.verify.VerificationReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Proves what is to be proved on one product by itself: the round trip, and the order of branches.
 * Comparing products is for those who know all of them.
 *
 * <p>Immutable; several may run at once.
 */
public final class ProductVerifier {

  private final RevisionScripts scripts;
  private final TestServer server;
  private final ProjectOptions options;
  private final Listeners listeners;

  /** Who hears how it goes on. */
  public interface Listeners {
    /** Returns who hears about the revisions on a product. */
    VerificationListener revisions(String product);

    /** Returns who hears about the order of branches on a product. */
    ConfluenceListener orders(String product);
  }

  /**
   * Creates a verifier; nothing is opened until {@link #verify()}.
   *
   * @param scripts the revisions
   * @param server where scratch databases are made
   * @param options what is proved
   * @param listeners who hears how it goes on
   */
  public ProductVerifier(
      RevisionScripts scripts, TestServer server, ProjectOptions options, Listeners listeners) {
    this.scripts = Objects.requireNonNull(scripts, "scripts");
    this.server = Objects.requireNonNull(server, "server");
    this.options = Objects.requireNonNull(options, "options");
    this.listeners = Objects.requireNonNull(listeners, "listeners");
  }

  /**
   * Verifies.
   *
   * @return the results of each revision, and the checks of the project, one for each place where
   *     branches come together among them
   * @throws dev.anabranch.error.AnabranchException if the server cannot be used at all
   */
  public VerificationReport verify() {
    VerificationReport report = options.proves(Property.ROUND_TRIP) ? roundTrip() : nothing();
    if (!options.proves(Property.CONFLUENCE)) {
      return report;
    }
    ConfluenceReport orders =
        new ConfluenceVerifier(
                scripts, server, options.confluence(), listeners.orders(server.product()))
            .verify();
    return report.with(ConfluenceChecks.of(orders), orders.duration());
  }

  private VerificationReport roundTrip() {
    return new RoundTripVerifier(
            scripts, server, options.verification(), listeners.revisions(server.product()))
        .verify();
  }

  private VerificationReport nothing() {
    VerificationOptions verification = options.verification();
    return new VerificationReport(
        server.product(),
        server.toString(),
        verification.rows(),
        verification.seed(),
        List.of(),
        List.of(),
        Duration.ZERO);
  }
}
