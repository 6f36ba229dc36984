package dev.anabranch.history;

import dev.anabranch.dialect.StateTables;
import dev.anabranch.revision.RowChange;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The statements that read and change the state tables, as text; the same ones online and in an
 * offline script.
 *
 * <p>Values stand in the text as literals, quoted by the dialect's writer, so that what a script
 * holds is what a run sends, and several statements can go to the server at once.
 */
public final class StateStatements {

  /**
   * The format of the entries written by this release; the reference of the state tables lists all
   * formats.
   */
  static final int FORMAT = 1;

  /**
   * The columns of the history table in the order of their reading; the first counts up by itself
   * and is not written.
   */
  static final List<String> COLUMNS =
      List.of(
          "entry",
          "format",
          "run_id",
          "revision",
          "action",
          "outcome",
          "statements_done",
          "statements_total",
          "checksum",
          "done_checksum",
          "started_at",
          "finished_at",
          "operator",
          "tool",
          "detail");

  private final StateTables dialect;
  private final StateTableNames names;

  /**
   * Creates the statements for a pair of tables.
   *
   * @param dialect what differs from product to product
   * @param versionTable the configured name of the version table
   */
  public StateStatements(StateTables dialect, String versionTable) {
    this.dialect = dialect;
    this.names = StateTableNames.of(versionTable, dialect);
  }

  /** Returns the names of the two tables. */
  public StateTableNames names() {
    return names;
  }

  /** Returns the statement that creates the version table where it is not there. */
  public String createVersionTable() {
    return dialect.createVersionTable(names.version());
  }

  /** Returns the statement that creates the history table where it is not there. */
  public String createHistoryTable() {
    return dialect.createHistoryTable(names.history());
  }

  /** Returns the query for all version rows, in no order. */
  public String selectRows() {
    return dialect
        .writer()
        .keyword("SELECT")
        .name(column("version_num"))
        .keyword("FROM")
        .name(names.version())
        .toSql();
  }

  /**
   * Returns the statements that change version rows, in the same order. Each names the row it
   * expects and must change exactly one.
   *
   * @param changes the changes
   */
  public List<String> changeRows(List<RowChange> changes) {
    return changes.stream().map(this::changeRow).toList();
  }

  private String changeRow(RowChange change) {
    if (change instanceof RowChange.Insert insert) {
      return insert(insert.id());
    }
    if (change instanceof RowChange.Delete delete) {
      return delete(delete.id());
    }
    RowChange.Update update = (RowChange.Update) change;
    return update(update.from(), update.to());
  }

  /** Returns the query for the entries of the history table, newest first. */
  public String selectEntries() {
    return dialect
        .writer()
        .keyword("SELECT")
        .names(columns())
        .keyword("FROM")
        .name(names.history())
        .keyword("ORDER BY")
        .name(column("entry"))
        .keyword("DESC")
        .toSql();
  }

  /** Returns the statement that appends an entry with the times it holds. */
  public String insertEntry(JournalEntry entry) {
    return insertEntry(
        entry, w -> timestamp(w, entry.started()), w -> timestamp(w, entry.finished()));
  }

  /** Returns the statement that appends an entry with the time at which a script will run. */
  public String insertEntryNow(JournalEntry entry) {
    Consumer<SqlWriter> now = w -> w.raw(dialect.utcNow());
    return insertEntry(entry, now, now);
  }

  private String insertEntry(
      JournalEntry entry, Consumer<SqlWriter> started, Consumer<SqlWriter> finished) {
    List<Consumer<SqlWriter>> values =
        List.of(
            w -> w.literal(SqlLiteral.number(FORMAT)),
            w -> w.literal(SqlLiteral.text(entry.run().id())),
            w -> w.literal(SqlLiteral.text(entry.revision())),
            w -> w.literal(SqlLiteral.text(entry.action().text())),
            w -> w.literal(SqlLiteral.text(entry.outcome().text())),
            w -> w.literal(SqlLiteral.number(entry.progress().done())),
            w -> w.literal(SqlLiteral.number(entry.progress().total())),
            w -> w.literal(orNull(entry.checksum())),
            w -> w.literal(orNull(entry.doneChecksum())),
            started,
            finished,
            w -> w.literal(SqlLiteral.text(entry.run().operator())),
            w -> w.literal(SqlLiteral.text(entry.run().tool())),
            w -> w.literal(orNull(entry.detail())));
    return dialect
        .writer()
        .keyword("INSERT INTO")
        .name(names.history())
        .parentheses(w -> w.names(columns().subList(1, COLUMNS.size())))
        .keyword("VALUES")
        .parentheses(w -> w.list(values, (writer, value) -> value.accept(writer)))
        .toSql();
  }

  private String delete(String row) {
    return dialect
        .writer()
        .keyword("DELETE FROM")
        .name(names.version())
        .keyword("WHERE")
        .name(column("version_num"))
        .operator("=")
        .literal(SqlLiteral.text(row))
        .toSql();
  }

  private String insert(String row) {
    return dialect
        .writer()
        .keyword("INSERT INTO")
        .name(names.version())
        .parentheses(w -> w.name(column("version_num")))
        .keyword("VALUES")
        .parentheses(w -> w.literal(SqlLiteral.text(row)))
        .toSql();
  }

  private String update(String from, String to) {
    return dialect
        .writer()
        .keyword("UPDATE")
        .name(names.version())
        .keyword("SET")
        .name(column("version_num"))
        .operator("=")
        .literal(SqlLiteral.text(to))
        .keyword("WHERE")
        .name(column("version_num"))
        .operator("=")
        .literal(SqlLiteral.text(from))
        .toSql();
  }

  private List<Identifier> columns() {
    return COLUMNS.stream().map(this::column).toList();
  }

  private Identifier column(String name) {
    return dialect.fold(name);
  }

  private static SqlLiteral orNull(Optional<String> text) {
    return text.map(SqlLiteral::text).orElseGet(SqlLiteral::nothing);
  }

  private static void timestamp(SqlWriter writer, Instant instant) {
    writer.literal(
        SqlLiteral.timestamp(
            LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC)));
  }
}
