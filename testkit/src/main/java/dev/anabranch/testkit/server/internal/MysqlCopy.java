package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.KeptDatabase;
import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServerException;
import dev.anabranch.testkit.server.internal.MysqlPart.Session;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The statements that make a database of MySQL or MariaDB again, and its rows in a database beside
 * it, from where the server copies them without sending them anywhere.
 */
final class MysqlCopy implements KeptDatabase {

  /** What a view says that stands on another one, or on a function, that is not there yet. */
  private static final Set<Integer> NOT_THERE_YET = Set.of(1146, 1305, 1356);

  private final ServerAddress server;
  private final TestDatabase rows;
  private final MysqlStructure structure;
  private final Map<String, String> filled;

  private MysqlCopy(
      ServerAddress server,
      TestDatabase rows,
      MysqlStructure structure,
      Map<String, String> filled) {
    this.server = server;
    this.rows = rows;
    this.structure = structure;
    this.filled = filled;
  }

  /**
   * Reads a database; nobody is disturbed.
   *
   * @param name the name of the database for the rows
   */
  static MysqlCopy of(ServerAddress server, TestDatabase source, String name) {
    TestDatabase rows = null;
    try (Connection connection = source.connect()) {
      MysqlStructure structure = MysqlStructure.read(connection, source.name());
      rows = MysqlFamily.createDatabase(source.product(), server, name, structure.options());
      try (Statement statement = connection.createStatement()) {
        prepare(statement);
        return new MysqlCopy(server, rows, structure, keepRows(statement, structure, name));
      }
    } catch (SQLException e) {
      if (rows != null) {
        rows.close();
      }
      throw refused(source.name(), e);
    }
  }

  /** Returns the tables that have rows, with their columns. */
  private static Map<String, String> keepRows(
      Statement statement, MysqlStructure structure, String name) throws SQLException {
    Map<String, String> filled = new LinkedHashMap<>();
    for (Map.Entry<String, String> table : structure.columns().entrySet()) {
      String from = MysqlStructure.quoted(table.getKey());
      if (hasRows(statement, from)) {
        filled.put(table.getKey(), table.getValue());
        statement.execute("CREATE TABLE " + name + "." + from + " LIKE " + from);
        copyRows(statement, from, name + "." + from, table.getValue());
      }
    }
    return filled;
  }

  @Override
  public TestDatabase restore(String name) {
    TestDatabase copy =
        MysqlFamily.createDatabase(rows.product(), server, name, structure.options());
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      prepare(statement);
      run(statement, structure.beforeRows(), name);
      for (Map.Entry<String, String> table : filled.entrySet()) {
        String quoted = MysqlStructure.quoted(table.getKey());
        copyRows(statement, rows.name() + "." + quoted, quoted, table.getValue());
      }
      run(statement, structure.afterRows(), name);
    } catch (SQLException e) {
      copy.close();
      throw refused(name, e);
    }
    return copy;
  }

  @Override
  public void release() {
    rows.close();
  }

  private static void prepare(Statement statement) throws SQLException {
    // A brace may stand in a default or a body.
    statement.setEscapeProcessing(false);
    statement.execute("SET SESSION foreign_key_checks = 0, unique_checks = 0");
    Session.PLAIN.apply(statement);
  }

  private static boolean hasRows(Statement statement, String table) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
      return row.next();
    }
  }

  private static void copyRows(Statement statement, String from, String to, String columns)
      throws SQLException {
    statement.execute(
        "INSERT INTO " + to + " (" + columns + ") SELECT " + columns + " FROM " + from);
  }

  private void run(Statement statement, List<MysqlPart> parts, String name) throws SQLException {
    Session[] session = {Session.PLAIN};
    InOrderOfNeed.Attempt<MysqlPart> attempt =
        part -> {
          if (!part.session().equals(session[0])) {
            session[0] = part.session();
            session[0].apply(statement);
          }
          statement.execute(inDatabase(part.sql(), name));
        };
    for (MysqlPart left : new InOrderOfNeed<>(NOT_THERE_YET, attempt).run(parts)) {
      attempt.run(left);
    }
    Session.PLAIN.apply(statement);
  }

  /** The server writes the database in front of some names, sequences in defaults among them. */
  private String inDatabase(String sql, String name) {
    return sql.replace(
        MysqlStructure.quoted(structure.database()) + ".", MysqlStructure.quoted(name) + ".");
  }

  private static TestServerException refused(String database, SQLException e) {
    return TestServerException.refused(
        "Cannot copy the database %s: %s".formatted(database, e.getMessage()), e);
  }
}
