package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.postgres.PostgresColumnReader.Place;
import dev.anabranch.dialect.postgres.PostgresRelations.Rows;
import dev.anabranch.dialect.postgres.PostgresRows.DefaultSequence;
import dev.anabranch.dialect.postgres.PostgresRows.EnumRow;
import dev.anabranch.dialect.postgres.PostgresRows.Relation;
import dev.anabranch.dialect.postgres.PostgresRows.Schema;
import dev.anabranch.dialect.postgres.PostgresRows.SequenceRow;
import dev.anabranch.dialect.postgres.PostgresTableReader.TableReading;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.View;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One inspection: puts together what the catalogue says. For one thread and one use. */
final class PostgresInspection {

  private static final char OF_IDENTITY = 'i';
  private static final String USUAL_SEQUENCE_TYPE = "bigint";

  private final PostgresCatalogue catalogue;
  private final ServerVersion version;
  private final PostgresScope scope;
  private final PostgresNames names;
  private final PostgresRelations all;
  private final List<Rows> relations;
  private final Set<Long> known;
  private final Map<Long, KnownTable> tables = new LinkedHashMap<>();
  private final List<OtherObject> others = new ArrayList<>();

  /**
   * A table that was read.
   *
   * @param identities the sequences of its identities, which rows of the table do not tell of
   */
  record KnownTable(TableReading reading, List<SequenceRow> identities) {}

  /**
   * Creates an inspection.
   *
   * @param catalogue answers all else
   * @param all the tables and views of the schemas
   */
  PostgresInspection(
      PostgresCatalogue catalogue,
      ServerVersion version,
      PostgresScope scope,
      PostgresRelations all) {
    this.catalogue = catalogue;
    this.version = version;
    this.scope = scope;
    this.names = scope.names();
    this.all = all;
    this.relations =
        all.byNumber().values().stream()
            .filter(
                rows ->
                    !scope
                        .leftOut()
                        .contains(names.of(rows.relation().schema(), rows.relation().name())))
            .toList();
    this.known = relations.stream().map(rows -> rows.relation().oid()).collect(Collectors.toSet());
  }

  /** Reads what the rows do not tell, and returns all of it. */
  DatabaseSchema read() throws SQLException {
    return read(Map.of());
  }

  /**
   * Reads what the rows do not tell, and returns all of it.
   *
   * @param earlier tables of which the rows are as they were when they were read, by their numbers
   */
  DatabaseSchema read(Map<Long, KnownTable> earlier) throws SQLException {
    List<EnumRow> enums = catalogue.query(EnumRow.SQL, EnumRow::read);
    List<SequenceRow> sequences =
        catalogue.query(SequenceRow.SQL, SequenceRow::read, scope.numbers());
    readTables(earlier, enums, sequences);
    List<View> views =
        relations.stream().map(Rows::relation).filter(Relation::isView).map(this::view).toList();
    noteSchemas();
    noteRowSecurity();
    noteOwned(sequences);
    noteEmptyEnums(enums);
    others.addAll(new PostgresOtherObjects(catalogue, version, names).read(scope.numbers(), known));
    return new DatabaseSchema(
        tables.values().stream().map(table -> table.reading().table()).toList(),
        views,
        free(sequences),
        listed(enums),
        others);
  }

  /** Returns the tables that were read, by their numbers. */
  Map<Long, KnownTable> tables() {
    return tables;
  }

  private void readTables(
      Map<Long, KnownTable> earlier, List<EnumRow> enums, List<SequenceRow> sequences)
      throws SQLException {
    Map<Long, List<SequenceRow>> identities =
        sequences.stream()
            .filter(row -> row.ownership() == OF_IDENTITY)
            .collect(Collectors.groupingBy(SequenceRow::owner));
    List<Rows> unread = new ArrayList<>();
    for (Rows rows : relations) {
      long number = rows.relation().oid();
      KnownTable table = earlier.get(number);
      if (table != null && table.identities().equals(identities.getOrDefault(number, List.of()))) {
        tables.put(number, table);
      } else {
        unread.add(rows);
      }
    }
    PostgresTableReader reader =
        new PostgresTableReader(
            catalogue, scope, all, unread, columnReader(unread, enums, identities));
    for (Rows rows : unread) {
      long number = rows.relation().oid();
      if (rows.relation().isTable()) {
        tables.put(
            number, new KnownTable(reader.table(rows), identities.getOrDefault(number, List.of())));
      } else if (rows.relation().isView()) {
        others.addAll(reader.indexesOfView(rows));
      }
    }
    tables.values().forEach(table -> others.addAll(table.reading().notes()));
  }

