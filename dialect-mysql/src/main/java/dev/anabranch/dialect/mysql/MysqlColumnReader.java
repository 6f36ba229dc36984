package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.mysql.MysqlScope.ObjectName;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Nullability;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the columns of tables and views. For one reading and one thread. */
final class MysqlColumnReader {

  private static final String COLUMNS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, COLUMN_DEFAULT, IS_NULLABLE,
        DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, DATETIME_PRECISION,
        COLLATION_NAME, COLUMN_TYPE, EXTRA, COLUMN_COMMENT, GENERATION_EXPRESSION%s
      FROM information_schema.COLUMNS WHERE TABLE_SCHEMA IN (?)
      """;

  private static final String MYSQL_COLUMNS = COLUMNS.replace("%s", ", SRS_ID");
  private static final String MARIADB_COLUMNS = COLUMNS.replace("%s", "");

  private static final String GEOMETRIES =
      """
      SELECT G_TABLE_SCHEMA AS TABLE_SCHEMA, G_TABLE_NAME AS TABLE_NAME,
        G_GEOMETRY_COLUMN AS COLUMN_NAME, SRID
      FROM information_schema.GEOMETRY_COLUMNS WHERE G_TABLE_SCHEMA IN (?) AND SRID <> 0
      """;

  /** A column of a table. */
  private record ColumnName(ObjectName table, String column) {}

  private final MysqlScope scope;
  private final MysqlTypeReader types;
  private final MysqlValueReader values;
  private final MysqlExactDefaults exact = new MysqlExactDefaults();
  private final Map<ObjectName, List<MysqlRow>> rows = new HashMap<>();
  private final Map<ColumnName, String> systems = new HashMap<>();
  private final Set<ColumnName> json = new HashSet<>();

  MysqlColumnReader(MysqlScope scope) {
    this.scope = scope;
    this.types = new MysqlTypeReader(scope.features());
    this.values = new MysqlValueReader(scope.features(), scope.current());
  }

  /**
   * Reads the rows of all columns.
   *
   * @param tables the tables that have defaults of their own
   */
  void read(Set<ObjectName> tables) throws SQLException {
    boolean ref = scope.features().has(MysqlFeature.REF_SYSTEM_ID);
    scope.each(
        ref ? MARIADB_COLUMNS : MYSQL_COLUMNS,
        row -> rows.computeIfAbsent(row.table(), key -> new ArrayList<>()).add(row));
    rows.values()
        .forEach(list -> list.sort(Comparator.comparingInt(row -> row.number("ORDINAL_POSITION"))));
    if (ref) {
      scope.each(
          GEOMETRIES,
          row ->
              systems.put(new ColumnName(row.table(), row.text("COLUMN_NAME")), row.text("SRID")));
    }
    for (ObjectName table : tables) {
      for (MysqlRow row : rows.getOrDefault(table, List.of())) {
        values.constant(row).ifPresent(shown -> exact.note(table, row, shown));
      }
    }
    exact.ask(scope);
  }

  /** Notes that a check says of a column that it holds JSON. */
  void noteJson(ObjectName table, String column) {
    json.add(new ColumnName(table, column));
  }

  /** Returns the names of the columns of a table or view, in order. */
  List<String> names(ObjectName table) {
    return rows.getOrDefault(table, List.of()).stream()
        .map(row -> row.text("COLUMN_NAME"))
        .toList();
  }

  /**
   * Returns the columns of a table, in order.
   *
   * @param collation the collation of columns that say none
   */
  List<Column> columns(ObjectName table, Optional<String> collation) {
    return rows.getOrDefault(table, List.of()).stream()
        .map(row -> column(table, row, collation))
        .toList();
  }

  private Column column(ObjectName table, MysqlRow row, Optional<String> collation) {
    QualifiedName owner = scope.name(table);
    ColumnName name = new ColumnName(table, row.text("COLUMN_NAME"));
    DataType type = type(name, types.read(row, owner, json.contains(name)), row);
    return new Column(
        Identifier.of(name.column()),
        type,
        row.is("IS_NULLABLE", "YES") ? Nullability.NULLABLE : Nullability.NOT_NULL,
        values.read(row, type, exact.of(table, name.column())),
        row.value("COLUMN_COMMENT"),
        hasOwnCharacters(type)
            ? Optional.empty()
            : row.value("COLLATION_NAME").filter(each -> !collation.equals(Optional.of(each))),
        options(row));
  }

  private DataType type(ColumnName name, DataType type, MysqlRow row) {
    String system = systems.get(name);
    if (system != null) {
      return new DataType.Native(row.text("COLUMN_TYPE") + " ref_system_id=" + system);
    }
    return row.value("SRS_ID")
        .<DataType>map(id -> new DataType.Native(row.text("COLUMN_TYPE") + " srid " + id))
        .orElse(type);
  }

  private static boolean hasOwnCharacters(DataType type) {
    return type == DataType.Simple.JSON || type == DataType.Simple.UUID;
  }

  private static DialectOptions options(MysqlRow row) {
    String extra = row.text("EXTRA").toLowerCase(Locale.ROOT);
    Map<MysqlOption, String> options = new EnumMap<>(MysqlOption.class);
    if (extra.contains("on update")) {
      options.put(MysqlOption.ON_UPDATE, "current_timestamp");
    }
    if (extra.contains("invisible")) {
      options.put(MysqlOption.VISIBILITY, "invisible");
    }
    if (extra.contains("without system versioning")) {
      options.put(MysqlOption.COLUMN_SYSTEM_VERSIONING, "false");
    }
    return MysqlScope.options(options);
  }
}
