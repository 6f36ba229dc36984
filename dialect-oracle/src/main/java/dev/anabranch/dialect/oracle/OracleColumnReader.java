package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.oracle.OracleConstraintReader.ColumnCondition;
import dev.anabranch.dialect.oracle.OracleRow.Name;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Nullability;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The columns of some schemas by table or view, in their order; invisible ones have no place and
 * stand behind the others. Columns that were set unused are passed over.
 */
final class OracleColumnReader {

  private static final Pattern UNUSED = Pattern.compile("SYS_C\\d+_\\d{8}:\\d\\d:\\d\\d\\$");
  private static final String NO_COLLATION = "USING_NLS_COMP";

  private static final Comparator<OracleRow> ORDER =
      Comparator.comparing((OracleRow row) -> row.number("COLUMN_ID", Integer.MAX_VALUE))
          .thenComparing(row -> row.number("INTERNAL_COLUMN_ID", 0));

  /**
   * The columns of a table, and what is left of their conditions.
   *
   * @param columns the columns
   * @param checks the conditions of one column that neither are NOT NULL nor stand for a type
   */
  record Columns(List<Column> columns, List<CheckConstraint> checks) {}

  private record ColumnName(Name table, String column) {}

  private final OracleCatalogue catalogue;
  private final OracleDefaults defaults;
  private final Map<Name, List<OracleRow>> rows = new HashMap<>();
  private final Map<ColumnName, String> comments = new HashMap<>();
  private final Map<ColumnName, OracleRow> identities = new HashMap<>();

  OracleColumnReader(OracleCatalogue catalogue) throws SQLException {
    this.catalogue = catalogue;
    this.defaults = new OracleDefaults(catalogue.style(), catalogue.currentSchema());
    for (OracleRow row : catalogue.rows(OracleQuery.COLUMNS)) {
      boolean unused =
          row.is("HIDDEN_COLUMN", "YES") && UNUSED.matcher(row.text("COLUMN_NAME")).matches();
      if (!unused) {
        rows.computeIfAbsent(row.name("OWNER", "TABLE_NAME"), key -> new ArrayList<>()).add(row);
      }
    }
    rows.values().forEach(columns -> columns.sort(ORDER));
    for (OracleRow row : catalogue.rows(OracleQuery.COLUMN_COMMENTS)) {
      comments.put(nameOf(row), row.text("COMMENTS"));
    }
    for (OracleRow row : catalogue.rows(OracleQuery.IDENTITIES)) {
      identities.put(nameOf(row), row);
    }
  }

  private static ColumnName nameOf(OracleRow row) {
    return new ColumnName(row.name("OWNER", "TABLE_NAME"), row.text("COLUMN_NAME"));
  }

  /** Returns the sequences behind identities. */
  List<Name> sequences() {
    return identities.values().stream().map(row -> row.name("OWNER", "SEQUENCE_NAME")).toList();
  }

  /** Returns the names of the columns of a view. */
  List<Identifier> names(Name view) {
    return rows.getOrDefault(view, List.of()).stream()
        .map(row -> catalogue.name(row.text("COLUMN_NAME")))
        .toList();
  }

  /**
   * Returns the columns of a table.
   *
   * @param conditions the table's conditions of one column
   */
  Columns of(Name table, List<ColumnCondition> conditions) {
    List<Column> columns = new ArrayList<>();
    List<CheckConstraint> checks = new ArrayList<>();
    for (OracleRow row : rows.getOrDefault(table, List.of())) {
      DataType type = type(row).logical(catalogue.style());
      for (ColumnCondition condition : conditions) {
        if (condition.column().equals(row.text("COLUMN_NAME"))) {
          Optional<DataType> typed = typed(row, type, condition);
          type = typed.orElse(type);
          if (typed.isEmpty() && !isNotNull(row, condition)) {
            checks.add(condition.constraint());
          }
        }
      }
      columns.add(column(row, type));
    }
    return new Columns(columns, checks);
  }

  private static boolean isNotNull(OracleRow row, ColumnCondition condition) {
    return row.is("NULLABLE", "N")
        && condition.text().equals("\"" + condition.column() + "\" IS NOT NULL");
  }

  private Optional<DataType> typed(OracleRow row, DataType type, ColumnCondition condition) {
    if (condition.isNamed()) {
      return Optional.empty();
    }
    QualifiedName table = catalogue.name(row.name("OWNER", "TABLE_NAME"));
    Identifier column = catalogue.name(condition.column());
    QualifiedName enumType = table.sibling(Identifier.of(table.name() + "_" + column));
    return new OracleTypeConditions(condition.column()).read(type, condition.text(), enumType);
  }

  private static OracleColumnType type(OracleRow row) {
    boolean isText = row.find("CHAR_USED").isPresent();
    return new OracleColumnType(
        row.text("DATA_TYPE"),
        row.find("DATA_TYPE_OWNER"),
        row.number("DATA_PRECISION", -1),
        row.number("DATA_SCALE", OracleColumnType.NO_SCALE),
        row.number(isText ? "CHAR_LENGTH" : "DATA_LENGTH", 0),
        row.is("CHAR_USED", "C"));
  }

  private Column column(OracleRow row, DataType type) {
    ColumnName name = nameOf(row);
    return new Column(
        catalogue.name(name.column()),
        type,
        row.is("NULLABLE", "N") ? Nullability.NOT_NULL : Nullability.NULLABLE,
        value(row, type),
        Optional.ofNullable(comments.get(name)),
        row.find("COLLATION").filter(collation -> !collation.equals(NO_COLLATION)),
        options(row));
  }

  private ColumnValue value(OracleRow row, DataType type) {
    OracleRow identity = identities.get(nameOf(row));
    String text = row.text("DATA_DEFAULT");
    if (identity != null) {
      return new ColumnValue.Identity(
          identity.is("GENERATION_TYPE", "ALWAYS")
              ? ColumnValue.Generation.ALWAYS
              : ColumnValue.Generation.BY_DEFAULT,
          OracleSequenceReader.ofIdentity(identity.text("IDENTITY_OPTIONS")));
    } else if (row.is("VIRTUAL_COLUMN", "YES") && !text.isBlank()) {
      return new ColumnValue.Computed(SqlExpression.of(text.strip()), ColumnValue.Storage.VIRTUAL);
    }
    return defaults.read(text, type);
  }

  private static DialectOptions options(OracleRow row) {
    DialectOptions options = DialectOptions.none();
    if (row.is("HIDDEN_COLUMN", "YES")) {
      options = options.with(OracleDialectProvider.PRODUCT, OracleOptions.VISIBILITY, "invisible");
    }
    if (row.is("DEFAULT_ON_NULL", "YES")) {
      options = options.with(OracleDialectProvider.PRODUCT, OracleOptions.ON_NULL, "default");
    }
    return options;
  }
}
