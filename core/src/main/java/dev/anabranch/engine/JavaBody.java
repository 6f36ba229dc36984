package dev.anabranch.engine;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.migration.Migration;
import dev.anabranch.migration.Operations;
import dev.anabranch.migration.RecordedOperation;
import dev.anabranch.migration.RecorderSettings;
import dev.anabranch.migration.Session;
import dev.anabranch.operation.OperationException;
import dev.anabranch.revision.Direction;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.script.InvalidScriptsException;
import dev.anabranch.script.JavaRevisionScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a revision in Java does in one direction on one product.
 *
 * @param script the revision
 * @param direction which way
 * @param dialect the product
 * @param naming names what has no name
 */
record JavaBody(
    JavaRevisionScript script, Direction direction, Dialect dialect, NamingConvention naming) {

  /**
   * Calls the author's method and turns what it records into statements.
   *
   * @param session is asked for the database
   * @return what was recorded behind the last query, or all of it where there is none
   * @throws RevisionBodyException if the author's code fails, or an operation cannot run
   */
  Recorded record(Session session) {
    Operations op = new Operations(settings(), session);
    try {
      Migration migration = script.migration();
      if (direction == Direction.UPGRADE) {
        migration.upgrade(op);
      } else {
        migration.downgrade(op);
      }
    } catch (PassedThrough | InvalidScriptsException e) {
      throw e;
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw RevisionBodyException.thrown(this, e);
    }
    try {
      return new Recorded(
          compile(op.takeRecorded()), op.isSaidToBeNothing() ? Purpose.NOTHING : Purpose.NOT_SAID);
    } catch (OperationException e) {
      throw RevisionBodyException.thrown(this, e);
    }
  }

  /** Whether an author said that there is nothing to do. */
  enum Purpose {
    /** He said so. */
    NOTHING,
    /** He did not. */
    NOT_SAID
  }

  /**
   * What a body recorded.
   *
   * @param parts the operations with their statements
   * @param purpose whether the author said that there is nothing to do
   */
  record Recorded(List<StepContents.Part> parts, Purpose purpose) {

    List<StepStatement> statements() {
      return parts.stream().flatMap(StepContents.Part::stepStatements).toList();
    }

    boolean nothingOnPurpose() {
      return purpose == Purpose.NOTHING;
    }
  }

  /**
   * Turns operations into statements.
   *
   * @throws RevisionBodyException if the product cannot do one of them
   */
  List<StepContents.Part> compile(List<RecordedOperation> recorded) {
    List<StepContents.Part> parts = new ArrayList<>();
    for (RecordedOperation each : recorded) {
      SourceLocation location =
          new SourceLocation(
              script.location().path(), each.line().orElse(script.location().line()));
      try {
        parts.add(
            new StepContents.Part(
                Optional.of(each.operation()), location, dialect.ddl().compile(each.operation())));
      } catch (RuntimeException e) {
        throw RevisionBodyException.refused(this, location, each.operation().describe(), e);
      }
    }
    return parts;
  }

  private RecorderSettings settings() {
    return new RecorderSettings(
        dialect.names(), naming, dialect.style().limit()::fits, script.className());
  }
}
