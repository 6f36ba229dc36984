package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.dialect.SequencePosition;
import dev.anabranch.dialect.SequencePosition.Course;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.h2.H2Catalogue.ObjectName;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.View;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlStyle;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a database from {@code INFORMATION_SCHEMA} (H2 documentation, "Information Schema"), each
 * of its tables once.
 *
 * <p>A materialized view is an {@link OtherObject}, since the catalogue does not tell its query;
 * before 2.5 the catalogue cannot be read at all while there is one. Tables that a session has for
 * itself are passed over.
 */
final class H2Inspector implements SchemaInspector {

  private final ServerVersion version;
  private final SqlStyle style;

  H2Inspector(ServerVersion version, SqlStyle style) {
    this.version = version;
    this.style = style;
  }

  @Override
  public DatabaseSchema inspect(Connection connection, InspectionRequest request)
      throws SQLException {
    H2Catalogue catalogue = new H2Catalogue(connection, style.folding(), request);
    H2TypeReader types = new H2TypeReader(catalogue, style);
    Map<ObjectName, List<Column>> columns = columns(catalogue, types);
    H2Relations relations = H2Relations.read(catalogue);
    H2Indexes indexes = new H2Indexes(catalogue);
    H2Constraints constraints = new H2Constraints(catalogue, version, indexes);
    List<Table> tables = new ArrayList<>();
    List<View> views = new ArrayList<>();
    List<OtherObject> others = new ArrayList<>(H2Others.read(catalogue, types));
    for (H2Relations.Relation relation : relations.all()) {
      ObjectName name = relation.name();
      List<Column> own = columns.getOrDefault(name, List.of());
      switch (relation.kind()) {
        case TABLE ->
            tables.add(
                new Table(
                    catalogue.name(name),
                    own,
                    constraints.of(name),
                    indexes.of(name),
                    relation.comment(),
                    DialectOptions.none()));
        case VIEW -> views.add(view(catalogue, relation, own));
        case OTHER ->
            others.add(
                new OtherObject(relation.words(), catalogue.name(name), described(types, own)));
      }
    }
    return new DatabaseSchema(
        tables, views, sequences(catalogue, types), enumTypes(catalogue, types), others);
  }

  @Override
  public List<SequencePosition> sequencePositions(Connection connection, InspectionRequest request)
      throws SQLException {
    H2Catalogue catalogue = new H2Catalogue(connection, style.folding(), request);
    List<SequencePosition> positions = new ArrayList<>();
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = ANY(?)",
        row ->
            positions.add(
                new SequencePosition(
                    catalogue.name(H2Catalogue.object(row, "SEQUENCE_SCHEMA", "SEQUENCE_NAME")),
                    Optional.empty(),
                    BigInteger.valueOf(row.getLong("BASE_VALUE")),
                    Course.of(BigInteger.valueOf(row.getLong("INCREMENT"))))));
    catalogue.each(
        """
        SELECT * FROM INFORMATION_SCHEMA.COLUMNS
        WHERE TABLE_SCHEMA = ANY(?) AND IS_IDENTITY = 'YES'
        """,
        row -> {
          ObjectName table = H2Catalogue.object(row, "TABLE_SCHEMA", "TABLE_NAME");
          if (!catalogue.isLeftOut(table)) {
            positions.add(
                new SequencePosition(
                    catalogue.name(table),
                    Optional.of(catalogue.name(row.getString("COLUMN_NAME"))),
                    BigInteger.valueOf(row.getLong("IDENTITY_BASE")),
                    Course.of(BigInteger.valueOf(row.getLong("IDENTITY_INCREMENT")))));
          }
        });
    return SequencePosition.sorted(positions);
  }

  private static View view(
      H2Catalogue catalogue, H2Relations.Relation relation, List<Column> columns) {
    return new View(
        catalogue.name(relation.name()),
        View.Kind.PLAIN,
        columns.stream().map(Column::name).toList(),
        SqlExpression.of(relation.query()),
        relation.comment(),
        DialectOptions.none());
  }

  private static String described(H2TypeReader types, List<Column> columns) {
    List<String> parts = new ArrayList<>();
    columns.forEach(column -> parts.add(column.name() + " " + types.text(column.type())));
    return String.join(", ", parts);
  }

  private static Map<ObjectName, List<Column>> columns(H2Catalogue catalogue, H2TypeReader types)
      throws SQLException {
    Map<ObjectName, List<Column>> columns = new LinkedHashMap<>();
    H2ColumnReader reader = new H2ColumnReader(catalogue, types);
    catalogue.each(
        """
        SELECT * FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ANY(?)
        ORDER BY ORDINAL_POSITION
        """,
        row -> {
          ObjectName table = H2Catalogue.object(row, "TABLE_SCHEMA", "TABLE_NAME");
          columns.computeIfAbsent(table, key -> new ArrayList<>()).add(reader.read(row, table));
        });
    return columns;
  }

  private static List<Sequence> sequences(H2Catalogue catalogue, H2TypeReader types)
      throws SQLException {
    List<Sequence> sequences = new ArrayList<>();
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = ANY(?)",
        row ->
            sequences.add(
                new Sequence(
                    catalogue.name(H2Catalogue.object(row, "SEQUENCE_SCHEMA", "SEQUENCE_NAME")),
                    types.ofSequence(row),
                    H2SequenceReader.ofSequence(row),
                    H2Catalogue.text(row, "REMARKS"))));
    return sequences;
  }

  private static List<EnumType> enumTypes(H2Catalogue catalogue, H2TypeReader types)
      throws SQLException {
    List<EnumType> found = new ArrayList<>();
    catalogue.each(
        """
        SELECT * FROM INFORMATION_SCHEMA.DOMAINS
        WHERE DOMAIN_SCHEMA = ANY(?) AND DATA_TYPE = 'ENUM'
        """,
        row -> {
          ObjectName name = H2Catalogue.object(row, "DOMAIN_SCHEMA", "DOMAIN_NAME");
          found.add(
              new EnumType(
                  catalogue.name(name),
                  types.valuesOfDomain(row, name),
                  H2Catalogue.text(row, "REMARKS")));
        });
    return found;
  }
}
