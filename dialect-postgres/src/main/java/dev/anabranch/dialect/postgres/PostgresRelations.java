package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.postgres.PostgresCatalogue.Parameter;
import dev.anabranch.dialect.postgres.PostgresCatalogue.RowReader;
import dev.anabranch.dialect.postgres.PostgresRows.ColumnRow;
import dev.anabranch.dialect.postgres.PostgresRows.ConstraintRow;
import dev.anabranch.dialect.postgres.PostgresRows.DefaultSequence;
import dev.anabranch.dialect.postgres.PostgresRows.IndexRow;
import dev.anabranch.dialect.postgres.PostgresRows.Relation;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The tables and views of some schemas, with what belongs to them, by their numbers. Immutable.
 *
 * @param byNumber in no order that matters
 */
record PostgresRelations(Map<Long, Rows> byNumber) {

  /**
   * What the catalogue says of one table or view.
   *
   * @param defaults the sequences that defaults take numbers from
   */
  record Rows(
      Relation relation,
      List<ColumnRow> columns,
      List<ConstraintRow> constraints,
      List<IndexRow> indexes,
      List<DefaultSequence> defaults) {}

  /** Asks one database for all relations of some schemas, or for some of them. */
  record Source(PostgresCatalogue catalogue, ServerVersion version, Parameter schemas) {

    /** Returns all of them. */
    PostgresRelations all() throws SQLException {
      return read(PostgresRows::forAll, schemas);
    }

    /** Returns those that have one of the numbers and stand in the schemas. */
    PostgresRelations only(Collection<Long> numbers) throws SQLException {
      return numbers.isEmpty()
          ? new PostgresRelations(Map.of())
          : read(PostgresRows::forSome, schemas, Parameter.numbers(List.copyOf(numbers)));
    }

    private PostgresRelations read(Function<String, String> form, Parameter... parameters)
        throws SQLException {
      List<Relation> relations = query(form.apply(Relation.SQL), Relation::read, parameters);
      if (relations.isEmpty()) {
        return new PostgresRelations(Map.of());
      }
      Map<Long, List<ColumnRow>> columns =
          grouped(form.apply(ColumnRow.SQL), ColumnRow::read, ColumnRow::relation, parameters);
      Map<Long, List<ConstraintRow>> constraints =
          grouped(
              form.apply(ConstraintRow.SQL),
              ConstraintRow::read,
              ConstraintRow::relation,
              parameters);
      Map<Long, List<IndexRow>> indexes =
          grouped(form.apply(IndexRow.SQL), IndexRow::read, IndexRow::relation, parameters);
      Map<Long, List<DefaultSequence>> defaults =
          grouped(
              form.apply(DefaultSequence.SQL),
              DefaultSequence::read,
              DefaultSequence::relation,
              parameters);
      Map<Long, Rows> found = new LinkedHashMap<>();
      for (Relation each : relations) {
        long number = each.oid();
        found.put(
            number,
            new Rows(
                each,
                columns.getOrDefault(number, List.of()),
                constraints.getOrDefault(number, List.of()),
                indexes.getOrDefault(number, List.of()),
                defaults.getOrDefault(number, List.of())));
      }
      return new PostgresRelations(found);
    }

    private <T> Map<Long, List<T>> grouped(
        String sql, RowReader<T> reader, Function<T, Long> relation, Parameter... parameters)
        throws SQLException {
      return query(sql, reader, parameters).stream().collect(Collectors.groupingBy(relation));
    }

    private <T> List<T> query(String sql, RowReader<T> reader, Parameter... parameters)
        throws SQLException {
      return catalogue.query(PostgresRows.forRelease(sql, version), reader, parameters);
    }
  }

  /** Returns those of which the numbers are wanted, and others. */
  PostgresRelations where(Predicate<Long> wanted, PostgresRelations others) {
    Map<Long, Rows> all = new LinkedHashMap<>(byNumber);
    all.keySet().removeIf(wanted.negate());
    all.putAll(others.byNumber);
    return new PostgresRelations(all);
  }
}
