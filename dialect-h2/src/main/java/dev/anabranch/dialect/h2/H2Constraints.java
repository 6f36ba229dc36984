package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.h2.H2Catalogue.ObjectName;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The constraints of some schemas by table, sorted by kind and name. */
final class H2Constraints {

  /**
   * The columns of a table under a key, in order, and for a foreign key which column of the key
   * that it refers to each of them stands for.
   */
  private record Key(ObjectName table, List<String> columns, List<Integer> positions) {

    Key withColumns(List<String> others) {
      return new Key(table, others, positions);
    }
  }

  /** What a foreign key refers to. */
  private record Reference(ObjectName key, ForeignKey.Rules rules) {}

  private static final Comparator<TableConstraint> ORDER =
      Comparator.comparing(TableConstraint::kind)
          .thenComparing(constraint -> constraint.name().map(Identifier::value).orElse(""));

  private final H2Catalogue catalogue;
  private final ServerVersion version;
  private final Map<ObjectName, Key> keys = new HashMap<>();
  private final Map<ObjectName, String> conditions = new HashMap<>();
  private final Map<ObjectName, Reference> references = new HashMap<>();
  private final Map<ObjectName, List<TableConstraint>> byTable = new HashMap<>();

  H2Constraints(H2Catalogue catalogue, ServerVersion version, H2Indexes indexes)
      throws SQLException {
    this.catalogue = catalogue;
    this.version = version;
    // A foreign key may refer to a key of another schema, so all of them are read.
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE ORDER BY ORDINAL_POSITION",
        this::keyColumn);
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ANY(?)",
        row -> conditions.put(nameOf(row), row.getString("CHECK_CLAUSE")));
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ANY(?)",
        row -> references.put(nameOf(row), reference(row)));
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE INDEX_NAME IS NOT NULL",
        row -> {
          List<String> sorted = indexes.columns(H2Indexes.nameOf(row));
          keys.computeIfPresent(
              nameOf(row), (name, key) -> key.withColumns(current(key.columns(), sorted)));
        });
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = ANY(?)",
        this::constraint);
    byTable.values().forEach(constraints -> constraints.sort(ORDER));
  }

  /** Returns the constraints of a table. */
  List<TableConstraint> of(ObjectName table) {
    return byTable.getOrDefault(table, List.of());
  }

  private static ObjectName nameOf(ResultSet row) throws SQLException {
    return H2Catalogue.object(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");
  }

  private static ObjectName tableOf(ResultSet row) throws SQLException {
    return H2Catalogue.object(row, "TABLE_SCHEMA", "TABLE_NAME");
  }

  private void keyColumn(ResultSet row) throws SQLException {
    Key fresh = new Key(tableOf(row), new ArrayList<>(), new ArrayList<>());
    Key key = keys.computeIfAbsent(nameOf(row), name -> fresh);
    key.columns().add(row.getString("COLUMN_NAME"));
    key.positions().add(row.getInt("POSITION_IN_UNIQUE_CONSTRAINT"));
  }

  // KEY_COLUMN_USAGE tells the order of the columns of a key, but under the names that they had
  // when
  // the key was made or the database opened (2.2 to 2.5). The index of the key begins with the same
  // columns, under their present names. Columns that have exchanged their names are not noticed.
  private static List<String> current(List<String> columns, List<String> sorted) {
    List<String> names = sorted.subList(0, Math.min(columns.size(), sorted.size()));
    List<String> renamed = new ArrayList<>(names);
    renamed.removeAll(columns);
    List<String> current = new ArrayList<>();
    for (String column : columns) {
      current.add(names.contains(column) || renamed.isEmpty() ? column : renamed.remove(0));
    }
    return current;
  }

  private Reference reference(ResultSet row) throws SQLException {
    return new Reference(
        H2Catalogue.object(row, "UNIQUE_CONSTRAINT_SCHEMA", "UNIQUE_CONSTRAINT_NAME"),
        new ForeignKey.Rules(
            action(row.getString("DELETE_RULE")),
            action(row.getString("UPDATE_RULE")),
            ForeignKey.Match.SIMPLE,
            Deferrability.NOT_DEFERRABLE));
  }

  // Until 2.4 nothing said and NO ACTION both became RESTRICT.
  private ReferentialAction action(String rule) {
    ReferentialAction action = ReferentialAction.valueOf(rule.replace(' ', '_'));
    return action == ReferentialAction.RESTRICT && !version.isAtLeast(2, 4)
        ? ReferentialAction.NO_ACTION
        : action;
  }

  private void constraint(ResultSet row) throws SQLException {
    ObjectName name = nameOf(row);
    Optional<Identifier> shown = Optional.of(catalogue.name(name.name()));
    Key key = keys.getOrDefault(name, new Key(name, List.of(), List.of()));
    List<Identifier> columns = catalogue.names(key.columns());
    TableConstraint constraint =
        switch (row.getString("CONSTRAINT_TYPE")) {
          case "PRIMARY KEY" -> new PrimaryKey(shown, columns, Deferrability.NOT_DEFERRABLE);
          case "FOREIGN KEY" -> foreignKey(shown, columns, name, key.positions());
          case "CHECK" ->
              new CheckConstraint(shown, SqlExpression.of(conditions.getOrDefault(name, "CHECK")));
          default ->
              new UniqueConstraint(
                  shown,
                  columns,
                  "NO".equals(row.getString("NULLS_DISTINCT"))
                      ? UniqueConstraint.Nulls.NOT_DISTINCT
                      : UniqueConstraint.Nulls.DISTINCT,
                  Deferrability.NOT_DEFERRABLE);
        };
    byTable.computeIfAbsent(tableOf(row), table -> new ArrayList<>()).add(constraint);
  }

  private ForeignKey foreignKey(
      Optional<Identifier> shown,
      List<Identifier> columns,
      ObjectName name,
      List<Integer> positions)
      throws SQLException {
    Reference reference = references.get(name);
    Key referred = reference == null ? null : keys.get(reference.key());
    if (reference == null || referred == null) {
      throw new SQLException("The catalogue does not tell what " + name + " refers to.");
    }
    return new ForeignKey(
        shown,
        columns,
        catalogue.name(referred.table()),
        catalogue.names(
            positions.stream().map(position -> referred.columns().get(position - 1)).toList()),
        reference.rules());
  }
}
