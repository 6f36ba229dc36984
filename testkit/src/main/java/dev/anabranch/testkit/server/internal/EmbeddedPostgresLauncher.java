package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.RunningServer;
import dev.anabranch.testkit.server.ServerAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** With {@link ClusterCache} the only class that needs the library with the binaries. */
public final class EmbeddedPostgresLauncher implements EmbeddedPostgresStarter {

  private static final int ATTEMPTS = 3;

  /** Creates a launcher. */
  public EmbeddedPostgresLauncher() {}

  @Override
  public RunningServer start() throws IOException {
    ServerFolders folders = ServerFolders.ofThisUser();
    try (ServerFolders.Lock lock = folders.lock()) {
      lock.sweep();
      for (int attempt = 1; ; attempt++) {
        ServerFolder folder = folders.create("postgresql");
        try {
          return start(folders, folder);
        } catch (IOException | RuntimeException e) {
          List<String> log = lines(folder.log());
          folder.close();
          if (attempt == ATTEMPTS
              || log.stream().noneMatch(line -> line.contains("Address already in use"))) {
            throw new IOException(Causes.describe(e) + tail(log));
          }
        }
      }
    }
  }

  private static RunningServer start(ServerFolders folders, ServerFolder folder)
      throws IOException {
    folder.watch();
    Set<Path> scripts = leftScripts();
    EmbeddedPostgres server = builder(folders, folder).start();
    for (Path script : leftScripts()) {
      if (!scripts.contains(script)) {
        Files.deleteIfExists(script);
      }
    }
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
    ClusterCache cache = new ClusterCache(folders.clusters(), folder.data());
    return EmbeddedPostgres.builder()
        .setPgBinaryResolver(cache)
        .setDataDirectoryCustomizer(cache::keep)
        // It would initialise the copied cluster again; the whole folder is deleted here anyway.
        .setCleanDataDirectory(false)
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

  /**
   * The library writes a shell script in each JVM to learn which Linux it runs on and leaves it.
   */
  private static Set<Path> leftScripts() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> scripts =
        Files.newDirectoryStream(temporary, "detect_linux_distribution_*.sh")) {
      Set<Path> found = new HashSet<>();
      scripts.forEach(found::add);
      return found;
    }
  }

  private static void stop(EmbeddedPostgres server, ServerFolder folder) {
    try (folder) {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path log) throws IOException {
    return Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
  }

  private static String tail(List<String> log) {
    return log.isEmpty()
        ? ""
        : " - " + String.join(" / ", log.subList(Math.max(0, log.size() - 5), log.size()));
  }
}
