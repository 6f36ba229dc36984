package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks {@code information_schema} about some schemas, which are databases here.
 *
 * <p>Each of its tables is read once, by itself, and what belongs together is put together here:
 * MariaDB opens each table of the database for each table of the catalogue, and would do so again
 * for each row of a join (MariaDB Knowledge Base, "Optimizing information_schema").
 */
final class MysqlScope {

  /** Stands in a query for the list of the schemas. */
  private static final String SCHEMAS = "(?)";

  /** MariaDB writes names and texts as the session's mode asks for; here always the same way. */
  private static final String USUAL_MODE = "SET STATEMENT sql_mode = '' FOR ";

  private static final String SETTINGS =
      "SELECT DATABASE(), @@default_storage_engine, @@lower_case_table_names";

  /** Takes one row. */
  @FunctionalInterface
  interface RowReader {
    void read(MysqlRow row) throws SQLException;
  }

  /** A table, view or other object as the server names it. */
  record ObjectName(String schema, String name) {}

  private final Connection connection;
  private final MysqlFeatures features;
  private final List<String> schemas;
  private final Set<ObjectName> leftOut = new HashSet<>();
  private final @Nullable String current;
  private final String defaultEngine;
  private final boolean foldsTables;

  /**
   * Asks what the session has chosen.
   *
   * @param connection an open connection
   * @param features what the release knows
   * @param request what to read
   */
  MysqlScope(Connection connection, MysqlFeatures features, InspectionRequest request)
      throws SQLException {
    this.connection = connection;
    this.features = features;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SETTINGS)) {
      row.next();
      current = row.getString(1);
      defaultEngine = row.getString(2);
      foldsTables = row.getInt(3) != 0;
    }
    schemas = new ArrayList<>(request.schemas().stream().map(Identifier::value).toList());
    if (schemas.isEmpty() && current != null) {
      schemas.add(current);
    }
    for (QualifiedName table : request.leftOut()) {
      String schema = table.schema().map(Identifier::value).orElse(current);
      if (schema != null) {
        leftOut.add(comparable(new ObjectName(schema, table.name().value())));
      }
    }
  }

  private ObjectName comparable(ObjectName name) {
    return foldsTables
        ? new ObjectName(
            name.schema().toLowerCase(Locale.ROOT), name.name().toLowerCase(Locale.ROOT))
        : name;
  }

  /** Returns whether there is no schema to read. */
  boolean isEmpty() {
    return schemas.isEmpty();
  }

  /** Returns what the release knows. */
  MysqlFeatures features() {
    return features;
  }

  /** Returns the engine of tables that say none. */
  String defaultEngine() {
    return defaultEngine;
  }

  /** Returns the schema that the session has chosen. */
  Optional<String> current() {
    return Optional.ofNullable(current);
  }

  /**
   * Reads the rows of a query.
   *
   * @param sql the query; each {@code (?)} in it stands for the list of the schemas
   * @param reader takes the rows
   */
  void each(String sql, RowReader reader) throws SQLException {
    int lists = (sql.length() - sql.replace(SCHEMAS, "").length()) / SCHEMAS.length();
    if (lists == 0) {
      eachWithoutParameters(inUsualMode(sql), reader);
      return;
    }
    String list = "(" + "?, ".repeat(schemas.size() - 1) + "?)";
    String query = inUsualMode(sql.replace(SCHEMAS, list));
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < lists * schemas.size(); i++) {
        statement.setString(i + 1, schemas.get(i % schemas.size()));
      }
      // Not executeQuery: MySQL's driver takes a query with SET STATEMENT in front for no query.
      statement.execute();
      read(statement, reader);
    }
  }

  // The query names objects of users, and MySQL's driver looks for JDBC escapes also in quoted
  // names of a prepared statement.
  private void eachWithoutParameters(String query, RowReader reader) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(query);
      read(statement, reader);
    }
  }

  private static void read(Statement statement, RowReader reader) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        reader.read(MysqlRow.of(rows));
      }
    }
  }

  private String inUsualMode(String query) {
    return features.has(MysqlFeature.CATALOGUE_SHOWS_SQL) ? USUAL_MODE + query : query;
  }

  /** Returns whether a table, and so all that belongs to it, is left out. */
  boolean isLeftOut(ObjectName table) {
    return leftOut.contains(comparable(table));
  }

  /** Returns a name as schemas hold it, without the session's own schema. */
  QualifiedName name(ObjectName object) {
    Optional<Identifier> schema =
        object.schema().equals(current)
            ? Optional.empty()
            : Optional.of(Identifier.of(object.schema()));
    return new QualifiedName(schema, Identifier.of(object.name()));
  }

  /** Returns the name of something that belongs to a table, with the table's name in front. */
  QualifiedName name(ObjectName table, String member) {
    return name(new ObjectName(table.schema(), table.name() + "." + member));
  }

  /** Returns options under the name of the family, whatever the product. */
  static DialectOptions options(Map<MysqlOption, String> options) {
    DialectOptions all = DialectOptions.none();
    for (Map.Entry<MysqlOption, String> option : options.entrySet()) {
      all = all.with(MysqlServer.Product.MYSQL.id(), option.getKey().key(), option.getValue());
    }
    return all;
  }

  /** Returns the names of columns. */
  static List<Identifier> names(List<String> names) {
    return names.stream().map(Identifier::of).toList();
  }
}
