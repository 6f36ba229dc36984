package dev.anabranch.engine;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.MigrationPlan;
import dev.anabranch.revision.MigrationStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan whose every step was read and found fit to run.
 *
 * <p>Statements are kept up to a limit; a step beyond it is read again when its turn comes, and
 * must not have changed.
 */
final class PreparedPlan {

  // Two bytes a character at the most: with the splitter's copies below 150 MB.
  private static final int KEPT_CHARACTERS = 32 << 20;

  private final MigrationPlan plan;
  private final StepPreparer preparer;
  private final List<@Nullable PreparedStep> kept = new ArrayList<>();
  private final List<String> checksums = new ArrayList<>();
  private final List<MigrationStep> live = new ArrayList<>();

  private PreparedPlan(MigrationPlan plan, StepPreparer preparer) {
    this.plan = plan;
    this.preparer = preparer;
  }

  static PreparedPlan of(MigrationPlan plan, StepPreparer preparer) {
    PreparedPlan prepared = new PreparedPlan(plan, preparer);
    long characters = 0;
    for (MigrationStep step : plan.steps()) {
      PreparedStep ready = preparer.prepare(step);
      characters += ready.length();
      prepared.kept.add(characters <= KEPT_CHARACTERS ? ready : null);
      prepared.checksums.add(ready.checksum());
      if (ready.live().isPresent()) {
        prepared.live.add(step);
      }
    }
    return prepared;
  }

  MigrationPlan plan() {
    return plan;
  }

  /**
   * Checks that every statement is known before anything runs.
   *
   * @throws PlanException if a revision asks the database
   */
  void requireKnown() {
    if (live.isEmpty()) {
      return;
    }
    throw new PlanException(
        ErrorCode.NO_LIVE_DATABASE,
        "Cannot write a script: "
            + live.stream().map(step -> step.revision().id()).collect(Collectors.joining(", "))
            + (live.size() == 1 ? " asks" : " ask")
            + " the database (op.query or op.connection), and a script has none to ask.",
        "Run these revisions online, or ask by SQL that stands in the statements themselves.");
  }

  /** Returns the steps whose statements are known only when they run. */
  List<MigrationStep> live() {
    return List.copyOf(live);
  }

  /** Returns a step and forgets its statements. */
  PreparedStep take(int index) {
    PreparedStep step = kept.set(index, null);
    if (step != null) {
      return step;
    }
    PreparedStep again = preparer.prepare(plan.steps().get(index));
    if (!again.checksum().equals(checksums.get(index))) {
      throw new PlanException(
          ErrorCode.REVISION_CHANGED,
          "Cannot run "
              + again.step().revision().id()
              + ": "
              + again.script().location().path()
              + " was changed since this run began.",
          "Run the same command again.");
    }
    return again;
  }
}
