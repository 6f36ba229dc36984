package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.h2.H2Catalogue.ObjectName;
import dev.anabranch.schema.DataType;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlStyle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Reads types as {@code INFORMATION_SCHEMA} describes them. What no portable type stands for is the
 * text that declares it.
 */
final class H2TypeReader {

  // org.h2.engine.Constants.MAX_STRING_LENGTH and MAX_ARRAY_CARDINALITY.
  private static final long LONGEST = 1_000_000_000;
  private static final long LARGEST_ARRAY = 65_536;

  /** Where a type is described: an object, what kind of object it is, and a place in it. */
  private record Place(ObjectName object, String kind, String identifier) {

    static Place of(ResultSet row, String identifier) throws SQLException {
      return new Place(
          H2Catalogue.object(row, "OBJECT_SCHEMA", "OBJECT_NAME"),
          row.getString("OBJECT_TYPE"),
          row.getString(identifier));
    }

    Place at(String other) {
      return new Place(object, kind, other);
    }
  }

  private final H2Catalogue catalogue;
  private final SqlStyle style;
  private final H2Types types = new H2Types(List.of(H2DialectProvider.PRODUCT));
  private final Map<Place, List<String>> enumValues = new HashMap<>();
  private final Map<Place, H2TypeFacts> elements = new HashMap<>();
  private final Map<Place, Map<String, H2TypeFacts>> fields = new HashMap<>();

