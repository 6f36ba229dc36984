package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.ValueRange;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rows of a table have to be like. */
final class TableShape {

  private final Table table;
  private final Map<String, Identifier> names = new LinkedHashMap<>();
  private final Map<Identifier, SampleSource> sources = new LinkedHashMap<>();
  private final List<UniqueRule> uniqueRules;
  private final List<CheckCondition> checks = new ArrayList<>();
  private final Set<Identifier> references = new LinkedHashSet<>();
  private Optional<Column> unknown = Optional.empty();

  TableShape(Table table, Dialect dialect, DatabaseSchema schema) {
    this.table = table;
    table.columns().forEach(column -> names.put(lower(column.name()), column.name()));
    table.foreignKeys().forEach(key -> references.addAll(key.columns()));
    for (CheckConstraint check : table.constraintsOf(CheckConstraint.class)) {
      checks.add(
          CheckCondition.of(
              check.name().map(Identifier::toString).orElse("a condition"),
              check.condition().forDialect(dialect.names()).text(),
              names));
    }
    for (Column column : table.columns()) {
      if (isGiven(column)) {
        ValueRange type = dialect.valueRanges().of(column, schema);
        ValueRange range =
            isDocument(column, type)
                ? DocumentShape.of(column, table, dialect, schema).orElse(type)
                : type;
        addConditions(range, column);
        SampleSource source = new SampleSource(range, dialect.valueRanges());
        if (source.isKnown()) {
          sources.put(column.name(), source);
        } else if (!references.contains(column.name())) {
          note(column);
        }
      }
    }
    Hints.of(table, schema, names).forEach(checks::add);
    uniqueRules = UniqueRule.of(table, names);
  }

  // Where there is no type for them, documents are long texts.
  private static boolean isDocument(Column column, ValueRange range) {
    return range instanceof ValueRange.Documents
        || column.type() == DataType.Simple.TEXT
        || (column.type() instanceof DataType.Native own && own.text().startsWith("json"));
  }

  // A domain has conditions of its own.
  private void addConditions(ValueRange range, Column column) {
    if (range instanceof ValueRange.Restricted restricted) {
      Map<String, Identifier> value = Map.of("value", column.name());
      for (SqlExpression condition : restricted.conditions()) {
        checks.add(
            CheckCondition.of("the domain of " + column.name(), condition.toString(), value));
      }
    }
  }

  private void note(Column column) {
    boolean needed = !column.isNullable() && !(column.value() instanceof ColumnValue.Default);
    if (needed && unknown.isEmpty()) {
      unknown = Optional.of(column);
    }
  }

  private static String lower(Identifier name) {
    return name.value().toLowerCase(Locale.ROOT);
  }

  /** Returns whether a row brings a value of a column, and not the server. */
  private boolean isGiven(Column column) {
    if (column.value() instanceof ColumnValue.Computed) {
      return false;
    } else if (column.value() instanceof ColumnValue.Identity identity) {
      return references.contains(column.name())
          && identity.generation() == ColumnValue.Generation.BY_DEFAULT;
    }
    // A number that is not taken from its sequence would be given again.
    boolean counted =
        column.value() instanceof ColumnValue.Default value
            && value.value() instanceof SqlValue.NextValue;
    return !counted || references.contains(column.name());
  }

  /** Returns the table. */
  Table table() {
    return table;
  }

  /** Returns what makes the values of the columns that rows bring, but for those of references. */
  Map<Identifier, SampleSource> sources() {
    return sources;
  }

  /** Returns the rules that keep rows apart. */
  List<UniqueRule> uniqueRules() {
    return uniqueRules;
  }

  /** Returns the conditions that rows fulfil. */
  List<CheckCondition> checks() {
    return checks;
  }

  /** Returns a column that needs a value of which nothing is known. */
  Optional<Column> unknown() {
    return unknown;
  }

  /** Returns whether a column may be null. */
  boolean isNullable(Identifier column) {
    return table.column(column).filter(Column::isNullable).isPresent();
  }

  /** Returns whether a column can be written. */
  boolean isWritable(Identifier column) {
    return table
        .column(column)
        .filter(
            each ->
                !(each.value() instanceof ColumnValue.Computed)
                    && !(each.value() instanceof ColumnValue.Identity identity
                        && identity.generation() == ColumnValue.Generation.ALWAYS))
        .isPresent();
  }

  /**
   * Returns the columns of the primary key, or else of a unique rule without nulls; may be none.
   */
  List<Identifier> rowKey() {
    Optional<PrimaryKey> key = table.primaryKey();
    if (key.isPresent()) {
      return key.get().columns();
    }
    return uniqueRules.stream()
        .filter(rule -> rule.prefixes().values().stream().allMatch(length -> length == 0))
        .map(rule -> List.copyOf(rule.prefixes().keySet()))
        .filter(columns -> columns.stream().noneMatch(this::isNullable))
        .filter(columns -> table.indexes().stream().noneMatch(index -> isPartial(index, columns)))
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isPartial(Index index, List<Identifier> columns) {
    return index.isUnique()
        && index.details().where().isPresent()
        && columns.containsAll(index.columns());
  }

  /**
   * Returns whether a reference can be left out at first, and which of its columns are null then.
   */
  List<Identifier> nullableOf(ForeignKey key) {
    return key.columns().stream().filter(this::isNullable).toList();
  }
}
