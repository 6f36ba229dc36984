package dev.anabranch.operation;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * Inserts rows into a table.
 *
 * @param table the table
 * @param columns the columns that get values, at least one
 * @param rows the values, each as long as {@code columns}
 * @param key the columns by which the rows can be found again and deleted; empty if there is no way
 *     back
 */
public record InsertRows(
    QualifiedName table, List<Identifier> columns, List<List<SqlValue>> rows, List<Identifier> key)
    implements Operation {

  /**
   * Copies the lists and checks them.
   *
   * @throws OperationException if a row has another length, or the key names another column
   */
  public InsertRows {
    Objects.requireNonNull(table, "table");
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    key = List.copyOf(key);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != columns.size()) {
        throw contradiction(
            table,
            "row %d has %d values for %d columns"
                .formatted(i + 1, rows.get(i).size(), columns.size()));
      }
    }
    if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
      throw contradiction(table, "it names no column, or one of them twice");
    }
    for (Identifier name : key) {
      requireKey(table, name, columns.indexOf(name), rows);
    }
  }

  // A row is found again by its key, so the key has to be the same later.
  private static void requireKey(
      QualifiedName table, Identifier name, int index, List<List<SqlValue>> rows) {
    if (index < 0) {
      throw contradiction(table, "its key names the column " + name + ", which gets no value");
    }
    for (List<SqlValue> row : rows) {
      boolean found =
          row.get(index) instanceof SqlValue.Constant constant
              && !(constant.literal() instanceof SqlLiteral.Null);
      if (!found) {
        throw contradiction(table, "its key " + name + " gets a value that is null or no constant");
      }
    }
  }

  private static OperationException contradiction(QualifiedName table, String why) {
    return new OperationException(
        ErrorCode.INVALID_OPERATION,
        "Cannot record insert into " + table + ": " + why + ".",
        "Name each column once, give each row one value for each, and the key constants.");
  }

  @Override
  public String describe() {
    return "insert " + (rows.size() == 1 ? "a row" : rows.size() + " rows") + " into " + table;
  }

  @Override
  public Inverse inverse() {
    if (key.isEmpty()) {
      return Inverse.none(
          "the rows cannot be told from others",
          "Name the key of the rows, or write the downgrade by hand.");
    }
    List<Operation> back = new ArrayList<>();
    for (int i = rows.size() - 1; i >= 0; i--) {
      List<SqlValue> row = rows.get(i);
      List<Condition> same =
          key.stream()
              .<Condition>map(
                  name ->
                      new Condition.Comparison(
                          name, Condition.Comparator.EQUAL, row.get(columns.indexOf(name))))
              .toList();
      back.add(new DeleteRows(table, new Condition.All(same)));
    }
    return new Inverse.Of(back);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.insertRows(this);
  }
}