  H2TypeReader(H2Catalogue catalogue, SqlStyle style) throws SQLException {
    this.catalogue = catalogue;
    this.style = style;
    // Types of a schema may be used in another one, so these are read whole.
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.ENUM_VALUES ORDER BY VALUE_ORDINAL",
        row ->
            enumValues
                .computeIfAbsent(Place.of(row, "ENUM_IDENTIFIER"), place -> new ArrayList<>())
                .add(row.getString("VALUE_NAME")));
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.ELEMENT_TYPES",
        row -> elements.put(Place.of(row, "COLLECTION_TYPE_IDENTIFIER"), H2TypeFacts.of(row)));
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.FIELDS ORDER BY ORDINAL_POSITION",
        row ->
            fields
                .computeIfAbsent(Place.of(row, "ROW_IDENTIFIER"), place -> new LinkedHashMap<>())
                .put(row.getString("FIELD_NAME"), H2TypeFacts.of(row)));
  }

  /** Returns the type of a column. */
  DataType ofColumn(ResultSet row, ObjectName table) throws SQLException {
    Place place = new Place(table, "TABLE", row.getString("DTD_IDENTIFIER"));
    Optional<String> domain = H2Catalogue.text(row, "DOMAIN_NAME");
    if (domain.isEmpty()) {
      return read(H2TypeFacts.of(row), place);
    }
    ObjectName name = new ObjectName(row.getString("DOMAIN_SCHEMA"), domain.get());
    return row.getString("DATA_TYPE").equals("ENUM")
        ? new DataType.Enumeration(catalogue.name(name), valuesOf(place))
        : new DataType.Native(style.quote(catalogue.name(name)));
  }

  /** Returns the type of a domain. */
  DataType ofDomain(ResultSet row, ObjectName domain) throws SQLException {
    return read(H2TypeFacts.of(row), new Place(domain, "DOMAIN", row.getString("DTD_IDENTIFIER")));
  }

  /** Returns the type of a sequence; empty for the usual one. */
  Optional<DataType> ofSequence(ResultSet row) throws SQLException {
    DataType type =
        read(
            H2TypeFacts.ofNumber(row),
            new Place(
                H2Catalogue.object(row, "SEQUENCE_SCHEMA", "SEQUENCE_NAME"), "SEQUENCE", "TYPE"));
    return type == DataType.Simple.BIGINT ? Optional.empty() : Optional.of(type);
  }

  /** Returns the values of a domain over an enumeration. */
  List<String> valuesOfDomain(ResultSet row, ObjectName domain) throws SQLException {
    return valuesOf(new Place(domain, "DOMAIN", row.getString("DTD_IDENTIFIER")));
  }

  private List<String> valuesOf(Place place) {
    return enumValues.getOrDefault(place, List.of());
  }

  private DataType read(H2TypeFacts facts, Place place) {
    return switch (facts.name()) {
      case "BOOLEAN" -> DataType.Simple.BOOLEAN;
      case "SMALLINT" -> DataType.Simple.SMALLINT;
      case "INTEGER" -> DataType.Simple.INTEGER;
      case "BIGINT" -> DataType.Simple.BIGINT;
      case "REAL" -> DataType.Simple.REAL;
      case "DOUBLE PRECISION" -> DataType.Simple.DOUBLE;
      case "DATE" -> DataType.Simple.DATE;
      case "UUID" -> DataType.Simple.UUID;
      case "NUMERIC" -> numeric(facts);
      case "TIME" -> new DataType.Time(facts.number("DATETIME_PRECISION"));
      case "TIMESTAMP" -> new DataType.Timestamp(facts.number("DATETIME_PRECISION"));
      case "TIMESTAMP WITH TIME ZONE" ->
          new DataType.TimestampWithTimeZone(facts.number("DATETIME_PRECISION"));
      case "TIME WITH TIME ZONE" ->
          new DataType.Native("TIME(" + facts.number("DATETIME_PRECISION") + ") WITH TIME ZONE");
      case "INTERVAL" -> interval(facts);
      case "ENUM" -> new DataType.Native("ENUM(" + literals(valuesOf(place)) + ")");
      case "ARRAY" -> array(facts, place);
      case "ROW" -> row(place);
      default -> sized(facts);
    };
  }

  private static DataType numeric(H2TypeFacts facts) {
    Optional<Long> declared = facts.find("DECLARED_NUMERIC_PRECISION");
    if (declared.isEmpty()) {
      return new DataType.Native("NUMERIC");
    }
    int precision = facts.number("NUMERIC_PRECISION");
    int scale = facts.number("NUMERIC_SCALE");
    return scale < 0 || scale > precision
        ? new DataType.Native("NUMERIC(" + precision + ", " + scale + ")")
        : new DataType.Numeric(precision, scale);
  }

  private static DataType interval(H2TypeFacts facts) {
    String kind = facts.text("INTERVAL_TYPE");
    int digits = facts.number("INTERVAL_PRECISION");
    int fraction = facts.number("DATETIME_PRECISION");
    if (digits == H2Types.INTERVAL_DIGITS) {
      if (kind.equals("YEAR TO MONTH")) {
        return DataType.Interval.YEAR_TO_MONTH;
      } else if (kind.equals("DAY TO SECOND") && fraction == H2Types.INTERVAL_FRACTION) {
        return DataType.Interval.DAY_TO_SECOND;
      }
    }
    return new DataType.Native("INTERVAL " + kind(kind, digits, fraction));
  }

  // SECOND alone takes both numbers.
  private static String kind(String kind, int digits, int fraction) {
    if (kind.equals("SECOND")) {
      return "SECOND(" + digits + ", " + fraction + ")";
    }
    int end = kind.indexOf(' ');
    String first = end < 0 ? kind : kind.substring(0, end);
    String rest = end < 0 ? "" : kind.substring(end);
    return first
        + "("
        + digits
        + ")"
        + rest
        + (rest.endsWith("SECOND") ? "(" + fraction + ")" : "");
  }

  private DataType array(H2TypeFacts facts, Place place) {
    H2TypeFacts element = elements.get(place);
    if (element == null) {
      return new DataType.Native("ARRAY");
    }
    DataType type = read(element, place.at(element.text("DTD_IDENTIFIER")));
    long cardinality = facts.find("MAXIMUM_CARDINALITY").orElse(LARGEST_ARRAY);
    if (cardinality == LARGEST_ARRAY && !isArray(type)) {
      return new DataType.Array(type);
    }
    return new DataType.Native(
        text(type) + " ARRAY" + (cardinality == LARGEST_ARRAY ? "" : "[" + cardinality + "]"));
  }

  private static boolean isArray(DataType type) {
    return type instanceof DataType.Array
        || (type instanceof DataType.Native own && own.text().contains(" ARRAY"));
  }

  private DataType row(Place place) {
    StringJoiner joiner = new StringJoiner(", ", "ROW(", ")");
    fields
        .getOrDefault(place, Map.of())
        .forEach(
            (name, facts) ->
                joiner.add(
                    style.quoting().quote(name)
                        + " "
                        + text(read(facts, place.at(facts.text("DTD_IDENTIFIER"))))));
    return new DataType.Native(joiner.toString());
  }

  // H2 tells a length also where none was declared: the longest there is.
  private static DataType sized(H2TypeFacts facts) {
    long length = facts.find("CHARACTER_MAXIMUM_LENGTH").orElse(0L);
    boolean longest = length >= LONGEST;
    return switch (facts.name() + (longest ? " OF ANY LENGTH" : "")) {
      case "CHARACTER VARYING OF ANY LENGTH" -> DataType.Simple.TEXT;
      case "CHARACTER VARYING" -> new DataType.Varchar((int) length);
      case "CHARACTER" -> new DataType.Char((int) length);
      case "BINARY" -> new DataType.Binary((int) length);
      case "BINARY VARYING" -> new DataType.Varbinary((int) length);
      case "BINARY LARGE OBJECT OF ANY LENGTH" -> DataType.Simple.BLOB;
      case "JSON OF ANY LENGTH" -> DataType.Simple.JSON;
      case "DECFLOAT" ->
          new DataType.Native(
              "DECFLOAT"
                  + facts
                      .find("DECLARED_NUMERIC_PRECISION")
                      .map(digits -> "(" + digits + ")")
                      .orElse(""));
      case "GEOMETRY" -> geometry(facts);
      default ->
          new DataType.Native(facts.name() + (longest || length == 0 ? "" : "(" + length + ")"));
    };
  }

  private static DataType geometry(H2TypeFacts facts) {
    StringJoiner parts = new StringJoiner(", ", "GEOMETRY(", ")").setEmptyValue("GEOMETRY");
    Optional<Long> place = facts.find("GEOMETRY_SRID");
    String kind = facts.text("GEOMETRY_TYPE");
    if (!kind.isEmpty() || place.isPresent()) {
      parts.add(kind.isEmpty() ? "GEOMETRY" : kind);
    }
    place.ifPresent(srid -> parts.add(srid.toString()));
    return new DataType.Native(parts.toString());
  }

  private String literals(List<String> values) {
    return style.writer().literals(values.stream().map(SqlLiteral::text).toList()).toSql();
  }

  /** Returns a type as H2 declares it. */
  String text(DataType type) {
    var writer = style.writer();
    types.write(writer, type);
    return writer.toSql();
  }
}
