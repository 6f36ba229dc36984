package dev.anabranch.cli.output;

import dev.anabranch.engine.MigrationListener;
import dev.anabranch.engine.MigrationResult;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.MigrationPlan;
import dev.anabranch.revision.MigrationStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows how a run goes on: on a terminal in one line that is rewritten, elsewhere in a line for
 * each revision.
 *
 * <p>A long list of short revisions must not spend its time on the terminal, so that the line is
 * rewritten a few times a second at most; a statement that takes long is told with its number. For
 * the thread that runs.
 */
public final class Progress implements MigrationListener, AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(80);
  private static final int LISTED = 20;

  private final Console console;
  private Instant runStarted = Instant.now();
  private Instant lastShown = Instant.EPOCH;
  private boolean lineOpen;
  private int statementsRun;
  private int number;
  private int total;
  private final List<String> asking = new ArrayList<>();

  /** Creates the progress of one run. */
  public Progress(Console console) {
    this.console = console;
  }

  @Override
  public void waitingForLock(Optional<String> holder) {
    clear();
    console.note(
        "Waiting for another run to end" + holder.map(who -> " (" + who + ")").orElse("") + " ...");
  }

  @Override
  public void asksDatabase(MigrationStep step) {
    asking.add(step.revision().id());
  }

  /** Returns the ids of the revisions of a plan that ask the database what to do. */
  public List<String> asking() {
    return List.copyOf(asking);
  }

  @Override
  public void planned(MigrationPlan plan) {
    runStarted = Instant.now();
    if (plan.direction() == Direction.DOWNGRADE && !plan.isEmpty()) {
      String ids =
          plan.steps().stream()
              .limit(LISTED)
              .map(step -> step.revision().id())
              .collect(Collectors.joining(", "));
      int more = plan.steps().size() - LISTED;
      console.note("Taking back " + ids + (more > 0 ? " and " + more + " more" : "") + ".");
    }
  }

  @Override
  public void stepStarted(MigrationStep step, int stepNumber, int steps) {
    statementsRun = 0;
    number = stepNumber;
    total = steps;
    show(step, "");
  }

  @Override
  public void statementStarted(MigrationStep step, int statement, int statements, String sql) {
    statementsRun++;
    show(step, statements > 1 ? " (statement " + statement + " of " + statements + ")" : "");
  }

  @Override
  public void serverWarning(MigrationStep step, String message) {
    clear();
    console.warn(step.revision().id() + ": " + message);
  }

  @Override
  public void stepFinished(MigrationStep step, Duration duration) {
    if (!console.rewritesProgress()) {
      console.note(
          (step.direction() == Direction.UPGRADE ? "applied   " : "took back ")
              + step.revision().id()
              + (step.revision().message().isEmpty() ? "" : "  " + step.revision().message())
              + "  ("
              + Elapsed.text(duration)
              + ")");
    }
    if (statementsRun == 0 && isChange(step)) {
      clear();
      console.warn(
          step.revision().id()
              + " is applied without any statement: it has none for this database.");
    }
  }

  /** A merge has nothing to do, and a way back may have nothing to take back. */
  private static boolean isChange(MigrationStep step) {
    return step.direction() == Direction.UPGRADE && step.revision().downRevisions().size() < 2;
  }

  @Override
  public void finished(MigrationResult result) {
    clear();
  }

  private void show(MigrationStep step, String more) {
    Instant now = Instant.now();
    boolean soon = Duration.between(lastShown, now).compareTo(PAUSE) < 0;
    if (!console.rewritesProgress() || (soon && number < total)) {
      return;
    }
    lastShown = now;
    String text =
        (step.direction() == Direction.UPGRADE ? "Applying " : "Taking back ")
            + number
            + " of "
            + total
            + ": "
            + step.revision().id();
    String end = more + "  " + Elapsed.text(Duration.between(runStarted, now));
    // Numbers stay whole; of the message as much is shown as fits.
    int room = Math.max(0, console.columns() - 1 - text.length() - end.length() - 1);
    String message = step.revision().message();
    String shown =
        message.length() > room ? message.substring(0, Math.max(0, room - 1)) + "…" : message;
    console.rewrite(text + (room < 2 || message.isEmpty() ? "" : " " + shown) + end);
    lineOpen = true;
  }

  private void clear() {
    if (lineOpen) {
      console.rewrite("");
      lineOpen = false;
    }
  }

  /** Takes the line away, so that a message does not stand behind it. */
  @Override
  public void close() {
    clear();
  }
}