  private PostgresColumnReader columnReader(
      List<Rows> read, List<EnumRow> enums, Map<Long, List<SequenceRow>> identities) {
    Map<Long, EnumType> enumTypes = new HashMap<>();
    enums.stream()
        .filter(row -> !row.values().isEmpty())
        .forEach(row -> enumTypes.put(row.oid(), enumType(row)));
    Map<Place, SequenceRow> sequences = new HashMap<>();
    Map<Place, QualifiedName> defaults = new HashMap<>();
    for (Rows rows : read) {
      for (SequenceRow row : identities.getOrDefault(rows.relation().oid(), List.of())) {
        sequences.put(new Place(row.owner(), row.ownerColumn()), row);
      }
      for (DefaultSequence row : rows.defaults()) {
        defaults.put(new Place(row.relation(), row.column()), names.of(row.schema(), row.name()));
      }
    }
    return new PostgresColumnReader(names, enumTypes, sequences, defaults);
  }

  private EnumType enumType(EnumRow row) {
    return new EnumType(
        names.of(row.schema(), row.name()), row.values(), Optional.of(row.comment()));
  }

  private List<EnumType> listed(List<EnumRow> enums) {
    return enums.stream()
        .filter(row -> isListed(row) && !row.values().isEmpty())
        .map(this::enumType)
        .toList();
  }

  private boolean isListed(EnumRow row) {
    return !row.member() && scope.schemas().stream().anyMatch(s -> s.name().equals(row.schema()));
  }

  private List<Sequence> free(List<SequenceRow> sequences) {
    return sequences.stream()
        .filter(row -> row.owner() == 0)
        .map(
            row ->
                new Sequence(
                    names.of(row.schema(), row.name()),
                    Optional.of(row.type())
                        .filter(type -> !type.equals(USUAL_SEQUENCE_TYPE))
                        .map(PostgresTypes::read),
                    PostgresColumnReader.options(row),
                    Optional.of(row.comment())))
        .toList();
  }

  private View view(Relation relation) {
    boolean materialized = relation.kind() == 'm';
    return new View(
        names.of(relation.schema(), relation.name()),
        materialized ? View.Kind.MATERIALIZED : View.Kind.PLAIN,
        List.of(),
        SqlExpression.of(withoutTerminator(relation.definition())),
        Optional.of(relation.comment()),
        new PostgresOptionReader()
            .with(PostgresOptions.ACCESS_METHOD, relation.accessMethod())
            .withParameters("", relation.parameters())
            .withParameters("toast.", relation.toastParameters())
            .with(PostgresOptions.TABLESPACE, relation.tablespace())
            .options());
  }

  private static String withoutTerminator(String query) {
    String text = query.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }

  // That a schema is there is seen where it has a name.
  private void noteSchemas() {
    for (Schema schema : scope.schemas()) {
      if (!schema.current()) {
        others.add(
            new OtherObject(
                "schema",
                new QualifiedName(Optional.empty(), names.identifier(schema.name())),
                ""));
      }
    }
  }

  private void noteRowSecurity() {
    for (Rows rows : relations) {
      Relation relation = rows.relation();
      if (!relation.rowSecurity().isEmpty()) {
        others.add(
            new OtherObject(
                "row level security",
                names.of(relation.schema(), relation.name()),
                relation.rowSecurity()));
      }
    }
  }

  // An identity says how its sequence counts; what a serial column has is a sequence like any
  // other.
  private void noteOwned(List<SequenceRow> sequences) {
    for (SequenceRow row : sequences) {
      if (row.owner() != 0 && row.ownership() != OF_IDENTITY && known.contains(row.owner())) {
        others.add(
            new OtherObject(
                "owned sequence",
                names.of(row.schema(), row.name()),
                "%s owned by %s, from %s by %s, between %s and %s, cache %s%s%s"
                    .formatted(
                        row.type(),
                        row.ownerName(),
                        row.start(),
                        row.increment(),
                        row.minimum(),
                        row.maximum(),
                        row.cache(),
                        row.cycle() ? ", cycle" : "",
                        row.comment().isEmpty() ? "" : ": " + row.comment())));
      }
    }
  }

  private void noteEmptyEnums(List<EnumRow> enums) {
    for (EnumRow row : enums) {
      if (row.values().isEmpty() && isListed(row)) {
        others.add(
            new OtherObject("enum type", names.of(row.schema(), row.name()), "without values"));
      }
    }
  }
}
