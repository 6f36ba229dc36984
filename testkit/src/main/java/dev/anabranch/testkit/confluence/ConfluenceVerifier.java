package dev.anabranch.testkit.confluence;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.revision.Revision;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Proves on scratch databases of one server that the order in which parallel branches are applied
 * makes no difference: not to the schema, and not to the rows.
 *
 * <p>Wherever branches come together, in a revision with several parents or dependencies and in the
 * set of heads, each pair of parallel revisions is looked at. Pairs that touch nothing in common
 * are settled by {@link Commutation}; the others are applied in both orders, on just what they
 * stand on. Where anything had to be run, whole branches are applied one after the other, the other
 * way round, and in some orders by chance; if that shows a difference that no pair has shown, it is
 * narrowed to the two neighbours whose exchange makes it.
 *
 * <p>Immutable; several may run at once, on one server or on several.
 */
public final class ConfluenceVerifier {

  private final RevisionScripts scripts;
  private final TestServer server;
  private final ConfluenceOptions options;
  private final ConfluenceListener listener;

  /**
   * Creates a verifier; nothing is opened until {@link #verify()}.
   *
   * @param scripts the revisions
   * @param server where scratch databases are made
   * @param options what is verified, and how
   * @param listener hears how it goes on
   */
  public ConfluenceVerifier(
      RevisionScripts scripts,
      TestServer server,
      ConfluenceOptions options,
      ConfluenceListener listener) {
    this.scripts = Objects.requireNonNull(scripts, "scripts");
    this.server = Objects.requireNonNull(server, "server");
    this.options = Objects.requireNonNull(options, "options");
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  /**
   * Verifies. What is wrong with revisions is told in the report and stops nothing.
   *
   * @throws dev.anabranch.error.AnabranchException if the server cannot be used at all
   */
  public ConfluenceReport verify() {
    long begun = System.nanoTime();
    List<Meeting> meetings = Meeting.of(scripts.graph());
    listener.started(server.product(), meetings.size());
    List<MeetingResult> results = new ArrayList<>();
    int databases = 0;
    if (!meetings.isEmpty()) {
      try (Arena arena = new Arena(server, scripts, options.verification());
          Arena withoutRows = new Arena(server, scripts, withoutRows())) {
        MeetingVerifier verifier = verifier(arena, withoutRows);
        for (Meeting meeting : meetings) {
          MeetingResult result = verifier.verify(meeting);
          results.add(result);
          listener.meetingFinished(result);
        }
        databases = arena.databases() + withoutRows.databases();
      }
    }
    ConfluenceReport report =
        new ConfluenceReport(
            server.product(),
            server.toString(),
            results,
            databases,
            Duration.ofNanos(System.nanoTime() - begun));
    listener.finished(report);
    return report;
  }

  private MeetingVerifier verifier(Arena arena, Arena withoutRows) {
    Dialect dialect = arena.dialect();
    Relations relations =
        Relations.of(
            scripts,
            scripts.graph().revisions().stream().map(Revision::id).toList(),
            dialect,
            options.verification().naming());
    PairVerifier pairs =
        new PairVerifier(
            scripts.graph(), options, arena, withoutRows, new OutcomeComparison(dialect));
    ProofFiles proofs = new ProofFiles(scripts, options, dialect, relations);
    return new MeetingVerifier(scripts, options, relations, pairs, proofs, listener);
  }

  private VerificationOptions withoutRows() {
    VerificationOptions with = options.verification();
    return VerificationOptions.builder()
        .rows(0)
        .seed(with.seed())
        .naming(with.naming())
        .versionTable(with.versionTable())
        .classLoader(with.classLoader())
        .build();
  }
}
