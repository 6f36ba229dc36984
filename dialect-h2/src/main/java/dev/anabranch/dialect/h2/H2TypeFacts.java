package dev.anabranch.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the catalogue tells of one type, alike for columns, domains, elements and fields.
 *
 * @param values by the catalogue's column; what is null is absent
 */
record H2TypeFacts(Map<String, String> values) {

  private static final List<String> NUMBERS =
      List.of("DATA_TYPE", "NUMERIC_PRECISION", "NUMERIC_SCALE", "DECLARED_NUMERIC_PRECISION");

  private static final List<String> OTHERS =
      List.of(
          "CHARACTER_MAXIMUM_LENGTH",
          "DATETIME_PRECISION",
          "INTERVAL_TYPE",
          "INTERVAL_PRECISION",
          "MAXIMUM_CARDINALITY",
          "DTD_IDENTIFIER",
          "GEOMETRY_TYPE",
          "GEOMETRY_SRID");

  static H2TypeFacts of(ResultSet row) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    put(values, row, NUMBERS);
    put(values, row, OTHERS);
    return new H2TypeFacts(values);
  }

  /** Reads a row that describes the type of a sequence, which is a number's. */
  static H2TypeFacts ofNumber(ResultSet row) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    put(values, row, NUMBERS);
    return new H2TypeFacts(values);
  }

  private static void put(Map<String, String> values, ResultSet row, List<String> columns)
      throws SQLException {
    for (String column : columns) {
      String value = row.getString(column);
      if (value != null) {
        values.put(column, value);
      }
    }
  }

  /** Returns the type's name without anything else. */
  String name() {
    return text("DATA_TYPE");
  }

  /** Returns a text; empty where the catalogue says nothing. */
  String text(String column) {
    return values.getOrDefault(column, "");
  }

  /** Returns a number that may be absent. */
  Optional<Long> find(String column) {
    return Optional.ofNullable(values.get(column)).map(Long::valueOf);
  }

  /** Returns a number; zero where the catalogue says nothing. */
  int number(String column) {
    return find(column).orElse(0L).intValue();
  }
}
