package dev.anabranch.testkit.rows;

import dev.anabranch.operation.Condition;
import dev.anabranch.operation.UpdateRows;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.testkit.rows.RowRequest.Mood;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives values to columns that are null in every row of a table. For one table. */
final class ValueGiving {

  private final Filling filling;
  private final TableShape shape;
  private final SampleReader reader;
  private final Statements statements;

  ValueGiving(Filling filling, TableShape shape, SampleReader reader, Statements statements) {
    this.filling = filling;
    this.shape = shape;
    this.reader = reader;
    this.statements = statements;
  }

  /**
   * Gives values.
   *
   * @param empty the columns without any
   * @param seed what values are made of
   * @return the columns that have some now
   */
  List<Identifier> give(Set<Identifier> empty, long seed) throws SQLException {
    List<RowUnit> units = units(empty);
    Set<Identifier> columns = new LinkedHashSet<>();
    units.forEach(unit -> columns.addAll(unit.columns()));
    columns.retainAll(empty);
    if (columns.isEmpty()) {
      return List.of();
    }
    List<Identifier> key = shape.rowKey();
    if (key.isEmpty()) {
      return giveAlike(units, columns, seed);
    }
    List<UpdateRows> updates = updates(units, columns, key, seed, Mood.DARING);
    if (updates.isEmpty()) {
      return List.of();
    } else if (statements.attempt(updates).isEmpty()) {
      return List.copyOf(columns);
    }
    boolean some = false;
    for (UpdateRows update : updates) {
      some |= statements.attempt(List.of(update)).isEmpty();
    }
    for (UpdateRows update :
        some ? List.<UpdateRows>of() : updates(units, columns, key, seed, Mood.TAME)) {
      some |= statements.attempt(List.of(update)).isEmpty();
    }
    return some ? List.copyOf(columns) : List.of();
  }

  /**
   * Gives references the rows that they waited for.
   *
   * @return why that could not be done; empty if it was
   */
  Optional<String> settle(List<ForeignKey> keys, long seed) throws SQLException {
    List<RowUnit> units = new ArrayList<>();
    Set<Identifier> columns = new LinkedHashSet<>();
    for (ForeignKey key : keys) {
      List<Map<Identifier, Sample>> rows = filling.rowsOf(key.referredTable());
      if (rows.isEmpty()) {
        return Optional.of(key.referredTable() + " has no rows");
      }
      units.add(
          new ReferenceUnit(
              key, rows, List.of(), true, false, References.turn(key.columns().get(0))));
      columns.addAll(key.columns());
    }
    List<Identifier> key = shape.rowKey();
    if (key.isEmpty() || key.stream().anyMatch(columns::contains)) {
      return giveAlike(units, columns, seed).isEmpty()
          ? Optional.of("its rows cannot be told apart")
          : Optional.empty();
    }
    return statements.attempt(updates(units, columns, key, seed, Mood.DARING));
  }

  private List<RowUnit> units(Set<Identifier> empty) throws SQLException {
    List<RowUnit> units = new ArrayList<>();
    Set<Identifier> referring = new LinkedHashSet<>();
    for (ForeignKey key : shape.table().foreignKeys()) {
      List<Identifier> nullable = shape.nullableOf(key);
      referring.addAll(key.columns());
      if (!nullable.isEmpty() && empty.containsAll(nullable)) {
        List<Map<Identifier, Sample>> rows = filling.rowsOf(key.referredTable());
        if (!rows.isEmpty()) {
          units.add(
              new ReferenceUnit(
                  key, rows, nullable, true, false, References.turn(key.columns().get(0))));
        }
      }
    }
    for (Identifier column : empty) {
      SampleSource source = shape.sources().get(column);
      if (source != null && !referring.contains(column)) {
        units.add(References.unit(shape, column, source));
      }
    }
    return units;
  }

  private List<UpdateRows> updates(
      List<RowUnit> units, Set<Identifier> columns, List<Identifier> key, long seed, Mood mood)
      throws SQLException {
    Set<Identifier> read = new LinkedHashSet<>(key);
    shape.checks().forEach(check -> read.addAll(check.columns()));
    shape.uniqueRules().forEach(rule -> read.addAll(rule.prefixes().keySet()));
    units.forEach(unit -> read.addAll(unit.columns()));
    read.removeAll(columns);
    RowMaker maker = new RowMaker(shape, units, seed);
    List<UpdateRows> updates = new ArrayList<>();
    int number = 0;
    for (Map<Identifier, Sample> row : reader.read(shape.table(), List.copyOf(read))) {
      Optional<Map<Identifier, Sample>> made = maker.make(number, mood, 0, row);
      number++;
      if (made.isPresent()) {
        Map<Identifier, SqlValue> values = new LinkedHashMap<>();
        columns.forEach(
            column -> {
              Sample value = made.get().getOrDefault(column, Sample.NULL);
              if (!value.isNull()) {
                values.put(column, value.sql());
              }
            });
        if (!values.isEmpty()) {
          updates.add(new UpdateRows(shape.table().name(), values, of(row, key)));
        }
      }
    }
    return updates;
  }

  private static Condition of(Map<Identifier, Sample> row, List<Identifier> key) {
    List<Condition> same = new ArrayList<>();
    for (Identifier column : key) {
      same.add(
          new Condition.Comparison(
              column, Condition.Comparator.EQUAL, row.getOrDefault(column, Sample.NULL).sql()));
    }
    return new Condition.All(same);
  }

  // Rows that nothing tells apart get the same value.
  private List<Identifier> giveAlike(List<RowUnit> units, Set<Identifier> columns, long seed)
      throws SQLException {
    RowMaker maker = new RowMaker(shape, units, seed);
    Optional<Map<Identifier, Sample>> made = maker.make(0, Mood.TAME, 0, Map.of());
    Map<Identifier, SqlValue> values = new LinkedHashMap<>();
    made.ifPresent(
        row ->
            columns.forEach(
                column -> values.put(column, row.getOrDefault(column, Sample.NULL).sql())));
    if (values.isEmpty()) {
      return List.of();
    }
    UpdateRows update = new UpdateRows(shape.table().name(), values, Condition.allRows());
    return statements.attempt(List.of(update)).isEmpty() ? List.copyOf(columns) : List.of();
  }
}
