package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.oracle.OracleRow.Name;
import dev.anabranch.schema.OtherObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How tables are parted: by which columns, and where. Parts that an interval made as rows came are
 * no part of the schema, and names of the server's own are left away.
 */
final class OracleTableParts {

  private static final String GENERATED_PART = "SYS_P";
  private static final String NONE = "NONE";

  private final OracleCatalogue catalogue;
  private final Map<Name, Map<Integer, String>> keys;
  private final Map<Name, Map<Integer, String>> subkeys;
  private final Map<Name, Map<Integer, String>> parts = new HashMap<>();

  private OracleTableParts(OracleCatalogue catalogue) throws SQLException {
    this.catalogue = catalogue;
    this.keys = columns(catalogue, OracleQuery.PARTITION_KEYS);
    this.subkeys = columns(catalogue, OracleQuery.SUBPARTITION_KEYS);
    for (OracleRow row : catalogue.rows(OracleQuery.PARTITIONS)) {
      String name = row.text("PARTITION_NAME");
      String shown = name.startsWith(GENERATED_PART) ? "" : " " + name;
      parts
          .computeIfAbsent(row.name("TABLE_OWNER", "TABLE_NAME"), table -> new TreeMap<>())
          .put(
              row.number("PARTITION_POSITION", 0),
              "PARTITION"
                  + shown
                  + row.find("HIGH_VALUE").map(value -> " (" + value + ")").orElse(""));
    }
  }

  static List<OtherObject> read(OracleCatalogue catalogue) throws SQLException {
    OracleTableParts all = new OracleTableParts(catalogue);
    List<OtherObject> found = new ArrayList<>();
    for (OracleRow row : catalogue.rows(OracleQuery.PARTITIONED_TABLES)) {
      Name table = row.name("OWNER", "TABLE_NAME");
      if (!catalogue.isLeftOut(table)) {
        found.add(
            new OtherObject("partitioning", catalogue.name(table), all.definition(row, table)));
      }
    }
    return found;
  }

  private static Map<Name, Map<Integer, String>> columns(
      OracleCatalogue catalogue, OracleQuery query) throws SQLException {
    Map<Name, Map<Integer, String>> columns = new HashMap<>();
    for (OracleRow row : catalogue.rows(query)) {
      columns
          .computeIfAbsent(row.name("OWNER", "NAME"), table -> new TreeMap<>())
          .put(row.number("COLUMN_POSITION", 0), row.text("COLUMN_NAME"));
    }
    return columns;
  }

  private String definition(OracleRow row, Name table) {
    StringBuilder text = new StringBuilder("BY ").append(row.text("PARTITIONING_TYPE"));
    text.append(list(keys, table));
    row.find("INTERVAL").ifPresent(step -> text.append(" INTERVAL (").append(step).append(')'));
    if (!row.find("SUBPARTITIONING_TYPE").orElse(NONE).equals(NONE)) {
      text.append(" SUBPARTITION BY ").append(row.text("SUBPARTITIONING_TYPE"));
      text.append(list(subkeys, table));
    }
    for (String part : parts.getOrDefault(table, Map.of()).values()) {
      text.append('\n').append(part);
    }
    return text.toString();
  }

  private String list(Map<Name, Map<Integer, String>> columns, Name table) {
    return columns.getOrDefault(table, Map.of()).values().stream()
        .map(column -> catalogue.name(column).value())
        .collect(Collectors.joining(", ", " (", ")"));
  }
}
