package dev.anabranch.engine;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.UnsupportedServerException;
import dev.anabranch.engine.PreparedStep.Mode;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.MigrationStep;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptBody;
import dev.anabranch.script.ScriptSection;
import dev.anabranch.script.SectionTransaction;
import dev.anabranch.sql.ScriptSplitException;
import dev.anabranch.sql.ScriptStatement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides for each step of a plan, before anything runs, which statements run and how. */
final class StepPreparer {

  private final RevisionScripts scripts;
  private final Dialect dialect;
  private final TransactionScope scope;

  StepPreparer(RevisionScripts scripts, Dialect dialect, TransactionScope scope) {
    this.scripts = scripts;
    this.dialect = dialect;
    this.scope = scope;
  }

  /**
   * Reads and splits what a step runs.
   *
   * @throws PlanException if the step cannot run on this product or in the wanted transaction
   * @throws dev.anabranch.script.InvalidScriptsException if the file breaks the format
   * @throws StatementSplitException if its statements cannot be told apart
   */
  PreparedStep prepare(MigrationStep step) {
    RevisionScript script = scripts.script(step.revision().id()).orElseThrow();
    ScriptBody body = script.body();
    Optional<ScriptSection> section = body.section(step.direction(), dialect.names());
    if (section.isEmpty()) {
      requireNothingToRun(step, script, body);
      return new PreparedStep(
          step, script, body.checksum(), 1, List.of(), mode(List.of(), step, null));
    }
    List<ScriptStatement> statements = split(script, section.get());
    PreparedStep prepared =
        new PreparedStep(
            step,
            script,
            body.checksum(),
            section.get().firstLine(),
            statements,
            mode(statements, step, section.get()));
    requireNoTransactionControl(prepared);
    requireResets(prepared);
    return prepared;
  }

  // A COMMIT of the author's would leave what comes behind it outside the revision's transaction,
  // and
  // nobody would know that what is reported as rolled back is not.
  private void requireNoTransactionControl(PreparedStep step) {
    if (step.mode() == Mode.OUTSIDE) {
      return;
    }
    for (int i = 0; i < step.statements().size(); i++) {
      String sql = step.statements().get(i).text();
      if (dialect.controlsTransaction(sql)) {
        throw new PlanException(
            ErrorCode.TRANSACTION_IMPOSSIBLE,
            "Cannot run "
                + step.step().revision().id()
                + ": statement "
                + (i + 1)
                + " ("
                + step.location(i)
                + ") begins or ends a transaction, and the revision runs in one already.",
            "Remove it, or write \"-- @transaction off\" at the top of the section. Nothing was changed.");
      }
    }
  }

  // Asked before anything runs or is written, because there may be no answer.
  private void requireResets(PreparedStep step) {
    try {
      step.resets(dialect);
    } catch (UnsupportedServerException e) {
      throw new PlanException(
          e.code(),
          "Cannot run " + step.step().revision().id() + ": " + e.getMessage(),
          e.hint().orElse(null));
    }
  }

  private List<ScriptStatement> split(RevisionScript script, ScriptSection section) {
    try {
      return dialect.splitter().split(section.sql()).statements();
    } catch (ScriptSplitException e) {
      throw new StatementSplitException(
          new SourceLocation(script.location().path(), section.firstLine() + e.line() - 1), e);
    }
  }

  // A merge has nothing to do; any other revision without a section for this product is a gap.
  private void requireNothingToRun(MigrationStep step, RevisionScript script, ScriptBody body) {
    String id = step.revision().id();
    boolean written = body.sections().stream().anyMatch(s -> s.direction() == step.direction());
    if (step.direction() == Direction.UPGRADE) {
      if (written) {
        throw missingSection(step, script);
      }
      return;
    }
    Optional<String> reason = body.irreversibleReason();
    if (reason.isPresent()) {
      throw new PlanException(
          ErrorCode.IRREVERSIBLE_REVISION,
          "Cannot downgrade " + id + ": it says that there is no way back: " + reason.get(),
          "Downgrade to a revision above it, or restore a backup. Nothing was changed.");
    }
    boolean changesSomething =
        body.section(Direction.UPGRADE, dialect.names())
            .filter(section -> !section.isBlank())
            .isPresent();
    if (written || changesSomething) {
      throw missingSection(step, script);
    }
  }

  private PlanException missingSection(MigrationStep step, RevisionScript script) {
    String word = step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade";
    return new PlanException(
        ErrorCode.MISSING_SECTION,
        "Cannot "
            + word
            + " "
            + step.revision().id()
            + ": "
            + script.location().path()
            + " has no @"
            + word
            + " section for "
            + dialect.name()
            + " and no plain one.",
        "Write the section"
            + (step.direction() == Direction.DOWNGRADE ? ", or @irreversible with a reason" : "")
            + ". Nothing was changed.");
  }

  private Mode mode(
      List<ScriptStatement> statements, MigrationStep step, @Nullable ScriptSection section) {
    SectionTransaction wish =
        section == null ? SectionTransaction.CONFIGURED : section.transaction();
    boolean outside =
        wish == SectionTransaction.OFF
            || (wish == SectionTransaction.CONFIGURED && scope == TransactionScope.NONE);
    boolean whole =
        !outside
            && (dialect.has(Capability.TRANSACTIONAL_DDL)
                || statements.stream().noneMatch(s -> dialect.commitsImplicitly(s.text())));
    if (scope == TransactionScope.ALL && !whole) {
      throw new PlanException(
          ErrorCode.TRANSACTION_IMPOSSIBLE,
          "Cannot run everything in one transaction: "
              + step.revision().id()
              + (outside
                  ? " asks to run outside a transaction."
                  : " holds statements that " + dialect.name() + " commits by itself."),
          "Use one transaction for each revision (transaction = \"revision\"). Nothing was changed.");
    }
    if (whole) {
      return Mode.TRANSACTION;
    }
    return outside ? Mode.OUTSIDE : Mode.UNITS;
  }
}
