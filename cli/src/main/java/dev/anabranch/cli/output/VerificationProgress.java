package dev.anabranch.cli.output;

import dev.anabranch.cli.verification.Verification;
import dev.anabranch.revision.Revision;
import dev.anabranch.testkit.confluence.Commutation;
import dev.anabranch.testkit.confluence.ConfluenceListener;
import dev.anabranch.testkit.confluence.MeetingResult;
import dev.anabranch.testkit.verify.EquivalenceListener;
import dev.anabranch.testkit.verify.EquivalenceReport;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.VerificationListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Shows how a verification goes on: on a terminal in one line for all products, elsewhere in a line
 * for each revision and product. Its listeners may run on several threads.
 */
public final class VerificationProgress implements Verification.Listeners, AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(80);

  private final Console console;
  private final Instant started = Instant.now();
  private final Map<String, State> states = new TreeMap<>();
  private Instant lastShown = Instant.EPOCH;
  private boolean lineOpen;

  /** How far a product is. */
  private record State(int number, int total, String what) {}

  /** Creates the progress of one verification. */
  public VerificationProgress(Console console) {
    this.console = console;
  }

  @Override
  public VerificationListener revisions(String product) {
    return new Revisions(product);
  }

  @Override
  public ConfluenceListener orders(String product) {
    return new Orders(product);
  }

  @Override
  public EquivalenceListener comparison() {
    return new Comparison();
  }

  private synchronized void at(String product, State state) {
    states.put(product, state);
    show();
  }

  private synchronized void tell(String product, RevisionResult result) {
    if (!console.rewritesProgress()) {
      Revision revision = result.revision();
      console.note(
          product
              + "  "
              + words(result.status())
              + "  "
              + revision.id()
              + (revision.message().isEmpty() ? "" : "  " + revision.message())
              + "  ("
              + Elapsed.text(result.duration())
              + ")");
    }
  }

  private void show() {
    Instant now = Instant.now();
    if (!console.rewritesProgress() || Duration.between(lastShown, now).compareTo(PAUSE) < 0) {
      return;
    }
    lastShown = now;
    String text =
        states.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + " "
                        + each.getValue().number()
                        + " of "
                        + each.getValue().total()
                        + ": "
                        + each.getValue().what())
            .collect(Collectors.joining(", ", "Verifying on ", ""));
    String end = "  " + Elapsed.text(Duration.between(started, now));
    int room = Math.max(0, console.columns() - 1 - end.length());
    console.rewrite(
        (text.length() > room ? text.substring(0, Math.max(0, room - 1)) + "…" : text) + end);
    lineOpen = true;
  }

  /** Takes the line away, so that a message does not stand behind it. */
  @Override
  public synchronized void close() {
    if (lineOpen) {
      console.rewrite("");
      lineOpen = false;
    }
  }

  private synchronized void tell(String product, MeetingResult result) {
    if (!console.rewritesProgress()) {
      console.note(
          product
              + "  "
              + words(result.status())
              + "  order of branches at "
              + result.meeting()
              + "  ("
              + result.pairs()
              + " pairs, "
              + result.run()
              + " run)");
    }
  }

  private synchronized void tell(EquivalenceReport report) {
    if (!console.rewritesProgress()) {
      console.note(
          String.join(", ", report.products())
              + "  compared  ("
              + report.revisions()
              + " revisions, "
              + Elapsed.text(report.duration())
              + ")");
    }
  }

  private static String words(Enum<?> status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private final class Comparison implements EquivalenceListener {
    private int total;

    @Override
    public void started(List<String> products, int revisions) {
      total = revisions;
    }

    @Override
    public void revisionStarted(String product, String revision, int number) {
      at(product, new State(number, total, "comparing " + revision));
    }

    @Override
    public void finished(EquivalenceReport report) {
      tell(report);
    }
  }

  private final class Orders implements ConfluenceListener {
    private final String product;
    private int number;
    private int total;

    Orders(String product) {
      this.product = product;
    }

    @Override
    public void started(String name, int meetings) {
      total = meetings;
    }

    @Override
    public void pairStarted(String meeting, Commutation relation) {
      at(product, new State(number + 1, total, relation.first() + " and " + relation.second()));
    }

    @Override
    public void meetingFinished(MeetingResult result) {
      number++;
      tell(product, result);
    }
  }

  private final class Revisions implements VerificationListener {
    private final String product;
    private int total;

    Revisions(String product) {
      this.product = product;
    }

    @Override
    public void started(String name, int revisions) {
      total = revisions;
    }

    @Override
    public void revisionStarted(Revision revision, int number) {
      at(product, new State(number, total, revision.id()));
    }

    @Override
    public void revisionFinished(RevisionResult result) {
      tell(product, result);
    }
  }
}
