package dev.anabranch.cli.output;

import dev.anabranch.revision.Revision;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.VerificationListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Shows how a verification goes on: on a terminal in one line for all products, elsewhere in a line
 * for each revision and product. Its listeners may run on several threads.
 */
public final class VerificationProgress implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(80);

  private final Console console;
  private final Instant started = Instant.now();
  private final Map<String, State> states = new TreeMap<>();
  private Instant lastShown = Instant.EPOCH;
  private boolean lineOpen;

  /** How far a product is. */
  private record State(int number, int total, String revision) {}

  /** Creates the progress of one verification. */
  public VerificationProgress(Console console) {
    this.console = console;
  }

  /** Returns who hears about one product. */
  public VerificationListener of(String product) {
    return new Product(product);
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
              + result.status().name().toLowerCase(Locale.ROOT).replace('_', ' ')
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
                        + each.getValue().revision())
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

  private final class Product implements VerificationListener {
    private final String product;
    private int total;

    Product(String product) {
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
