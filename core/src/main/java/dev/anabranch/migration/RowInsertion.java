package dev.anabranch.migration;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.InsertRows;
import dev.anabranch.operation.OperationException;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Rows as they are being collected; {@link #insert} records them. For one thread.
 *
 * <pre>{@code
 * op.insertInto("currency", "code", "name")
 *     .row("EUR", "Euro")
 *     .row("JPY", "Yen")
 *     .key("code")
 *     .insert();
 * }</pre>
 */
public final class RowInsertion {

  private final Operations op;
  private final Recording recording;
  private final QualifiedName table;
  private final List<Identifier> columns;
  private final List<List<SqlValue>> rows = new ArrayList<>();
  private final OptionalInt line;
  private List<Identifier> key = List.of();

  RowInsertion(Operations op, Recording recording, QualifiedName table, List<Identifier> columns) {
    this.op = op;
    this.recording = recording;
    this.table = table;
    this.columns = columns;
    this.line = recording.begin(this);
  }

  /** Adds a row: a value for each column, as {@link SqlValue#of} takes it. */
  public RowInsertion row(@Nullable Object... values) {
    rows.add(Arrays.stream(values).map(SqlValue::of).toList());
    return this;
  }

  /** Adds many rows. */
  public RowInsertion rows(Iterable<? extends List<? extends @Nullable Object>> more) {
    for (List<? extends @Nullable Object> values : more) {
      row(values.toArray());
    }
    return this;
  }

  /** Names the columns by which the rows can be deleted again, so that this can be taken back. */
  public RowInsertion key(String... names) {
    key = Definitions.identifiers(names);
    return this;
  }

  OperationException neverEnded() {
    return new OperationException(
        ErrorCode.INVALID_OPERATION,
        "Cannot record the rows for "
            + table
            + (line.isPresent() ? " (line " + line.getAsInt() + ")" : "")
            + ": insert() was never called.",
        "End the chain of rows with insert().");
  }

  /**
   * Records the rows; without any, nothing.
   *
   * @throws dev.anabranch.operation.OperationException if a row has another number of values than
   *     there are columns
   */
  public void insert() {
    recording.end(this);
    op.insert(new InsertRows(table, columns, rows, key));
  }
}
