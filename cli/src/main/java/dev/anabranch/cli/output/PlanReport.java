package dev.anabranch.cli.output;

import dev.anabranch.engine.MigrationResult;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.MigrationPlan;
import dev.anabranch.revision.MigrationStep;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Tells what a run would do, or did. */
public final class PlanReport {
  private final Console console;

  /** Creates a report. */
  public PlanReport(Console console) {
    this.console = console;
  }

  /**
   * Writes what a run would do.
   *
   * @param plan the plan
   * @param asking the ids of its revisions that ask the database what to do
   */
  public void write(MigrationPlan plan, List<String> asking) {
    if (console.isJson()) {
      console.json(json -> write(json.texts("asksDatabase", asking), plan));
      return;
    }
    if (plan.isEmpty()) {
      console.note("Nothing to do: " + standsAt(plan.rowsBefore()) + ".");
      return;
    }
    TextTable table = new TextTable("#", "action", "revision", "version rows after", "message");
    TreeSet<String> rows = new TreeSet<>(plan.rowsBefore());
    int number = 0;
    for (MigrationStep step : plan.steps()) {
      step.removedRows().forEach(rows::remove);
      rows.addAll(step.addedRows());
      table.row(
          String.valueOf(++number),
          word(step.direction()),
          step.revision().id(),
          rows.isEmpty() ? "none" : String.join(", ", rows),
          step.revision().message());
    }
    table.lines().forEach(console::line);
    if (!asking.isEmpty()) {
      console.note(
          String.join(", ", asking)
              + (asking.size() == 1 ? " asks" : " ask")
              + " the database; what is done then is known only when it runs.");
    }
  }

  /** Writes what a run did. */
  public void done(MigrationResult result) {
    MigrationPlan plan = result.plan();
    if (console.isJson()) {
      console.json(
          json -> {
            write(json, plan);
            json.number("durationMillis", result.duration().toMillis());
          });
    } else if (plan.isEmpty()) {
      console.note("Nothing to do: " + standsAt(plan.rowsBefore()) + ".");
    } else {
      console.note(
          (plan.direction() == Direction.UPGRADE ? "Applied " : "Took back ")
              + count(plan.steps().size())
              + " in "
              + Elapsed.text(result.duration())
              + "; "
              + standsAt(plan.rowsAfter())
              + ".");
    }
  }

  /** Returns where a database with these rows stands. */
  public static String standsAt(List<String> rows) {
    return rows.isEmpty()
        ? "the database stands at base"
        : "the database stands at " + String.join(", ", rows);
  }

  private static String count(int revisions) {
    return revisions + (revisions == 1 ? " revision" : " revisions");
  }

  private static String word(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  private static void write(JsonWriter json, MigrationPlan plan) throws IOException {
    json.text("direction", word(plan.direction()))
        .texts("rowsBefore", plan.rowsBefore())
        .texts("rowsAfter", plan.rowsAfter())
        .objects(
            "steps",
            plan.steps(),
            step ->
                json.text("revision", step.revision().id())
                    .text("direction", word(step.direction()))
                    .text("message", step.revision().message())
                    .text("file", step.revision().source().map(source -> source.path()))
                    .texts("removedRows", step.removedRows())
                    .texts("addedRows", step.addedRows()));
  }
}
