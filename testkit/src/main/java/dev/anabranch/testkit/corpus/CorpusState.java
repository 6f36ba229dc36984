package dev.anabranch.testkit.corpus;

import dev.anabranch.operation.Operation;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.testkit.schema.SchemaModel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What the corpus has made so far, and the questions its next steps ask: what may still be changed
 * without breaking what depends on it. For one thread.
 *
 * <p>Names of columns are never used twice, so a column is known by its name alone.
 */
final class CorpusState {

  private static final List<String> SPICED =
      List.of("Mixed_%d", "two words %d", "Größe%d", "order-%d", "select%d");

  private final Random random;
  private SchemaModel model = SchemaModel.empty();
  private int names;

  /** Columns that SQL speaks of, which is not rewritten when they change. */
  private final Set<Identifier> spoken = new HashSet<>();

  /** Tables that views are made of. */
  private final Set<QualifiedName> viewed = new HashSet<>();

  CorpusState(long seed) {
    this.random = new Random(seed);
  }

  SchemaModel model() {
    return model;
  }

  void apply(List<Operation> operations) {
    model = model.apply(operations);
  }

  // Chance.

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Returns whether something happens that happens once in some times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  <T> Optional<T> oneOf(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(one(all));
  }

  /** Returns a new name that SQL can speak of without quotes. */
  Identifier plainName(String prefix) {
    return Identifier.of(prefix + ++names);
  }

  /** Returns a new name, sometimes one that has to stand in quotes. */
  Identifier name(String prefix) {
    Identifier plain = plainName(prefix);
    return oneIn(5)
        ? Identifier.of(prefix + one(SPICED).replace("%d", String.valueOf(names)))
        : plain;
  }

  String words() {
    return one(List.of("It's", "A \"word\"", "100 % of; it", "Größe", "back\\slash"))
        + " "
        + ++names;
  }

  // What is there.

  List<Table> tables() {
    return model.schema().tables();
  }

  Optional<Table> anyTable() {
    return oneOf(tables());
  }

  void speakOf(Identifier column) {
    spoken.add(column);
  }

  boolean isSpokenOf(Identifier column) {
    return spoken.contains(column);
  }

  void view(QualifiedName table) {
    viewed.add(table);
  }

  boolean isViewed(QualifiedName table) {
    return viewed.contains(table);
  }

  /** Returns whether a name means the same without quotes. */
  static boolean isPlain(Identifier name) {
    return name.value().matches("[a-z0-9]+");
  }

  /** Returns whether a foreign key of another table refers to a table. */
  boolean isReferred(Table table) {
    return tables().stream()
        .filter(each -> !each.name().equals(table.name()))
        .flatMap(each -> each.foreignKeys().stream())
        .anyMatch(key -> key.referredTable().equals(table.name()));
  }

  /** Returns whether any foreign key refers to some columns. */
  boolean isReferred(Table table, List<Identifier> columns) {
    return tables().stream()
        .flatMap(each -> each.foreignKeys().stream())
        .anyMatch(
            key ->
                key.referredTable().equals(table.name())
                    && key.referredColumns().stream().anyMatch(columns::contains));
  }

  /** Returns whether one of some columns is in a foreign key of its table. */
  static boolean refers(Table table, List<Identifier> columns) {
    return table.foreignKeys().stream()
        .flatMap(key -> key.columns().stream())
        .anyMatch(columns::contains);
  }

  /** Returns whether nothing depends on a column, so that it may be changed in every way. */
  boolean isFree(Table table, Column column) {
    Identifier name = column.name();
    return !isSpokenOf(name)
        && table.constraints().stream().noneMatch(each -> each.columns().contains(name))
        && table.indexes().stream().noneMatch(each -> each.columns().contains(name))
        && !isReferred(table, List.of(name))
        && !(column.value() instanceof ColumnValue.Identity)
        && !(column.value() instanceof ColumnValue.Computed);
  }

  List<Column> freeColumns(Table table) {
    return table.columns().stream().filter(column -> isFree(table, column)).toList();
  }

  /** Returns the columns that keys and indexes may be made of. */
  static List<Column> sortable(Table table) {
    return table.columns().stream()
        .filter(column -> CorpusTypes.isSortable(column.type()))
        .filter(column -> !(column.value() instanceof ColumnValue.Computed))
        .toList();
  }

  /** Returns whether no key or index is made of just these columns: some products want one only. */
  static boolean isNewKey(Table table, List<Identifier> columns) {
    return table.constraints().stream()
            .filter(each -> each instanceof PrimaryKey || each instanceof UniqueConstraint)
            .noneMatch(each -> each.columns().equals(columns))
        && table.foreignKeys().stream().noneMatch(each -> each.columns().equals(columns))
        && table.indexes().stream().map(Index::columns).noneMatch(columns::equals);
  }

  /** Returns tables with one column that a foreign key may refer to, and that column. */
  List<ForeignKey> targets(Identifier column) {
    return tables().stream()
        .flatMap(
            table ->
                table.constraints().stream()
                    .filter(each -> each instanceof PrimaryKey || each instanceof UniqueConstraint)
                    .filter(CorpusState::isCheckedAtOnce)
                    .filter(each -> each.columns().size() == 1)
                    .map(
                        each ->
                            new ForeignKey(
                                Optional.empty(),
                                List.of(column),
                                table.name(),
                                each.columns(),
                                ForeignKey.Rules.standard())))
        .toList();
  }

  private static boolean isCheckedAtOnce(TableConstraint constraint) {
    return !(constraint instanceof UniqueConstraint unique)
        || unique.deferrability() == Deferrability.NOT_DEFERRABLE;
  }
}
