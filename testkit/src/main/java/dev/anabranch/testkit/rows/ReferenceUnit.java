package dev.anabranch.testkit.rows;

import dev.anabranch.schema.ForeignKey;
import dev.anabranch.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The row that a foreign key refers to. */
final class ReferenceUnit implements RowUnit {

  private final ForeignKey key;
  private final List<Map<Identifier, Sample>> rows;
  private final List<Identifier> nullable;
  private final boolean unique;
  private final boolean toItself;
  private final int turn;

  /**
   * Creates the unit.
   *
   * @param key the foreign key
   * @param rows the rows that can be referred to, by the columns of their table
   * @param nullable which of its columns are null where it refers to nothing
   * @param unique whether no two rows, or few, refer to the same
   * @param toItself whether a row refers to itself where there is no other
   * @param turn where it begins
   */
  ReferenceUnit(
      ForeignKey key,
      List<Map<Identifier, Sample>> rows,
      List<Identifier> nullable,
      boolean unique,
      boolean toItself,
      int turn) {
    this.key = key;
    this.rows = rows;
    this.nullable = nullable;
    this.unique = unique;
    this.toItself = toItself;
    this.turn = turn;
  }

  @Override
  public List<Identifier> columns() {
    return key.columns();
  }

  /** Returns whether a row refers to itself, so that it has to be there first. */
  boolean isLast() {
    return toItself;
  }

  @Override
  public boolean choose(Map<Identifier, Sample> row, int choice, RowRequest request) {
    boolean isNull =
        !nullable.isEmpty()
            && ((rows.isEmpty() && !toItself)
                || (choice == 0
                    && request.number() > 1
                    && (request.number() + turn) % ColumnUnit.NULL_EVERY == 0));
    if (isNull) {
      return becomesNull(row);
    }
    int start = unique ? request.number() + choice : request.random().nextInt(1 << 16) + choice;
    for (int i = 0; i < rows.size(); i++) {
      if (refers(row, rows.get((start + i) % rows.size()))) {
        return true;
      }
    }
    if (toItself && refers(row, row)) {
      return true;
    }
    return !nullable.isEmpty() && becomesNull(row);
  }

  private boolean becomesNull(Map<Identifier, Sample> row) {
    List<Identifier> free = nullable.stream().filter(column -> !row.containsKey(column)).toList();
    free.forEach(column -> row.put(column, Sample.NULL));
    boolean hasNull =
        key.columns().stream()
            .anyMatch(column -> row.containsKey(column) && row.get(column).isNull());
    for (Identifier column : key.columns()) {
      if (!row.containsKey(column)) {
        // The rest of a reference to nothing may be anything that is there.
        if (rows.isEmpty()) {
          return false;
        }
        row.put(column, referred(rows.get(0), column));
      }
    }
    return hasNull;
  }

  private Sample referred(Map<Identifier, Sample> other, Identifier column) {
    Sample sample = other.get(key.referredColumns().get(key.columns().indexOf(column)));
    return sample == null ? Sample.NULL : sample;
  }

  // What another reference has put into a column stays.
  private boolean refers(Map<Identifier, Sample> row, Map<Identifier, Sample> other) {
    List<Sample> values = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      Sample value = other.get(key.referredColumns().get(i));
      Sample present = row.get(key.columns().get(i));
      if (value == null
          || value.isNull()
          || (present != null && !present.key(0).equals(value.key(0)))) {
        return false;
      }
      values.add(value);
    }
    for (int i = 0; i < values.size(); i++) {
      row.put(key.columns().get(i), values.get(i));
    }
    return true;
  }
}
