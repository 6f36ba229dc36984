package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.KeptDatabase;
import dev.anabranch.testkit.server.PostgresControl;
import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database of PostgreSQL that nobody can connect to and others are copied from, file by file.
 *
 * <p>A database with sessions cannot be copied (PostgreSQL manual, 22.3), hence one apart from the
 * source. Settings of a database are not copied with it ("CREATE DATABASE", Notes) and are set
 * again.
 */
final class PostgresTemplate implements KeptDatabase {

  private static final int FIRST_WITH_STRATEGY = 15;

  private final ServerAddress server;
  private final String name;
  private final List<Setting> settings;

  /** What {@code ALTER DATABASE ... SET} has set; the role is empty for all. */
  private record Setting(String role, String parameter, String value) {}

  private PostgresTemplate(ServerAddress server, String name, List<Setting> settings) {
    this.server = server;
    this.name = name;
    this.settings = settings;
  }

  /** Copies a database, whose sessions are ended for it. */
  static PostgresTemplate of(ServerAddress server, TestDatabase source, String name) {
    PostgresControl.of(source).terminateOtherSessions();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      copy(statement, source.name(), name);
      statement.execute(
          "ALTER DATABASE " + PostgresDatabases.quoted(name) + " WITH ALLOW_CONNECTIONS false");
      return new PostgresTemplate(server, name, settings(connection, source.name()));
    } catch (SQLException e) {
      throw refused(source.name(), e);
    }
  }

  @Override
  public TestDatabase restore(String copy) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      copy(statement, name, copy);
      for (Setting setting : settings) {
        set(connection, statement, copy, setting);
      }
    } catch (SQLException e) {
      throw refused(name, e);
    }
    return PostgresDatabases.existing(server, copy);
  }

  @Override
  public void release() {
    PostgresDatabases.drop(server, name);
  }

  private static void copy(Statement statement, String from, String to) throws SQLException {
    statement.execute(
        "CREATE DATABASE "
            + PostgresDatabases.quoted(to)
            + " TEMPLATE "
            + PostgresDatabases.quoted(from)
            + strategy(statement.getConnection()));
    PostgresDatabases.mark(statement, to);
  }

  /**
   * Since release 15 a database is copied block by block through the log, if nothing else is said,
   * which takes longer than copying files where the server does not wait for the disk, as in tests.
   * Where it does wait, copying files takes two checkpoints, which may last ("CREATE DATABASE",
   * Notes).
   */
  private static String strategy(Connection connection) throws SQLException {
    if (connection.getMetaData().getDatabaseMajorVersion() < FIRST_WITH_STRATEGY) {
      return "";
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW fsync")) {
      row.next();
      return row.getString(1).equals("off") ? " STRATEGY FILE_COPY" : "";
    }
  }

  private static List<Setting> settings(Connection connection, String database)
      throws SQLException {
    List<Setting> settings = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT coalesce(r.rolname, ''), unnest(s.setconfig)"
                + " FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase"
                + " LEFT JOIN pg_roles r ON r.oid = s.setrole WHERE d.datname = ? ORDER BY 1, 2")) {
      query.setString(1, database);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String[] assignment = row.getString(2).split("=", 2);
          settings.add(new Setting(row.getString(1), assignment[0], assignment[1]));
        }
      }
    }
    return List.copyOf(settings);
  }

  /** By way of the session, since only there a list such as a search path is taken as one text. */
  private static void set(
      Connection connection, Statement statement, String database, Setting setting)
      throws SQLException {
    try (PreparedStatement call = connection.prepareStatement("SELECT set_config(?, ?, false)")) {
      call.setString(1, setting.parameter());
      call.setString(2, setting.value());
      call.execute();
    }
    String of =
        setting.role().isEmpty()
            ? "ALTER DATABASE " + PostgresDatabases.quoted(database)
            : "ALTER ROLE "
                + PostgresDatabases.quoted(setting.role())
                + " IN DATABASE "
                + PostgresDatabases.quoted(database);
    statement.execute(of + " SET " + parameter(setting.parameter()) + " FROM CURRENT");
  }

  /** Quotes each part of a name such as {@code app.tenant} by itself. */
  private static String parameter(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : name.split("\\.", -1)) {
      parts.add(PostgresDatabases.quoted(part));
    }
    return String.join(".", parts);
  }

  private static TestServerException refused(String database, SQLException e) {
    return TestServerException.refused(
        "Cannot copy the database %s: %s".formatted(database, e.getMessage()), e);
  }
}
