package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.RunningServer;
import dev.anabranch.testkit.server.ServerAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** The only class that needs the library with the binaries. */
final class EmbeddedPostgresLauncher {

  private static final int ATTEMPTS = 3;

  private EmbeddedPostgresLauncher() {}

  static RunningServer start() throws IOException {
    ServerFolders folders = ServerFolders.ofThisUser();
    try (ServerFolders.Lock lock = folders.lock()) {
      lock.sweep();
      for (int attempt = 1; ; attempt++) {
        ServerFolder folder = folders.create("postgresql");
        try {
          return start(folders, folder);
        } catch (IOException | RuntimeException e) {
          String log = tail(folder.log());
          folder.close();
          if (attempt == ATTEMPTS || !log.contains("Address already in use")) {
            throw new IOException(
                log.isEmpty() ? Causes.describe(e) : Causes.describe(e) + " - " + log);
          }
        }
      }
    }
  }

  private static RunningServer start(ServerFolders folders, ServerFolder folder)
      throws IOException {
    folder.watch();
    EmbeddedPostgres server = builder(folders, folder).start();
    String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    ServerAddress address = new ServerAddress(url, "postgres", "");
    try {
      return new RunningServer(
          address, "embedded binaries, " + release(address, folder), () -> stop(server, folder));
    } catch (SQLException e) {
      stop(server, folder);
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * The server may lose what it wrote last when the machine crashes, which ends the tests as well;
   * a crash of the server alone loses nothing, because the operating system has the pages. Messages
   * go to a file beside the data.
   */
  private static EmbeddedPostgres.Builder builder(ServerFolders folders, ServerFolder folder) {
    Redirect log = Redirect.appendTo(folder.log().toFile());
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(folders.binaries().toFile())
        .setDataDirectory(folder.data())
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setErrorRedirector(log)
        .setOutputRedirector(log)
        // Sorts alike on every machine, whatever LANG says there.
        .setLocaleConfig("locale", "C")
        .setServerConfig("fsync", "off")
        .setServerConfig("full_page_writes", "off")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "200")
        .setServerConfig("unix_socket_directories", "");
  }

  /**
   * Asks for the release, and makes sure that it is our server that answers on the port chosen a
   * moment ago.
   */
  private static String release(ServerAddress address, ServerFolder folder) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT current_setting('server_version'), current_setting('data_directory')")) {
      row.next();
      if (!Path.of(row.getString(2)).equals(folder.data())) {
        throw new SQLException("another server took the port: Address already in use");
      }
      return row.getString(1);
    }
  }

  private static void stop(EmbeddedPostgres server, ServerFolder folder) {
    try (folder) {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tail(Path log) throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }
}
