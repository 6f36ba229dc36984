package dev.anabranch.engine;

import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.history.EntryAction;
import dev.anabranch.history.JournalEntry;
import dev.anabranch.history.JournalEntry.Progress;
import dev.anabranch.history.JournalEntry.RunIdentity;
import dev.anabranch.history.Outcome;
import dev.anabranch.history.StateStatements;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes version rows and history entries of one run, in one round trip each time. */
final class StateWriter {

  private final Statement statement;
  private final StateStatements statements;
  private final RunIdentity run;
  private final ServerErrors errors;

  StateWriter(
      Statement statement, StateStatements statements, RunIdentity run, ServerErrors errors) {
    this.statement = statement;
    this.statements = statements;
    this.run = run;
    this.errors = errors;
  }

  /**
   * Changes the version rows of a step and appends that it is done, in the open transaction.
   *
   * @param resets statements to send before, which undo what the step did to the session
   */
  void finish(Subject subject, List<String> resets) throws SQLException, RowMismatchException {
    for (String sql : resets) {
      statement.addBatch(sql);
    }
    int total = subject.statements().size();
    JournalEntry entry = entry(subject, Outcome.DONE, new Progress(total, total), Optional.empty());
    change(
        resets.size(),
        statements.changeRows(subject.step().step().rowChanges()),
        List.of(statements.insertEntry(entry)));
  }

  /** Appends how far a step has come. */
  void append(Subject subject, Outcome outcome, int done, Optional<String> detail)
      throws SQLException {
    // A live body that is resumed has not recorded yet what an earlier run has done.
    int known = Math.max(done, subject.statements().size());
    Progress progress = new Progress(done, known);
    statement.execute(statements.insertEntry(entry(subject, outcome, progress, detail)));
  }

  /**
   * Sends statements together, of which each of the first must change exactly one row.
   *
   * @throws RowMismatchException if one changed none, or brings a row that is there already
   */
  void change(List<String> counted, List<String> others) throws SQLException, RowMismatchException {
    change(0, counted, others);
  }

  private void change(int before, List<String> counted, List<String> others)
      throws SQLException, RowMismatchException {
    for (String sql : counted) {
      statement.addBatch(sql);
    }
    for (String sql : others) {
      statement.addBatch(sql);
    }
    int[] counts = send();
    for (int i = 0; i < counted.size(); i++) {
      int count = counts[before + i];
      if (count != 1 && count != Statement.SUCCESS_NO_INFO) {
        throw new RowMismatchException();
      }
    }
  }

  // The key of the version table is the only constraint that these statements can break.
  private int[] send() throws SQLException, RowMismatchException {
    try {
      return statement.executeBatch();
    } catch (SQLException e) {
      if (errors.classify(FailureReport.telling(e)) == ServerFault.CONSTRAINT_VIOLATION) {
        throw new RowMismatchException(e);
      }
      throw e;
    }
  }

  private JournalEntry entry(
      Subject subject, Outcome outcome, Progress progress, Optional<String> detail) {
    PreparedStep step = subject.step();
    return new JournalEntry(
        run,
        step.step().revision().id(),
        EntryAction.of(step.step().direction()),
        outcome,
        progress,
        Optional.of(step.checksum()),
        step.mode() == PreparedStep.Mode.TRANSACTION
            ? Optional.empty()
            : Optional.of(
                subject.done().of(Math.min(progress.done(), subject.statements().size()))),
        subject.started(),
        Instant.now(),
        detail);
  }

  /**
   * What the entries of one step share.
   *
   * @param step the step
   * @param statements its statements as far as they are known, which may grow
   * @param done the checksum of its statements, which grows from entry to entry
   * @param started when it began
   */
  record Subject(
      PreparedStep step, List<StepStatement> statements, DoneChecksum done, Instant started) {

    static Subject beginning(PreparedStep step, List<StepStatement> statements) {
      return new Subject(step, statements, new DoneChecksum(statements), Instant.now());
    }
  }

  /** Says that a version row was not what it was expected to be. */
  static final class RowMismatchException extends Exception {

    private static final long serialVersionUID = 1L;

    RowMismatchException() {
      super("a version row was not there");
    }

    RowMismatchException(SQLException cause) {
      super("a version row was there already", cause);
    }
  }
}
