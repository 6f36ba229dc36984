package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.postgres.PostgresCatalogue.Parameter;
import dev.anabranch.dialect.postgres.PostgresIndexReader.TableColumns;
import dev.anabranch.dialect.postgres.PostgresRelations.Rows;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * Makes tables with their columns, constraints and indexes of the rows of the catalogue. For one
 * thread and one inspection.
 */
final class PostgresTableReader {

  private final PostgresNames names;
  private final PostgresRelations all;
  private final Map<Long, Map<Long, Identifier>> columnNames = new HashMap<>();
  private final PostgresColumnReader columnReader;
  private final PostgresIndexReader indexReader;
  private final PostgresConstraintReader constraintReader;

  /** A table, and what was noted beside it. */
  record TableReading(Table table, List<OtherObject> notes) {}

  /**
   * Creates a reader.
   *
   * @param catalogue answers what the rows do not say
   * @param all the tables and views of the scope
   * @param read those that will be read
   */
  PostgresTableReader(
      PostgresCatalogue catalogue,
      PostgresScope scope,
      PostgresRelations all,
      Collection<Rows> read,
      PostgresColumnReader columnReader)
      throws SQLException {
    this.names = scope.names();
    this.all = all;
    this.columnReader = columnReader;
    if (read.stream().anyMatch(this::refersElsewhere)) {
      catalogue
          .query(ReferredColumn.SQL, ReferredColumn::read, scope.numbers(), scope.numbers())
          .forEach(
              row ->
                  columnNames
                      .computeIfAbsent(row.relation(), each -> new HashMap<>())
                      .put(row.number(), names.identifier(row.name())));
    }
    List<IndexRow> indexes = read.stream().flatMap(each -> each.indexes().stream()).toList();
    indexReader =
        new PostgresIndexReader(
            names,
            named(catalogue, NameRow.OPERATOR_CLASSES, indexes, IndexRow::classes),
            named(catalogue, NameRow.COLLATIONS, indexes, IndexRow::collations));
    constraintReader =
        new PostgresConstraintReader(
            names,
            indexes.stream().collect(Collectors.toMap(IndexRow::oid, Function.identity())),
            indexReader);
  }

  // To a table of another schema, or to a partition.
  private boolean refersElsewhere(Rows rows) {
    return rows.constraints().stream()
        .anyMatch(
            row -> {
              Rows referred = all.byNumber().get(row.referred());
              return row.referred() != 0 && (referred == null || referred.columns().isEmpty());
            });
  }

  private static Map<Long, String> named(
      PostgresCatalogue catalogue,
      String sql,
      List<IndexRow> indexes,
      Function<IndexRow, List<Long>> numbers)
      throws SQLException {
    List<Long> wanted =
        indexes.stream().flatMap(index -> numbers.apply(index).stream()).distinct().toList();
    return wanted.isEmpty()
        ? Map.of()
        : catalogue.query(sql, NameRow::read, Parameter.numbers(wanted)).stream()
            .collect(Collectors.toMap(NameRow::oid, NameRow::name));
  }

  /** Returns a table. */
  TableReading table(Rows rows) {
    Relation relation = rows.relation();
    Map<Long, Long> collations = new HashMap<>();
    rows.columns().forEach(row -> collations.put(row.number(), row.collationNumber()));
    TableColumns known =
        new TableColumns(columnsOf(relation.oid()), number -> collations.getOrDefault(number, 0L));
    List<Column> columns = rows.columns().stream().map(columnReader::read).toList();
    List<OtherObject> notes = new ArrayList<>();
    Table table =
        new Table(
            names.of(relation.schema(), relation.name()),
            columns,
            constraints(rows, known, notes),
            indexes(rows, known, notes),
            Optional.of(relation.comment()),
            options(relation));
    return new TableReading(table, notes);
  }

  private LongFunction<Identifier> columnsOf(long table) {
    Map<Long, Identifier> own = columnNames.computeIfAbsent(table, this::columnNames);
    return number -> {
      Identifier name = own.get(number);
      if (name == null) {
        throw new IllegalStateException("column " + number + " of table " + table + " is gone");
      }
      return name;
    };
  }

  private Map<Long, Identifier> columnNames(long table) {
    Rows rows = all.byNumber().get(table);
    return rows == null
        ? Map.of()
        : rows.columns().stream()
            .collect(Collectors.toMap(ColumnRow::number, row -> names.identifier(row.name())));
  }

  private List<TableConstraint> constraints(
      Rows rows, TableColumns known, List<OtherObject> notes) {
    List<TableConstraint> read = new ArrayList<>();
    for (ConstraintRow row : sorted(rows.constraints(), ConstraintRow::name)) {
      constraintReader.read(row, known, columnsOf(row.referred())).ifPresent(read::add);
      constraintReader
          .details(row, known)
          .ifPresent(
              text -> notes.add(note("constraint detail", rows.relation(), row.name(), text)));
    }
    return read;
  }

  private List<Index> indexes(Rows rows, TableColumns known, List<OtherObject> notes) {
    List<Index> read = new ArrayList<>();
    for (IndexRow row : sorted(rows.indexes(), IndexRow::name)) {
      if (!row.ofConstraint()) {
        read.add(indexReader.index(row, known));
        if (!row.state().isEmpty()) {
          notes.add(note("index state", rows.relation(), row.name(), row.state()));
        }
      }
    }
    return read;
  }

  /** Returns the indexes of a materialized view. */
  List<OtherObject> indexesOfView(Rows rows) {
    return rows.indexes().stream()
        .map(row -> note("index", rows.relation(), row.name(), row.definition()))
        .toList();
  }

  private OtherObject note(String kind, Relation relation, String name, String definition) {
    String full = relation.name() + "." + name;
    return new OtherObject(kind, names.of(relation.schema(), full), definition);
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
