package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.postgres.PostgresRows.ConstraintRow;
import dev.anabranch.dialect.postgres.PostgresRows.IndexRow;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Makes constraints of the rows of the catalogue. */
final class PostgresConstraintReader {

  private static final Map<Character, ReferentialAction> ACTIONS =
      Map.of(
          'a', ReferentialAction.NO_ACTION,
          'r', ReferentialAction.RESTRICT,
          'c', ReferentialAction.CASCADE,
          'n', ReferentialAction.SET_NULL,
          'd', ReferentialAction.SET_DEFAULT);

  private final PostgresNames names;
  private final Map<Long, IndexRow> indexes;
  private final PostgresIndexReader indexReader;

  /**
   * Creates the reader.
   *
   * @param names names of tables
   * @param indexes the indexes behind constraints, by their object numbers
   * @param indexReader reads what an exclusion constraint compares
   */
  PostgresConstraintReader(
      PostgresNames names, Map<Long, IndexRow> indexes, PostgresIndexReader indexReader) {
    this.names = names;
    this.indexes = indexes;
    this.indexReader = indexReader;
  }

  /**
   * Returns a constraint; empty for one that the model has no words for.
   *
   * @param row the row
   * @param columns the columns of the table
   * @param referred the columns of the table that it refers to
   */
  Optional<TableConstraint> read(
      ConstraintRow row,
      PostgresIndexReader.TableColumns columns,
      LongFunction<Identifier> referred) {
    Optional<Identifier> name = Optional.of(names.identifier(row.name()));
    return switch (row.kind()) {
      case 'p' -> Optional.of(new PrimaryKey(name, own(row, columns), deferrability(row)));
      case 'u' ->
          Optional.of(
              new UniqueConstraint(name, own(row, columns), nulls(row), deferrability(row)));
      case 'c' -> Optional.of(new CheckConstraint(name, SqlExpression.of(row.condition())));
      case 'x' -> exclusion(name, row, columns);
      case 'f' -> foreignKey(name, row, own(row, columns), referred);
      default -> Optional.empty();
    };
  }

  private static List<Identifier> own(ConstraintRow row, PostgresIndexReader.TableColumns columns) {
    return identifiers(row.columns(), columns.names());
  }

  // A foreign key may name a column twice, which the model does not.
  private Optional<TableConstraint> foreignKey(
      Optional<Identifier> name,
      ConstraintRow row,
      List<Identifier> own,
      LongFunction<Identifier> referred) {
    if (new HashSet<>(own).size() < own.size()) {
      return Optional.empty();
    }
    QualifiedName table = names.of(row.referredSchema(), row.referredName());
    return Optional.of(
        new ForeignKey(
            name,
            own,
            table,
            identifiers(row.referredColumns(), referred),
            new ForeignKey.Rules(
                action(row.onDelete()),
                action(row.onUpdate()),
                row.match() == 'f' ? ForeignKey.Match.FULL : ForeignKey.Match.SIMPLE,
                deferrability(row))));
  }

  private Optional<TableConstraint> exclusion(
      Optional<Identifier> name, ConstraintRow row, PostgresIndexReader.TableColumns columns) {
    IndexRow index = indexes.get(row.index());
    if (index == null) {
      return Optional.empty();
    }
    List<IndexPart> parts = indexReader.parts(index, columns);
    List<ExclusionConstraint.Element> elements = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      elements.add(new ExclusionConstraint.Element(parts.get(i), row.operators().get(i)));
    }
    return Optional.of(
        new ExclusionConstraint(
            name,
            index.method(),
            elements,
            index.where().map(SqlExpression::of),
            deferrability(row)));
  }

  private UniqueConstraint.Nulls nulls(ConstraintRow row) {
    IndexRow index = indexes.get(row.index());
    return index != null && index.nullsNotDistinct()
        ? UniqueConstraint.Nulls.NOT_DISTINCT
        : UniqueConstraint.Nulls.DISTINCT;
  }

  private static ReferentialAction action(char letter) {
    return ACTIONS.getOrDefault(letter, ReferentialAction.NO_ACTION);
  }

  private static Deferrability deferrability(ConstraintRow row) {
    if (!row.deferrable()) {
      return Deferrability.NOT_DEFERRABLE;
    }
    return row.deferred() ? Deferrability.INITIALLY_DEFERRED : Deferrability.DEFERRABLE;
  }

  private static List<Identifier> identifiers(
      List<Long> numbers, LongFunction<Identifier> columns) {
    return numbers.stream().map(columns::apply).toList();
  }

  /** Returns what the model has no words for; empty if it says all. */
  Optional<String> details(ConstraintRow row, PostgresIndexReader.TableColumns columns) {
    List<String> details = new ArrayList<>();
    add(details, "", row.definition());
    IndexRow index = indexes.get(row.index());
    if (index != null) {
      add(details, "INCLUDE ", names(included(index, columns)));
      add(details, "WITH ", String.join(", ", index.parameters()));
      add(details, "TABLESPACE ", index.tablespace());
      add(details, "INDEX ", index.state());
    }
    return Optional.of(String.join(" ", details)).filter(text -> !text.isEmpty());
  }

  private static List<Identifier> included(
      IndexRow index, PostgresIndexReader.TableColumns columns) {
    return identifiers(
        index.columns().subList(index.sorted(), index.columns().size()), columns.names());
  }

  private static String names(List<Identifier> identifiers) {
    return identifiers.stream().map(Identifier::value).collect(Collectors.joining(", "));
  }

  private static void add(List<String> details, String word, String value) {
    if (!value.isEmpty()) {
      details.add(word + value);
    }
  }
}
