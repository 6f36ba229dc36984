package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.postgres.PostgresCatalogue.Parameter;
import dev.anabranch.dialect.postgres.PostgresColumnReader.Place;
import dev.anabranch.dialect.postgres.PostgresRows.DefaultSequence;
import dev.anabranch.dialect.postgres.PostgresRows.EnumRow;
import dev.anabranch.dialect.postgres.PostgresRows.Relation;
import dev.anabranch.dialect.postgres.PostgresRows.Schema;
import dev.anabranch.dialect.postgres.PostgresRows.SequenceRow;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.View;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final List<Schema> schemas;
  private final Parameter scope;
  private final PostgresNames names;
  private final List<Relation> relations;
  private final Set<Long> known;
  private final List<OtherObject> others = new ArrayList<>();

  PostgresInspection(
      PostgresCatalogue catalogue,
      ServerVersion version,
      List<Schema> schemas,
      Parameter scope,
      PostgresNames names,
      List<Relation> relations) {
    this.catalogue = catalogue;
    this.version = version;
    this.schemas = schemas;
    this.scope = scope;
    this.names = names;
    this.relations = relations;
    this.known = relations.stream().map(Relation::oid).collect(Collectors.toSet());
  }

  DatabaseSchema read() throws SQLException {
    List<EnumRow> enums = catalogue.query(EnumRow.SQL, EnumRow::read);
    List<SequenceRow> sequences = catalogue.query(SequenceRow.SQL, SequenceRow::read, scope);
    PostgresTableReader reader =
        new PostgresTableReader(catalogue, version, scope, names, columnReader(enums, sequences));
    List<Table> tables = relations.stream().filter(Relation::isTable).map(reader::table).toList();
    relations.stream().filter(Relation::isView).forEach(reader::indexesOfView);
    List<View> views = relations.stream().filter(Relation::isView).map(this::view).toList();
    others.addAll(reader.others());
    noteSchemas();
    noteRowSecurity();
    noteOwned(sequences);
    noteEmptyEnums(enums);
    others.addAll(new PostgresOtherObjects(catalogue, version, names).read(scope, known));
    return new DatabaseSchema(tables, views, free(sequences), listed(enums), others);
  }

  private PostgresColumnReader columnReader(List<EnumRow> enums, List<SequenceRow> sequences)
      throws SQLException {
    Map<Long, EnumType> enumTypes = new HashMap<>();
    enums.stream()
        .filter(row -> !row.values().isEmpty())
        .forEach(row -> enumTypes.put(row.oid(), enumType(row)));
    Map<Place, SequenceRow> identities = new HashMap<>();
    sequences.stream()
        .filter(row -> row.ownership() == OF_IDENTITY)
        .forEach(row -> identities.put(new Place(row.owner(), row.ownerColumn()), row));
    Map<Place, QualifiedName> defaults = new HashMap<>();
    catalogue
        .query(DefaultSequence.SQL, DefaultSequence::read, scope)
        .forEach(
            row ->
                defaults.put(
                    new Place(row.relation(), row.column()), names.of(row.schema(), row.name())));
    return new PostgresColumnReader(names, enumTypes, identities, defaults);
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
    return !row.member() && schemas.stream().anyMatch(s -> s.name().equals(row.schema()));
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
    for (Schema schema : schemas) {
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
    for (Relation relation : relations) {
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
