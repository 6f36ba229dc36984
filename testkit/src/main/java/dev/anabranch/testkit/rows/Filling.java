package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** One filling of a schema. For one thread and one use. */
final class Filling {

  private final Connection connection;
  private final Dialect dialect;
  private final FillOptions options;
  private final DatabaseSchema schema;
  private final List<Table> wanted;
  private final ToIntFunction<QualifiedName> firstNumbers;
  private final int atLeast;
  private final FillOrder order;
  private final Statements statements;
  private final SampleReader reader;
  private final WaitingReferences waiting;
  private final Map<QualifiedName, TableShape> shapes = new LinkedHashMap<>();
  private final Map<QualifiedName, TableContents> contents = new LinkedHashMap<>();
  private final Map<QualifiedName, Integer> added = new LinkedHashMap<>();
  private final Map<QualifiedName, List<Identifier>> given = new LinkedHashMap<>();
  private final Map<QualifiedName, String> reasons = new LinkedHashMap<>();
  private final Map<QualifiedName, List<Map<Identifier, Sample>>> referred = new LinkedHashMap<>();

  /**
   * Begins.
   *
   * @param wanted tells which tables are filled
   * @param firstNumbers the number of the first row that an empty table gets
   * @param atLeast how many rows each table gets at least, however many there are
   */
  Filling(
      Connection connection,
      Dialect dialect,
      FillOptions options,
      DatabaseSchema schema,
      Predicate<QualifiedName> wanted,
      ToIntFunction<QualifiedName> firstNumbers,
      int atLeast) {
    this.connection = connection;
    this.dialect = dialect;
    this.options = options;
    this.schema = schema;
    this.wanted = schema.tables().stream().filter(table -> wanted.test(table.name())).toList();
    this.firstNumbers = firstNumbers;
    this.atLeast = atLeast;
    this.order = FillOrder.of(schema.tables());
    this.statements = new Statements(connection, dialect);
    this.reader = new SampleReader(connection, dialect, schema);
    this.waiting = new WaitingReferences(connection, dialect);
  }

  FillReport run() throws SQLException {
    if (wanted.isEmpty()) {
      return new FillReport(List.of(), List.of());
    }
    contents.putAll(TableContents.read(connection, dialect.style(), wanted));
    try {
      for (Table table : order.tables()) {
        if (contents.containsKey(table.name())) {
          fill(table);
        }
        if (waiting.isOpen()) {
          waiting.filled(table.name());
          if (waiting.isComplete()) {
            settle();
          }
        }
      }
    } finally {
      if (waiting.isOpen()) {
        waiting.rollback();
      }
    }
    for (Table table : inOrder()) {
      give(table);
    }
    return report();
  }

  private List<Table> inOrder() {
    return order.tables().stream().filter(table -> contents.containsKey(table.name())).toList();
  }

  // The rows that others waited for are there now.
  private void settle() throws SQLException {
    Optional<String> problem = Optional.empty();
    for (Map.Entry<QualifiedName, List<ForeignKey>> each : waiting.all().entrySet()) {
      Table table = schema.table(each.getKey()).orElseThrow();
      if (rowsNow(table) > 0 && problem.isEmpty()) {
        problem =
            new ValueGiving(this, shape(table), reader, statements)
                .settle(each.getValue(), seedOf(table));
      }
    }
    if (problem.isEmpty()) {
      problem = waiting.end();
    }
    if (problem.isPresent()) {
      for (QualifiedName emptied : waiting.rollback()) {
        if (added.getOrDefault(emptied, 0) > 0) {
          added.remove(emptied);
          referred.remove(emptied);
          reasons.put(emptied, "it is part of a cycle of foreign keys: " + problem.get());
        }
      }
    }
  }

  private long rowsBefore(Table table) {
    TableContents known = contents.get(table.name());
    return known == null ? 0 : known.rows();
  }

  private long rowsNow(Table table) {
    return rowsBefore(table) + added.getOrDefault(table.name(), 0);
  }

  /** Returns the references of a table that are null at first. */
  List<ForeignKey> lateOf(Table table) {
    return toCome(order.late().getOrDefault(table.name(), List.of()));
  }

  /** Returns the references of a table that wait and cannot be null. */
  List<ForeignKey> waitingOf(Table table) {
    return toCome(order.waiting().getOrDefault(table.name(), List.of()));
  }

  // Rows that are there already can be referred to at once.
  private List<ForeignKey> toCome(List<ForeignKey> keys) {
    return keys.stream()
        .filter(
            key -> {
              TableContents known = contents.get(key.referredTable());
              return known != null && known.rows() == 0;
            })
        .toList();
  }

