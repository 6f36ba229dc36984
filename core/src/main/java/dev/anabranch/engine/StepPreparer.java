package dev.anabranch.engine;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.UnsupportedServerException;
import dev.anabranch.engine.PreparedStep.Mode;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.MigrationStep;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.script.JavaRevisionScript;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptBody;
import dev.anabranch.script.ScriptSection;
import dev.anabranch.script.SectionTransaction;
import dev.anabranch.script.SqlRevisionScript;
import dev.anabranch.sql.ScriptSplitException;
import java.util.List;
import java.util.Optional;

/** Decides for each step of a plan, before anything runs, which statements run and how. */
final class StepPreparer {

  private final RevisionScripts scripts;
  private final Dialect dialect;
  private final TransactionScope scope;
  private final NamingConvention naming;

  StepPreparer(
      RevisionScripts scripts, Dialect dialect, TransactionScope scope, NamingConvention naming) {
    this.scripts = scripts;
    this.dialect = dialect;
    this.scope = scope;
    this.naming = naming;
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
    PreparedStep prepared =
        script instanceof JavaRevisionScript java
            ? prepareJava(step, java)
            : prepareSql(step, (SqlRevisionScript) script);
    requireNoTransactionControl(prepared);
    requireResets(prepared);
    return prepared;
  }

  private PreparedStep prepareSql(MigrationStep step, SqlRevisionScript script) {
    ScriptBody body = script.body();
    Optional<ScriptSection> section = body.section(step.direction(), dialect.names());
    if (section.isEmpty()) {
      requireNothingToRun(step, script, body);
    }
    List<StepStatement> statements =
        section.map(present -> split(script, present)).orElse(List.of());
    SectionTransaction wish =
        section.map(ScriptSection::transaction).orElse(SectionTransaction.CONFIGURED);
    return new PreparedStep(
        step,
        script,
        body.checksum(),
        statements,
        mode(step, wish, wholeIsPossible(statements)),
        Optional.empty());
  }

  // What asks the database is recorded again, in parts, when it runs.
  private PreparedStep prepareJava(MigrationStep step, JavaRevisionScript script) {
    Optional<String> reason = script.irreversibleReason();
    if (step.direction() == Direction.DOWNGRADE && reason.isPresent()) {
      throw irreversible(step, reason.get());
    }
    JavaBody body = new JavaBody(script, step.direction(), dialect, naming);
    PlanningSession session = new PlanningSession();
    JavaBody.Recorded recorded = planned(body, session);
    List<StepStatement> statements = recorded.statements();
    boolean live = !session.wanted().isEmpty();
    if (step.direction() == Direction.DOWNGRADE
        && !live
        && statements.isEmpty()
        && !recorded.nothingOnPurpose()) {
      requireNothingToTakeBack(step, script);
    }
    boolean whole = live ? dialect.has(Capability.TRANSACTIONAL_DDL) : wholeIsPossible(statements);
    return new PreparedStep(
        step,
        script,
        script.checksum(),
        live ? List.of() : statements,
        mode(step, SectionTransaction.CONFIGURED, whole),
        live ? Optional.of(body) : Optional.empty());
  }

  // The session knows what was asked for, also where the author's code did not end there.
  private static JavaBody.Recorded planned(JavaBody body, PlanningSession session) {
    try {
      return body.record(session);
    } catch (PassedThrough e) {
      return new JavaBody.Recorded(List.of(), JavaBody.Purpose.NOT_SAID);
    }
  }

  // A method that its author never filled in would report that something was taken back.
  private void requireNothingToTakeBack(MigrationStep step, JavaRevisionScript script) {
    PlanningSession session = new PlanningSession();
    JavaBody.Recorded upgrade =
        planned(new JavaBody(script, Direction.UPGRADE, dialect, naming), session);
    if (!upgrade.statements().isEmpty() || !session.wanted().isEmpty()) {
      throw new PlanException(
          ErrorCode.MISSING_SECTION,
          "Cannot downgrade "
              + step.revision().id()
              + ": its method downgrade ("
              + script.location().path()
              + ") records nothing, and upgrade does.",
          "Write the way back, say irreversible in @RevisionInfo, or call op.nothingToDo()."
              + " Nothing was changed.");
    }
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

  private List<StepStatement> split(RevisionScript script, ScriptSection section) {
    String path = script.location().path();
    try {
      return dialect.splitter().split(section.sql()).statements().stream()
          .map(statement -> StepStatement.of(statement, path, section.firstLine()))
          .toList();
    } catch (ScriptSplitException e) {
      throw new StatementSplitException(
          new SourceLocation(path, section.firstLine() + e.line() - 1), e);
    }
  }

  // A merge has nothing to do; any other revision without a section for this product is a gap.
  private void requireNothingToRun(MigrationStep step, RevisionScript script, ScriptBody body) {
    boolean written = body.sections().stream().anyMatch(s -> s.direction() == step.direction());
    if (step.direction() == Direction.UPGRADE) {
      if (written) {
        throw missingSection(step, script);
      }
      return;
    }
    Optional<String> reason = body.irreversibleReason();
    if (reason.isPresent()) {
      throw irreversible(step, reason.get());
    }
    boolean changesSomething =
        body.section(Direction.UPGRADE, dialect.names())
            .filter(section -> !section.isBlank())
            .isPresent();
    if (written || changesSomething) {
      throw missingSection(step, script);
    }
  }

  private static PlanException irreversible(MigrationStep step, String reason) {
    return new PlanException(
        ErrorCode.IRREVERSIBLE_REVISION,
        "Cannot downgrade "
            + step.revision().id()
            + ": it says that there is no way back: "
            + reason,
        "Downgrade to a revision above it, or restore a backup. Nothing was changed.");
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
