package dev.anabranch.engine;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.UnsupportedServerException;
import dev.anabranch.engine.PreparedStep.Mode;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.MigrationStep;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.SectionTransaction;
import java.util.List;

/** Decides for each step of a plan, before anything runs, which statements run and how. */
final class StepPreparer {

  private final RevisionScripts scripts;
  private final Dialect dialect;
  private final TransactionScope scope;
  private final StepReader reader;

  StepPreparer(
      RevisionScripts scripts, Dialect dialect, TransactionScope scope, NamingConvention naming) {
    this.scripts = scripts;
    this.dialect = dialect;
    this.scope = scope;
    this.reader = new StepReader(dialect, naming);
  }

  /**
   * Reads what a step runs.
   *
   * @throws PlanException if the step cannot run on this product or in the wanted transaction
   * @throws dev.anabranch.script.InvalidScriptsException if the file breaks the format
   * @throws StatementSplitException if its statements cannot be told apart
   * @throws RevisionBodyException if its code fails
   */
  PreparedStep prepare(MigrationStep step) {
    RevisionScript script = scripts.script(step.revision().id()).orElseThrow();
    StepReader.Read read = reader.read(script, step.direction());
    List<StepStatement> statements = read.contents().statements();
    boolean whole =
        read.live().isPresent()
            ? dialect.has(Capability.TRANSACTIONAL_DDL)
            : wholeIsPossible(statements);
    PreparedStep prepared =
        new PreparedStep(
            step,
            script,
            read.contents().checksum(),
            statements,
            mode(step, read.transaction(), whole),
            read.live());
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
      StepStatement statement = step.statements().get(i);
      if (!statement.isOutside() && dialect.controlsTransaction(statement.sql())) {
        throw new PlanException(
            ErrorCode.TRANSACTION_IMPOSSIBLE,
            "Cannot run "
                + step.step().revision().id()
                + ": statement "
                + (i + 1)
                + " ("
                + step.statements().get(i).location()
                + ") begins or ends a transaction, and the revision runs in one already.",
            TransactionHint.control(step.script()));
      }
    }
  }

  // Asked before anything runs or is written, because there may be no answer.
  private void requireResets(PreparedStep step) {
    try {
      PreparedStep.resets(step.statements(), dialect);
    } catch (UnsupportedServerException e) {
      throw new PlanException(
          e.code(),
          "Cannot run " + step.step().revision().id() + ": " + e.getMessage(),
          e.hint().orElse(null));
    }
  }

  private boolean wholeIsPossible(List<StepStatement> statements) {
    return statements.stream().noneMatch(StepStatement::isOutside)
        && (dialect.has(Capability.TRANSACTIONAL_DDL)
            || statements.stream().noneMatch(s -> dialect.commitsImplicitly(s.sql())));
  }

  private Mode mode(MigrationStep step, SectionTransaction wish, boolean wholeIsPossible) {
    boolean outside =
        wish == SectionTransaction.OFF
            || (wish == SectionTransaction.CONFIGURED && scope == TransactionScope.NONE);
    boolean whole = !outside && wholeIsPossible;
    if (scope == TransactionScope.ALL && !whole) {
      throw new PlanException(
          ErrorCode.TRANSACTION_IMPOSSIBLE,
          "Cannot run everything in one transaction: "
              + step.revision().id()
              + (outside || dialect.has(Capability.TRANSACTIONAL_DDL)
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