  private TableShape shape(Table table) {
    return shapes.computeIfAbsent(table.name(), name -> new TableShape(table, dialect, schema));
  }

  private void fill(Table table) throws SQLException {
    long before = rowsBefore(table);
    int wantedRows = (int) Math.max(options.rows() - before, atLeast);
    if (wantedRows <= 0) {
      return;
    }
    TableShape shape = shape(table);
    Optional<Column> unknown = shape.unknown();
    if (unknown.isPresent()) {
      reasons.put(
          table.name(),
          "the column %s needs a value and has the type %s, for which none is known"
              .formatted(unknown.get().name(), typeOf(unknown.get())));
      return;
    }
    List<ForeignKey> keys = waitingOf(table);
    if (!keys.isEmpty() && !waiting.begin(table, keys)) {
      reasons.put(
          table.name(),
          "its foreign key %s and one of %s refer to each other, and neither may be null or wait"
              .formatted(
                  keys.get(0).name().map(Identifier::toString).orElse(""),
                  keys.get(0).referredTable()));
      return;
    }
    References references = new References(this, shape);
    Optional<String> problem = references.problem();
    if (problem.isPresent()) {
      reasons.put(table.name(), problem.get());
      return;
    }
    RowMaker maker = new RowMaker(shape, references.units(), seedOf(table));
    if (before > 0) {
      takeExisting(shape, maker);
    }
    TableInsertion insertion = new TableInsertion(table, maker, statements);
    int first = firstNumbers.applyAsInt(table.name()) + (int) before;
    insertion.insert(first, wantedRows);
    added.put(table.name(), insertion.inserted());
    if (insertion.inserted() == 0) {
      reasons.put(table.name(), insertion.reason());
    }
  }

  private String typeOf(Column column) {
    return SchemaWords.of(column.type().forDialect(dialect.names()));
  }

  long seedOf(Table table) {
    return options.seed() * 0x9E3779B97F4A7C15L + table.name().toString().hashCode();
  }

  private void takeExisting(TableShape shape, RowMaker maker) throws SQLException {
    Set<Identifier> columns = new LinkedHashSet<>();
    shape.uniqueRules().forEach(rule -> columns.addAll(rule.prefixes().keySet()));
    if (!columns.isEmpty()) {
      reader.read(shape.table(), List.copyOf(columns)).forEach(maker::take);
    }
  }

  /** Returns the rows of a table that others refer to, as they are now. */
  List<Map<Identifier, Sample>> rowsOf(QualifiedName name) throws SQLException {
    List<Map<Identifier, Sample>> known = referred.get(name);
    if (known != null) {
      return known;
    }
    Optional<Table> table = schema.table(name);
    if (table.isEmpty() || (contents.containsKey(name) && rowsNow(table.get()) == 0)) {
      return List.of();
    }
    Set<Identifier> columns = new LinkedHashSet<>();
    for (Table each : schema.tables()) {
      for (ForeignKey key : each.foreignKeys()) {
        if (key.referredTable().equals(name)) {
          columns.addAll(key.referredColumns());
        }
      }
    }
    List<Map<Identifier, Sample>> rows = reader.read(table.get(), List.copyOf(columns));
    if (!contents.containsKey(name)
        || rowsNow(table.get()) >= options.rows()
        || added.containsKey(name)) {
      referred.put(name, rows);
    }
    return rows;
  }

  private void give(Table table) throws SQLException {
    if (rowsNow(table) == 0) {
      return;
    }
    Set<Identifier> empty = new LinkedHashSet<>();
    TableContents known = contents.get(table.name());
    if (known != null) {
      empty.addAll(known.empty());
    }
    for (ForeignKey key : lateOf(table)) {
      if (known == null || known.rows() == 0 || known.empty().containsAll(key.columns())) {
        empty.addAll(shape(table).nullableOf(key));
      }
    }
    if (!empty.isEmpty()) {
      List<Identifier> done =
          new ValueGiving(this, shape(table), reader, statements).give(empty, seedOf(table));
      if (known != null && !done.isEmpty()) {
        given.put(table.name(), done.stream().filter(known.empty()::contains).toList());
      }
    }
  }

  private FillReport report() {
    List<FilledTable> filled = new ArrayList<>();
    List<UnfilledTable> unfilled = new ArrayList<>();
    for (Table table : wanted) {
      if (rowsNow(table) == 0) {
        unfilled.add(
            UnfilledTable.byHand(
                table.name(), reasons.getOrDefault(table.name(), "it was not reached")));
      } else {
        filled.add(
            new FilledTable(
                table.name(),
                rowsBefore(table),
                added.getOrDefault(table.name(), 0),
                given.getOrDefault(table.name(), List.of())));
      }
    }
    return new FillReport(filled, unfilled);
  }
}
