package dev.anabranch.engine;

import dev.anabranch.engine.StateWriter.RowMismatchException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.history.EntryAction;
import dev.anabranch.history.JournalEntry;
import dev.anabranch.history.JournalEntry.Progress;
import dev.anabranch.history.JournalEntry.RunIdentity;
import dev.anabranch.history.Outcome;
import dev.anabranch.revision.StampPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes version rows without running anything, all in one transaction. */
final class StampRun {

  private final Database database;
  private final RunIdentity run;

  StampRun(EngineSettings settings, Database database) {
    this.database = database;
    this.run = settings.author().newRun();
  }

  /**
   * Writes rows and entries.
   *
   * @param plan the rows
   * @param unfinished a revision that was left half-way; an entry is written also if no row
   *     changes, as the stamp says that the database was mended by hand
   */
  void write(StampPlan plan, Optional<JournalEntry> unfinished) {
    List<JournalEntry> entries = entries(plan, run, Instant.now());
    if (entries.isEmpty()) {
      unfinished.ifPresent(
          left -> entries.add(entry(left.revision(), EntryAction.STAMP, run, Instant.now())));
    }
    Connection connection = database.connection();
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      new StateWriter(statement, database.statements(), run, database.dialect().errors())
          .change(
              database.statements().changeRows(plan.rowChanges()),
              entries.stream().map(database.statements()::insertEntry).toList());
      connection.commit();
    } catch (SQLException e) {
      throw DatabaseException.of("stamp " + database.url(), e, database.dialect().errors());
    } catch (RowMismatchException e) {
      throw new DatabaseException(
          ErrorCode.VERSION_ROW_MISMATCH,
          "Cannot stamp "
              + database.url()
              + ": the version table does not hold the rows "
              + plan.rowsBefore()
              + " any more. Nothing was changed.",
          "Something changes this database without taking the lock; look at \"anabranch current\".",
          null);
    }
  }

  /** Returns the entries that tell of a stamp: one for each row that goes or comes. */
  static List<JournalEntry> entries(StampPlan plan, RunIdentity run, Instant now) {
    List<JournalEntry> entries = new ArrayList<>();
    plan.removedRows().forEach(row -> entries.add(entry(row, EntryAction.UNSTAMP, run, now)));
    plan.addedRows().forEach(row -> entries.add(entry(row, EntryAction.STAMP, run, now)));
    return entries;
  }

  private static JournalEntry entry(
      String revision, EntryAction action, RunIdentity run, Instant now) {
    return new JournalEntry(
        run,
        revision,
        action,
        Outcome.DONE,
        new Progress(0, 0),
        Optional.empty(),
        Optional.empty(),
        now,
        now,
        Optional.empty());
  }
}
