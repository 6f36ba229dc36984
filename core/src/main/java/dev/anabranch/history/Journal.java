package dev.anabranch.history;

import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.history.JournalEntry.Progress;
import dev.anabranch.history.JournalEntry.RunIdentity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what ran on a database, when and how far. */
public final class Journal {

  private final StateStatements statements;
  private final ServerErrors errors;

  /**
   * Creates the reader of a history table.
   *
   * @param statements the texts
   * @param errors tells a missing table from other failures
   */
  public Journal(StateStatements statements, ServerErrors errors) {
    this.statements = statements;
    this.errors = errors;
  }

  /**
   * Reads the newest entries in one round trip.
   *
   * @param connection a connection in auto-commit mode, as a missing table would break a
   *     transaction
   * @param limit how many at most, at least one
   * @return the entries, newest first; empty if there is no such table
   * @throws SQLException if the server refuses for another reason than a missing table
   * @throws HistoryFormatException if an entry was written by a newer release
   */
  public Optional<List<JournalEntry>> newest(Connection connection, int limit) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(limit);
      try (ResultSet result = statement.executeQuery(statements.selectEntries())) {
        List<JournalEntry> entries = new ArrayList<>();
        while (result.next()) {
          entries.add(read(result));
        }
        return Optional.of(List.copyOf(entries));
      }
    } catch (SQLException e) {
      if (errors.classify(e) == ServerFault.MISSING_OBJECT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static JournalEntry read(ResultSet row) throws SQLException {
    long entry = row.getLong(column("entry"));
    int format = row.getInt(column("format"));
    if (format > StateStatements.FORMAT) {
      throw new HistoryFormatException(
          entry,
          "it has format " + format + ", and this release knows up to " + StateStatements.FORMAT);
    }
    return new JournalEntry(
        new RunIdentity(text(row, "run_id"), text(row, "operator"), text(row, "tool")),
        text(row, "revision"),
        word(entry, "action", text(row, "action"), EntryAction::parse),
        word(entry, "outcome", text(row, "outcome"), Outcome::parse),
        progress(entry, row),
        Optional.ofNullable(row.getString(column("checksum"))),
        Optional.ofNullable(row.getString(column("done_checksum"))),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        Optional.ofNullable(row.getString(column("detail"))));
  }

  private static <T> T word(
      long entry, String column, String text, Function<String, Optional<T>> parse) {
    return parse
        .apply(text)
        .orElseThrow(
            () ->
                new HistoryFormatException(
                    entry, "the " + column + " \"" + text + "\" is unknown"));
  }

  private static Progress progress(long entry, ResultSet row) throws SQLException {
    int done = row.getInt(column("statements_done"));
    int total = row.getInt(column("statements_total"));
    if (done < 0 || total < done) {
      throw new HistoryFormatException(entry, done + " of " + total + " statements cannot be done");
    }
    return new Progress(done, total);
  }

  private static String text(ResultSet row, String name) throws SQLException {
    String value = row.getString(column(name));
    return value == null ? "" : value;
  }

  private static Instant instant(ResultSet row, String name) throws SQLException {
    return row.getObject(column(name), LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static int column(String name) {
    return StateStatements.COLUMNS.indexOf(name) + 1;
  }
}
