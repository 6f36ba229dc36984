package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.MysqlControl.ScriptRun;
import dev.anabranch.testkit.server.ServerAddress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the command line client of MySQL and MariaDB. */
public final class MysqlClients {

  private static final List<String> NAMES = List.of("mariadb", "mysql");

  private MysqlClients() {}

  /** Returns the client on the path, or the one among the binaries on the class path. */
  public static Optional<Path> find() {
    Optional<Path> installed =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    return installed.or(MysqlClients::carried);
  }

  private static Optional<Path> carried() {
    ServerBinaries binaries = new MariadbBinaries();
    if (binaries.whyAbsent().isPresent()) {
      return Optional.empty();
    }
    try {
      ServerFolders folders = ServerFolders.ofThisUser();
      try (ServerFolders.Lock lock = folders.lock()) {
        lock.sweep();
        Path home = ServerBinaries.unpacked(binaries, folders);
        return Optional.of(home.resolve("bin").resolve("mariadb"));
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Runs a script as a person would.
   *
   * @param client the program
   * @param address the server and the user
   * @param database the database to choose
   * @param script the file, in UTF-8
   */
  public static ScriptRun run(Path client, ServerAddress address, String database, Path script)
      throws IOException, InterruptedException {
    MysqlUrl.Endpoint server = MysqlUrl.endpoint(address.url());
    Process process =
        new ProcessBuilder(
                client.toString(),
                "--no-defaults",
                "--protocol=TCP",
                "--host=" + server.host(),
                "--port=" + server.port(),
                "--user=" + address.user(),
                "--password=" + address.password(),
                "--skip-ssl",
                "--binary-mode",
                "--comments",
                "--default-character-set=utf8mb4",
                database)
            .redirectInput(script.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new ScriptRun(process.waitFor() == 0, output);
  }
}
