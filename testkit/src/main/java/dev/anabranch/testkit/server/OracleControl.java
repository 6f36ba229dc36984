package dev.anabranch.testkit.server;

import dev.anabranch.testkit.server.internal.OracleSchemas;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * What a test does to an Oracle schema from outside: looks at its user's sessions, ends them, makes
 * schemas beside it.
 *
 * <p>Works on connections of its own, as the user who created the schema.
 */
public final class OracleControl {

  private final TestDatabase database;

  private OracleControl(TestDatabase database) {
    this.database = database;
  }

  /**
   * Returns the control of a schema.
   *
   * @throws IllegalArgumentException if it is not one of Oracle
   */
  public static OracleControl of(TestDatabase database) {
    if (!database.product().equals("oracle")) {
      throw new IllegalArgumentException("not an Oracle schema: " + database);
    }
    return new OracleControl(database);
  }

  /**
   * Ends every session of the schema's user, as an administrator would.
   *
   * @return how many there were
   * @throws TestServerException if the server refuses
   */
  public int terminateSessions() {
    try (Connection connection = database.server().connect()) {
      return OracleSchemas.endSessions(connection, database.name());
    } catch (SQLException e) {
      throw refused("end the sessions of " + database.name(), e);
    }
  }

  /**
   * Returns whether a session of the schema's user is running a statement with this word in it.
   *
   * @throws TestServerException if the server refuses
   */
  public boolean isRunning(String word) {
    String sql =
        "SELECT 1 FROM v$session s JOIN v$sql q ON q.sql_id = s.sql_id"
            + " WHERE s.username = ? AND s.status = 'ACTIVE' AND q.sql_text LIKE ?";
    try (Connection connection = database.server().connect();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, database.name().toUpperCase(Locale.ROOT));
      query.setString(2, "%" + word + "%");
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw refused("look at the sessions of " + database.name(), e);
    }
  }

  /**
   * Creates another empty schema, in which the user of this one may do what he likes, and which is
   * dropped with this one.
   *
   * @param suffix lower-case letters and digits
   * @return its name, fit for use in SQL without quotes
   * @throws TestServerException if the server refuses
   */
  public String createSchemaBeside(String suffix) {
    String name = database.name() + "_" + suffix;
    try (Connection connection = database.server().connect();
        Statement statement = connection.createStatement()) {
      OracleSchemas.create(statement, name, "Ab1_" + suffix);
      // There are no rights on one other schema below 23ai.
      statement.execute(
          "GRANT CREATE ANY TABLE, CREATE ANY INDEX, SELECT ANY TABLE, INSERT ANY TABLE,"
              + " UPDATE ANY TABLE, DELETE ANY TABLE, LOCK ANY TABLE TO "
              + database.name());
    } catch (SQLException e) {
      throw refused("create a schema beside " + database.name(), e);
    }
    database.afterDrop(() -> drop(name));
    return name;
  }

  private void drop(String name) {
    try (Connection connection = database.server().connect()) {
      OracleSchemas.drop(connection, name);
    } catch (SQLException e) {
      throw refused("drop the schema " + name, e);
    }
  }

  private static TestServerException refused(String what, SQLException e) {
    return TestServerException.refused("Cannot " + what + ": " + e.getMessage(), e);
  }
}
