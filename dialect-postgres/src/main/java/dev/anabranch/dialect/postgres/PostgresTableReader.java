package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.postgres.PostgresCatalogue.Parameter;
import dev.anabranch.dialect.postgres.PostgresIndexReader.TableColumns;
import dev.anabranch.dialect.postgres.PostgresRows.ColumnRow;
import dev.anabranch.dialect.postgres.PostgresRows.ConstraintRow;
import dev.anabranch.dialect.postgres.PostgresRows.IndexRow;
import dev.anabranch.dialect.postgres.PostgresRows.NameRow;
import dev.anabranch.dialect.postgres.PostgresRows.ReferredColumn;
import dev.anabranch.dialect.postgres.PostgresRows.Relation;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Reads tables with their columns, constraints and indexes. For one thread and one inspection. */
final class PostgresTableReader {

  private final PostgresNames names;
  private final Map<Long, List<ColumnRow>> columns;
  private final Map<Long, List<ConstraintRow>> constraints;
  private final Map<Long, List<IndexRow>> indexes;
  private final Map<Long, Map<Long, Identifier>> columnNames = new HashMap<>();
  private final Map<Long, Map<Long, Long>> collations = new HashMap<>();
  private final PostgresColumnReader columnReader;
  private final PostgresIndexReader indexReader;
  private final PostgresConstraintReader constraintReader;
  private final List<OtherObject> others = new ArrayList<>();

  PostgresTableReader(
      PostgresCatalogue catalogue,
      ServerVersion version,
      Parameter scope,
      PostgresNames names,
      PostgresColumnReader columnReader)
      throws SQLException {
    this.names = names;
    this.columnReader = columnReader;
    String columnQuery = PostgresRows.forRelease(ColumnRow.SQL, version);
    String constraintQuery = PostgresRows.forRelease(ConstraintRow.SQL, version);
    String indexQuery = PostgresRows.forRelease(IndexRow.SQL, version);
    columns = grouped(catalogue.query(columnQuery, ColumnRow::read, scope), ColumnRow::relation);
    constraints =
        grouped(
            catalogue.query(constraintQuery, ConstraintRow::read, scope), ConstraintRow::relation);
    indexes = grouped(catalogue.query(indexQuery, IndexRow::read, scope), IndexRow::relation);
    for (List<ColumnRow> rows : columns.values()) {
      rows.forEach(row -> know(row.relation(), row.number(), row.name()));
      rows.forEach(
          row ->
              collations
                  .computeIfAbsent(row.relation(), table -> new HashMap<>())
                  .put(row.number(), row.collationNumber()));
    }
    catalogue
        .query(ReferredColumn.SQL, ReferredColumn::read, scope, scope)
        .forEach(row -> know(row.relation(), row.number(), row.name()));
    indexReader =
        new PostgresIndexReader(
            names,
            named(catalogue.query(NameRow.OPERATOR_CLASSES, NameRow::read)),
            named(catalogue.query(NameRow.COLLATIONS, NameRow::read, scope)));
    constraintReader = new PostgresConstraintReader(names, byNumber(indexes), indexReader);
  }

  private void know(long table, long number, String name) {
    columnNames.computeIfAbsent(table, each -> new HashMap<>()).put(number, names.identifier(name));
  }

  private static <T> Map<Long, List<T>> grouped(List<T> rows, Function<T, Long> relation) {
    return rows.stream().collect(Collectors.groupingBy(relation));
  }

  private static Map<Long, String> named(List<NameRow> rows) {
    return rows.stream().collect(Collectors.toMap(NameRow::oid, NameRow::name));
  }

  private static Map<Long, IndexRow> byNumber(Map<Long, List<IndexRow>> indexes) {
    return indexes.values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toMap(IndexRow::oid, Function.identity()));
  }

  /** Returns what was found beside the tables that were read so far. */
  List<OtherObject> others() {
    return List.copyOf(others);
  }

  /** Returns a table. */
  Table table(Relation relation) {
    TableColumns known = known(relation.oid());
    List<Column> read = rows(columns, relation).stream().map(columnReader::read).toList();
    return new Table(
        names.of(relation.schema(), relation.name()),
        read,
        constraints(relation, known),
        indexes(relation, known),
        Optional.of(relation.comment()),
        options(relation));
  }

  private static <T> List<T> rows(Map<Long, List<T>> all, Relation relation) {
    return all.getOrDefault(relation.oid(), List.of());
  }

  private TableColumns known(long table) {
    Map<Long, Long> own = collations.getOrDefault(table, Map.of());
    return new TableColumns(columnsOf(table), number -> own.getOrDefault(number, 0L));
  }

  private LongFunction<Identifier> columnsOf(long table) {
    Map<Long, Identifier> own = columnNames.getOrDefault(table, Map.of());
    return number -> {
      Identifier name = own.get(number);
      if (name == null) {
        throw new IllegalStateException("column " + number + " of table " + table + " is gone");
      }
      return name;
    };
  }

  private List<TableConstraint> constraints(Relation relation, TableColumns known) {
    List<TableConstraint> read = new ArrayList<>();
    for (ConstraintRow row : sorted(rows(constraints, relation), ConstraintRow::name)) {
      constraintReader.read(row, known, columnsOf(row.referred())).ifPresent(read::add);
      constraintReader
          .details(row, known)
          .ifPresent(text -> note("constraint detail", relation, row.name(), text));
    }
    return read;
  }

  private List<Index> indexes(Relation relation, TableColumns known) {
    List<Index> read = new ArrayList<>();
    for (IndexRow row : sorted(rows(indexes, relation), IndexRow::name)) {
      if (!row.ofConstraint()) {
        read.add(indexReader.index(row, known));
        if (!row.state().isEmpty()) {
          note("index state", relation, row.name(), row.state());
        }
      }
    }
    return read;
  }

  /** Notes the indexes of a materialized view. */
  void indexesOfView(Relation relation) {
    for (IndexRow row : rows(indexes, relation)) {
      note("index", relation, row.name(), row.definition());
    }
  }

  private void note(String kind, Relation relation, String name, String definition) {
    String full = relation.name() + "." + name;
    others.add(new OtherObject(kind, names.of(relation.schema(), full), definition));
  }

  private static <T> List<T> sorted(List<T> rows, Function<T, String> name) {
    return rows.stream().sorted(Comparator.comparing(name)).toList();
  }

  private static DialectOptions options(Relation relation) {
    return new PostgresOptionReader()
        .with(PostgresOptions.UNLOGGED, relation.unlogged() ? "true" : "")
        .with(PostgresOptions.PARTITION_BY, relation.definition())
        .with(PostgresOptions.ACCESS_METHOD, relation.accessMethod())
        .withParameters("", relation.parameters())
        .withParameters("toast.", relation.toastParameters())
        .with(PostgresOptions.TABLESPACE, relation.tablespace())
        .options();
  }
}
