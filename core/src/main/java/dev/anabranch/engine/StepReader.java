package dev.anabranch.engine;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Direction;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.script.JavaRevisionScript;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.script.ScriptBody;
import dev.anabranch.script.ScriptSection;
import dev.anabranch.script.SectionTransaction;
import dev.anabranch.script.SqlRevisionScript;
import dev.anabranch.sql.ScriptSplitException;
import dev.anabranch.sql.ScriptStatement;
import java.util.List;
import java.util.Optional;

/**
 * Reads what revisions do on one product.
 *
 * @param dialect the product
 * @param naming names what has no name
 */
record StepReader(Dialect dialect, NamingConvention naming) {

  /**
   * What was read.
   *
   * @param contents what the revision does
   * @param transaction what its section says about transactions
   * @param live what records the statements while it asks the database; empty where they are known
   */
  record Read(StepContents contents, SectionTransaction transaction, Optional<JavaBody> live) {}

  /**
   * Reads what a revision does in one direction.
   *
   * @throws PlanException if it has nothing for this product and direction though it should
   * @throws dev.anabranch.script.InvalidScriptsException if the file breaks the format
   * @throws StatementSplitException if its statements cannot be told apart
   * @throws RevisionBodyException if its code fails
   */
  Read read(RevisionScript script, Direction direction) {
    return script instanceof JavaRevisionScript java
        ? readJava(java, direction)
        : readSql((SqlRevisionScript) script, direction);
  }

  private Read readSql(SqlRevisionScript script, Direction direction) {
    ScriptBody body = script.body();
    Optional<ScriptSection> section = body.section(direction, dialect.names());
    if (section.isEmpty()) {
      requireNothingToRun(direction, script, body);
    }
    List<StepContents.Part> parts =
        section.map(present -> split(script, present)).orElse(List.of());
    return new Read(
        new StepContents(
            script.revision().id(), direction, body.checksum(), parts, Optional.empty()),
        section.map(ScriptSection::transaction).orElse(SectionTransaction.CONFIGURED),
        Optional.empty());
  }

  // What asks the database is recorded again, in parts, when it runs.
  private Read readJava(JavaRevisionScript script, Direction direction) {
    Optional<String> reason = script.irreversibleReason();
    if (direction == Direction.DOWNGRADE && reason.isPresent()) {
      throw irreversible(script, reason.get());
    }
    JavaBody body = new JavaBody(script, direction, dialect, naming);
    PlanningSession session = new PlanningSession();
    JavaBody.Recorded recorded = planned(body, session);
    boolean live = !session.wanted().isEmpty();
    if (direction == Direction.DOWNGRADE
        && !live
        && recorded.statements().isEmpty()
        && !recorded.nothingOnPurpose()) {
      requireNothingToTakeBack(script);
    }
    StepContents contents =
        new StepContents(
            script.revision().id(),
            direction,
            script.checksum(),
            live ? List.of() : recorded.parts(),
            live ? Optional.of(session.wanted()) : Optional.empty());
    return new Read(
        contents, SectionTransaction.CONFIGURED, live ? Optional.of(body) : Optional.empty());
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
  private void requireNothingToTakeBack(JavaRevisionScript script) {
    PlanningSession session = new PlanningSession();
    JavaBody.Recorded upgrade =
        planned(new JavaBody(script, Direction.UPGRADE, dialect, naming), session);
    if (!upgrade.statements().isEmpty() || !session.wanted().isEmpty()) {
      throw new PlanException(
          ErrorCode.MISSING_SECTION,
          "Cannot downgrade "
              + script.revision().id()
              + ": its method downgrade ("
              + script.location().path()
              + ") records nothing, and upgrade does.",
          "Write the way back, say irreversible in @RevisionInfo, or call op.nothingToDo()."
              + " Nothing was changed.");
    }
  }

  private List<StepContents.Part> split(RevisionScript script, ScriptSection section) {
    String path = script.location().path();
    try {
      return dialect.splitter().split(section.sql()).statements().stream()
          .map(statement -> part(statement, path, section.firstLine()))
          .toList();
    } catch (ScriptSplitException e) {
      throw new StatementSplitException(
          new SourceLocation(path, section.firstLine() + e.line() - 1), e);
    }
  }

  private static StepContents.Part part(ScriptStatement statement, String path, int firstLine) {
    return new StepContents.Part(
        Optional.empty(),
        new SourceLocation(path, firstLine + statement.line() - 1),
        List.of(DdlStatement.of(statement.text())));
  }

  // A merge has nothing to do; any other revision without a section for this product is a gap.
  private void requireNothingToRun(Direction direction, RevisionScript script, ScriptBody body) {
    boolean written = body.sections().stream().anyMatch(s -> s.direction() == direction);
    if (direction == Direction.UPGRADE) {
      if (written) {
        throw missingSection(direction, script);
      }
      return;
    }
    Optional<String> reason = body.irreversibleReason();
    if (reason.isPresent()) {
      throw irreversible(script, reason.get());
    }
    boolean changesSomething =
        body.section(Direction.UPGRADE, dialect.names())
            .filter(section -> !section.isBlank())
            .isPresent();
    if (written || changesSomething) {
      throw missingSection(direction, script);
    }
  }

  private static PlanException irreversible(RevisionScript script, String reason) {
    return new PlanException(
        ErrorCode.IRREVERSIBLE_REVISION,
        "Cannot downgrade "
            + script.revision().id()
            + ": it says that there is no way back: "
            + reason,
        "Downgrade to a revision above it, or restore a backup. Nothing was changed.");
  }

  private PlanException missingSection(Direction direction, RevisionScript script) {
    String word = direction == Direction.UPGRADE ? "upgrade" : "downgrade";
    return new PlanException(
        ErrorCode.MISSING_SECTION,
        "Cannot "
            + word
            + " "
            + script.revision().id()
            + ": "
            + script.location().path()
            + " has no @"
            + word
            + " section for "
            + dialect.name()
            + " and no plain one.",
        "Write the section"
            + (direction == Direction.DOWNGRADE ? ", or @irreversible with a reason" : "")
            + ". Nothing was changed.");
  }
}
