package dev.anabranch.diff;

import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.DropConstraint;
import dev.anabranch.operation.DropView;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What leans on the things that are there, and has to go before they do: foreign keys and views.
 *
 * <p>What it returns drops them as they are, and makes them anew as they should be, where they
 * should be at all. {@link MendingOrder} brings that around what they lean on.
 */
final class Leaning {

  private record Key(QualifiedName table, ForeignKey key) {}

  private final Map<QualifiedName, Table> expectedTables = new LinkedHashMap<>();
  private final Map<QualifiedName, View> expectedViews = new LinkedHashMap<>();
  private final List<Key> keys = new ArrayList<>();
  private final List<View> views;
  private final Renames renames;
  private final ComparisonRules rules;

  Leaning(DatabaseSchema expected, DatabaseSchema actual, Renames renames, ComparisonRules rules) {
    expected.tables().forEach(table -> expectedTables.put(table.name(), table));
    expected.views().forEach(view -> expectedViews.put(view.name(), view));
    for (Table table : actual.tables()) {
      table.foreignKeys().forEach(key -> keys.add(new Key(table.name(), key)));
    }
    this.views = actual.views();
    this.renames = renames;
    this.rules = rules;
  }

  /** Returns what rebuilds the foreign keys that a key or index over some columns may serve. */
  List<Operation> keysServedBy(QualifiedName table, Collection<Identifier> columns) {
    return keys(table, columns, Collection::containsAll);
  }

  /** Returns what rebuilds the foreign keys that a column is a part of, on either side. */
  List<Operation> keysOf(QualifiedName table, Identifier column) {
    return keys(table, List.of(column), (some, own) -> own.containsAll(some));
  }

  /** Returns what rebuilds the foreign keys of other tables that refer to a table. */
  List<Operation> keysTo(QualifiedName table) {
    List<Operation> operations = new ArrayList<>();
    for (Key each : keys) {
      if (each.key().referredTable().equals(table) && !each.table().equals(table)) {
        rebuild(each, operations);
      }
    }
    return operations;
  }

  private List<Operation> keys(
      QualifiedName table,
      Collection<Identifier> columns,
      BiPredicate<Collection<Identifier>, List<Identifier>> touch) {
    List<Operation> operations = new ArrayList<>();
    for (Key each : keys) {
      ForeignKey key = each.key();
      if ((each.table().equals(table) && touch.test(columns, key.columns()))
          || (key.referredTable().equals(table) && touch.test(columns, key.referredColumns()))) {
        rebuild(each, operations);
      }
    }
    return operations;
  }

  // One without a name cannot be dropped.
  private void rebuild(Key each, List<Operation> operations) {
    if (each.key().name().isPresent()) {
      operations.add(drop(each.table(), each.key()));
      expected(each).ifPresent(key -> operations.add(new AddConstraint(each.table(), key)));
    }
  }

  static DropConstraint drop(QualifiedName table, TableConstraint constraint) {
    return new DropConstraint(
        table,
        constraint.kind(),
        constraint.name().orElseThrow(),
        Existence.STRICT,
        Optional.of(constraint));
  }

  private Optional<ForeignKey> expected(Key each) {
    List<ForeignKey> all =
        Optional.ofNullable(expectedTables.get(each.table()))
            .map(Table::foreignKeys)
            .orElse(List.of());
    Identifier name = each.key().name().orElseThrow();
    ForeignKey behind = renames.renamed(each.table(), each.key());
    Optional<ForeignKey> byName =
        all.stream()
            .filter(key -> !rules.isMadeUp(name.value()) && key.name().equals(each.key().name()))
            .findFirst();
    return byName.or(
        () -> all.stream().filter(key -> key.withName(name).equals(behind)).findFirst());
  }

  /** Returns what rebuilds the views that use a table or view, and those that use them. */
  List<Operation> viewsOf(QualifiedName relation) {
    Set<View> found = new LinkedHashSet<>();
    collect(relation, found);
    List<Operation> operations = new ArrayList<>();
    for (View view : found) {
      operations.add(drop(view));
      Optional.ofNullable(expectedViews.get(view.name()))
          .ifPresent(other -> operations.add(new CreateView(other, Existence.STRICT)));
    }
    return operations;
  }

  static DropView drop(View view) {
    return new DropView(view.name(), view.kind(), Existence.STRICT, Optional.of(view));
  }

  private void collect(QualifiedName relation, Set<View> found) {
    for (View view : views) {
      if (!view.name().equals(relation) && Mentions.of(view, relation) && found.add(view)) {
        collect(view.name(), found);
      }
    }
  }
}
