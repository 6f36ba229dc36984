package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.oracle.OracleRow.Name;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The constraints of some schemas by table, sorted by kind and name.
 *
 * <p>NOT NULL is a condition as well, and some conditions stand for types: {@link #conditions}
 * holds those apart that have one column and may be either. A disabled constraint is no rule that
 * every row keeps, and so an {@link OtherObject}.
 */
final class OracleConstraintReader {

  private static final Comparator<TableConstraint> ORDER =
      Comparator.comparing(TableConstraint::kind)
          .thenComparing(constraint -> constraint.name().map(Identifier::value).orElse(""))
          .thenComparing(SchemaWords::of);

  /** The columns of a table under a key, in order. */
  private record Key(Name table, Map<Integer, String> columns) {

    List<String> names() {
      return columns.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(Map.Entry::getValue)
          .toList();
    }
  }

  /**
   * A condition of one column.
   *
   * @param column the column
   * @param text the condition
   * @param isNamed whether somebody gave it a name
   * @param constraint the constraint that it is, if it is neither NOT NULL nor a type's
   */
  record ColumnCondition(String column, String text, boolean isNamed, CheckConstraint constraint) {}

  private final OracleCatalogue catalogue;
  private final Map<Name, Key> keys = new HashMap<>();
  private final Map<Name, Key> referred = new HashMap<>();
  private final Map<Name, List<TableConstraint>> byTable = new HashMap<>();
  private final Map<Name, List<ColumnCondition>> conditions = new HashMap<>();
  private final Map<Name, List<String>> indexes = new LinkedHashMap<>();
  private final List<OtherObject> disabled = new ArrayList<>();

  OracleConstraintReader(OracleCatalogue catalogue) throws SQLException {
    this.catalogue = catalogue;
    catalogue.rows(OracleQuery.CONSTRAINT_COLUMNS).forEach(row -> add(keys, row));
    catalogue.rows(OracleQuery.REFERRED_COLUMNS).forEach(row -> add(referred, row));
    for (OracleRow row : catalogue.rows(OracleQuery.CONSTRAINTS)) {
      constraint(row);
    }
  }

  private static void add(Map<Name, Key> keys, OracleRow row) {
    Key fresh = new Key(row.name("OWNER", "TABLE_NAME"), new HashMap<>());
    Key key = keys.computeIfAbsent(row.name("OWNER", "CONSTRAINT_NAME"), name -> fresh);
    key.columns().put(row.number("POSITION", key.columns().size() + 1), row.text("COLUMN_NAME"));
  }

  /**
   * Returns the constraints of a table.
   *
   * @param more the conditions of one column that are neither NOT NULL nor a type's
   */
  List<TableConstraint> of(Name table, List<CheckConstraint> more) {
    List<TableConstraint> all = new ArrayList<>(byTable.getOrDefault(table, List.of()));
    all.addAll(more);
    all.sort(ORDER);
    return all;
  }

  /** Returns the conditions of a table that have one column. */
  List<ColumnCondition> conditions(Name table) {
    return conditions.getOrDefault(table, List.of());
  }

  /** Returns the columns of the keys that an index enforces; empty for none. */
  Optional<List<String>> enforcedBy(Name index) {
    return Optional.ofNullable(indexes.get(index));
  }

  /** Returns the constraints that nothing enforces. */
  List<OtherObject> disabled() {
    return disabled;
  }

  private void constraint(OracleRow row) throws SQLException {
    Name table = row.name("OWNER", "TABLE_NAME");
    Name name = row.name("OWNER", "CONSTRAINT_NAME");
    if (catalogue.isLeftOut(table)) {
      return;
    }
    boolean isNamed = row.is("GENERATED", "USER NAME");
    Optional<Identifier> shown =
        isNamed ? Optional.of(catalogue.name(name.name())) : Optional.empty();
    List<String> columns = keys.containsKey(name) ? keys.get(name).names() : List.of();
    if (row.is("CONSTRAINT_TYPE", "C")) {
      condition(row, table, shown, columns);
      return;
    }
    TableConstraint constraint = key(row, shown, columns);
    if (!isEnforced(row, table, constraint)) {
      return;
    }
    byTable.computeIfAbsent(table, key -> new ArrayList<>()).add(constraint);
    row.find("INDEX_NAME")
        .ifPresent(
            index ->
                indexes.put(
                    new Name(row.find("INDEX_OWNER").orElse(table.schema()), index), columns));
  }

  private boolean isEnforced(OracleRow row, Name table, TableConstraint constraint) {
    if (row.is("STATUS", "DISABLED")) {
      disabled.add(
          new OtherObject(
              "disabled constraint",
              catalogue.name(table, row.text("CONSTRAINT_NAME")),
              SchemaWords.of(constraint)));
      return false;
    }
    return true;
  }

  private void condition(
      OracleRow row, Name table, Optional<Identifier> shown, List<String> columns) {
    String text = row.text("SEARCH_CONDITION").strip();
    if (text.isEmpty()) {
      return;
    }
    CheckConstraint constraint = new CheckConstraint(shown, SqlExpression.of(text));
    if (!isEnforced(row, table, constraint)) {
      return;
    }
    if (columns.size() == 1) {
      conditions
          .computeIfAbsent(table, key -> new ArrayList<>())
          .add(new ColumnCondition(columns.get(0), text, shown.isPresent(), constraint));
    } else {
      byTable.computeIfAbsent(table, key -> new ArrayList<>()).add(constraint);
    }
  }

  private TableConstraint key(OracleRow row, Optional<Identifier> shown, List<String> columns)
      throws SQLException {
    List<Identifier> names = catalogue.names(columns);
    return switch (row.text("CONSTRAINT_TYPE")) {
      case "P" -> new PrimaryKey(shown, names, deferrability(row));
      case "R" -> foreignKey(row, shown, names);
      default ->
          new UniqueConstraint(shown, names, UniqueConstraint.Nulls.DISTINCT, deferrability(row));
    };
  }

  private ForeignKey foreignKey(OracleRow row, Optional<Identifier> shown, List<Identifier> columns)
      throws SQLException {
    Name name = row.name("R_OWNER", "R_CONSTRAINT_NAME");
    Key key = referred.get(name);
    if (key == null) {
      throw new SQLException(
          "The dictionary does not tell what the foreign key "
              + row.text("CONSTRAINT_NAME")
              + " refers to: the table of the key "
              + name.schema()
              + "."
              + name.name()
              + " is not visible.");
    }
    return new ForeignKey(
        shown,
        columns,
        catalogue.name(key.table()),
        catalogue.names(key.names()),
        new ForeignKey.Rules(
            ReferentialAction.valueOf(
                row.find("DELETE_RULE").orElse("NO ACTION").replace(' ', '_')),
            ReferentialAction.NO_ACTION,
            ForeignKey.Match.SIMPLE,
            deferrability(row)));
  }

  private static Deferrability deferrability(OracleRow row) {
    if (!row.is("DEFERRABLE", "DEFERRABLE")) {
      return Deferrability.NOT_DEFERRABLE;
    }
    return row.is("DEFERRED", "DEFERRED")
        ? Deferrability.INITIALLY_DEFERRED
        : Deferrability.DEFERRABLE;
  }
}
