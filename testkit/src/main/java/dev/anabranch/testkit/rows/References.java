package dev.anabranch.testkit.rows;

import dev.anabranch.schema.ForeignKey;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is chosen for a row of a table: first the rows it refers to, then its other values. */
final class References {

  private final TableShape shape;
  private final QualifiedName name;
  private final List<RowUnit> units = new ArrayList<>();
  private Optional<String> problem = Optional.empty();

  References(Filling filling, TableShape shape) throws SQLException {
    this.shape = shape;
    this.name = shape.table().name();
    List<ForeignKey> late = filling.lateOf(shape.table());
    List<ForeignKey> waiting = filling.waitingOf(shape.table());
    List<ReferenceUnit> references = new ArrayList<>();
    Set<Identifier> referring = new LinkedHashSet<>();
    // The one with the most columns leaves the others the least choice.
    List<ForeignKey> keys =
        shape.table().foreignKeys().stream()
            .filter(key -> !waiting.contains(key))
            .filter(key -> key.columns().stream().allMatch(shape::isWritable))
            .sorted(Comparator.comparingInt(key -> -key.columns().size()))
            .toList();
    for (ForeignKey key : keys) {
      List<Map<Identifier, Sample>> rows =
          late.contains(key) ? List.of() : filling.rowsOf(key.referredTable());
      boolean itself = key.referredTable().equals(name) && !late.contains(key) && rows.isEmpty();
      List<Identifier> nullable = shape.nullableOf(key);
      if (rows.isEmpty() && nullable.isEmpty() && !itself) {
        note(key);
      }
      referring.addAll(key.columns());
      references.add(
          new ReferenceUnit(
              key, rows, nullable, isUnique(key), itself, turn(key.columns().get(0))));
    }
    references.stream().filter(unit -> !unit.isLast()).forEach(units::add);
    for (Map.Entry<Identifier, SampleSource> column : shape.sources().entrySet()) {
      if (!referring.contains(column.getKey())) {
        boolean waits = waiting.stream().anyMatch(key -> key.columns().contains(column.getKey()));
        units.add(
            waits
                ? new ColumnUnit(
                    column.getKey(),
                    column.getValue(),
                    ColumnUnit.Role.WAITING,
                    false,
                    0,
                    List.of())
                : unit(shape, column.getKey(), column.getValue()));
      }
    }
    references.stream().filter(ReferenceUnit::isLast).forEach(units::add);
  }

  private void note(ForeignKey key) {
    problem =
        Optional.of(
            "its foreign key %s refers to %s, which has no rows"
                .formatted(
                    key.name().map(Identifier::toString).orElse("of " + key.columns()),
                    key.referredTable()));
  }

  private boolean isUnique(ForeignKey key) {
    return shape.uniqueRules().stream()
        .anyMatch(rule -> key.columns().stream().anyMatch(rule.prefixes()::containsKey));
  }

  /** Returns what chooses the value of a column. */
  static ColumnUnit unit(TableShape shape, Identifier column, SampleSource source) {
    ColumnUnit.Role role = ColumnUnit.Role.FREE;
    if (shape.table().primaryKey().filter(key -> key.columns().contains(column)).isPresent()) {
      role = ColumnUnit.Role.KEY;
    } else if (shape.uniqueRules().stream().anyMatch(rule -> rule.prefixes().containsKey(column))) {
      role = ColumnUnit.Role.UNIQUE;
    }
    List<Sample> candidates = new ArrayList<>();
    for (CheckCondition check : shape.checks()) {
      if (check.columns().contains(column)) {
        candidates.addAll(check.candidates(source));
        if (candidates.isEmpty()) {
          candidates.addAll(source.edges());
        }
      }
    }
    return new ColumnUnit(column, source, role, shape.isNullable(column), turn(column), candidates);
  }

  /** Returns a number of a column by which its values are moved against those of others. */
  static int turn(Identifier column) {
    return Math.floorMod(column.value().toLowerCase(Locale.ROOT).hashCode(), 97);
  }

  /** Returns what is to be chosen, in order. */
  List<RowUnit> units() {
    return units;
  }

  /** Returns why no row can be made. */
  Optional<String> problem() {
    return problem;
  }
}
