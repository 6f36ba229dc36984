package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.RunningServer;
import dev.anabranch.testkit.server.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a server from unpacked programs, on data that were initialised once. */
final class EmbeddedMysqlLauncher {

  private static final int ATTEMPTS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long POLL_MILLIS = 50;
  private static final String USER = "anabranch";

  /** To be counted up when the options change with which data are initialised. */
  private static final String OPTIONS = "1";

  private final ServerBinaries binaries;

  EmbeddedMysqlLauncher(ServerBinaries binaries) {
    this.binaries = binaries;
  }

  RunningServer start() throws IOException, InterruptedException {
    ServerFolders folders = ServerFolders.ofThisUser();
    try (ServerFolders.Lock lock = folders.lock()) {
      lock.sweep();
      Path home = ServerBinaries.unpacked(binaries, folders);
      for (int attempt = 1; ; attempt++) {
        ServerFolder folder = folders.create(binaries.product());
        try {
          folder.watch();
          initialise(home, folder, folders);
          return serve(home, folder);
        } catch (IOException | RuntimeException e) {
          String log = Programs.tail(folder.log());
          boolean portTaken =
              Programs.lines(folder.log()).stream()
                  .anyMatch(line -> line.contains("Address already in use"));
          folder.close();
          if (attempt == ATTEMPTS || !portTaken) {
            throw new IOException(Causes.describe(e) + log);
          }
        }
      }
    }
  }

  private void initialise(Path home, ServerFolder folder, ServerFolders folders)
      throws IOException, InterruptedException {
    KeptData kept = new KeptData(folders.clusters().resolve(binaries.release() + "-" + OPTIONS));
    if (!kept.copyTo(folder.data())) {
      Programs.run(binaries.initialise(home, folder.data()), folder.log());
      kept.keep(folder.data());
    }
  }

  private RunningServer serve(Path home, ServerFolder folder)
      throws IOException, InterruptedException {
    int port = freePort();
    Path users = folder.data().resolveSibling("users.sql");
    // The user that comes with the data is known from localhost alone, and only by name.
    Files.writeString(
        users,
        "CREATE USER IF NOT EXISTS "
            + USER
            + "@'%';\nGRANT ALL PRIVILEGES ON *.* TO "
            + USER
            + "@'%' WITH GRANT OPTION;\n");
    // A server that starts deletes what looks like its own temporary tables, those of others as
    // well.
    Path temporary = Files.createDirectories(folder.data().resolveSibling("tmp"));
    List<String> command = new ArrayList<>(binaries.serve(home));
    command.add("--tmpdir=" + temporary);
    command.addAll(options(folder.data(), port, users));
    Process server = Programs.start(command, folder.log());
    ServerAddress address =
        new ServerAddress(MysqlUrl.of(binaries.product(), "127.0.0.1:" + port), USER, "");
    try {
      String release = await(server, address, folder.data());
      return new RunningServer(
          address, "embedded binaries, " + release, () -> stop(server, folder));
    } catch (IOException | RuntimeException | InterruptedException e) {
      server.destroyForcibly().waitFor();
      throw e;
    }
  }

  /**
   * The server may lose what it wrote last when the machine crashes, which ends the tests as well.
   * Only this machine reaches it, by TCP or by a socket in its own folder.
   */
  private static List<String> options(Path data, int port, Path users) {
    return List.of(
        "--user=" + System.getProperty("user.name"),
        "--datadir=" + data,
        "--pid-file=" + data.resolve("server.pid"),
        "--init-file=" + users,
        "--port=" + port,
        "--bind-address=127.0.0.1",
        "--socket=mysql.sock",
        "--skip-name-resolve",
        "--skip-log-bin",
        "--max-connections=200",
        "--innodb-buffer-pool-size=64M",
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-flush-method=nosync",
        "--innodb-doublewrite=OFF",
        "--innodb-use-native-aio=OFF");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until the server answers, and makes sure that it is ours. */
  private static String await(Process server, ServerAddress address, Path data)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return release(address, data);
      } catch (SQLException e) {
        if (System.nanoTime() > deadline) {
          throw new IOException("does not answer: " + e.getMessage(), e);
        }
      }
      if (server.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("ended with status " + server.exitValue());
      }
    }
  }

  private static String release(ServerAddress address, Path data) throws SQLException, IOException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT VERSION(), @@datadir")) {
      row.next();
      if (!Path.of(row.getString(2)).equals(data)) {
        throw new IOException("another server took the port: Address already in use");
      }
      return row.getString(1);
    }
  }

  // What it holds is deleted the next moment, so that it need not be written out in good order.
  private static void stop(Process server, ServerFolder folder) {
    try (folder) {
      server.destroyForcibly().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
