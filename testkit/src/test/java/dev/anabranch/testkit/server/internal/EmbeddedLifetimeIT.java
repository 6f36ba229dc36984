package dev.anabranch.testkit.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anabranch.testkit.server.ServerSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another JVM starts a server and ends in one way or another. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no shell to watch a JVM there")
class EmbeddedLifetimeIT {

  /** The products whose binaries Maven artifacts carry. */
  enum Embedded {
    POSTGRESQL("postmaster.pid", "SELECT current_setting('data_directory')") {
      @Override
      ServerSource source() {
        return new EmbeddedPostgresSource();
      }
    },
    MYSQL("server.pid", "SELECT @@datadir") {
      @Override
      ServerSource source() {
        return new EmbeddedMysqlSource(new MysqlBinaries());
      }
    },
    MARIADB("server.pid", "SELECT @@datadir") {
      @Override
      ServerSource source() {
        return new EmbeddedMysqlSource(new MariadbBinaries());
      }
    };

    private final String pidFile;
    private final String dataQuery;

    Embedded(String pidFile, String dataQuery) {
      this.pidFile = pidFile;
      this.dataQuery = dataQuery;
    }

    abstract ServerSource source();
  }

  @ParameterizedTest
  @EnumSource(Embedded.class)
  void theServerLivesAsLongAsItsJvm(Embedded product) throws Exception {
    Holder holder = Holder.start(product);
    clearAway();
    assertThat(holder.server.isAlive()).isTrue();
    assertThat(holder.folder).exists();

    holder.jvm.getOutputStream().close();

    assertThat(holder.jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(holder.jvm.exitValue()).isZero();
    holder.assertThatNothingIsLeft();
  }

  @ParameterizedTest
  @EnumSource(Embedded.class)
  void theServerEndsWhenItsJvmIsKilled(Embedded product) throws Exception {
    Holder holder = Holder.start(product);

    holder.jvm.destroyForcibly();

    holder.watcher.onExit().get(60, TimeUnit.SECONDS);
    holder.assertThatNothingIsLeft();
  }

  @ParameterizedTest
  @EnumSource(Embedded.class)
  void theNextStartClearsAwayWhatNobodyWatched(Embedded product) throws Exception {
    Holder holder = Holder.start(product);
    holder.watcher.destroyForcibly();
    holder.watcher.onExit().get(60, TimeUnit.SECONDS);
    holder.jvm.destroyForcibly();
    holder.jvm.onExit().get(60, TimeUnit.SECONDS);
    assertThat(holder.server.isAlive()).isTrue();

    clearAway();

    holder.assertThatNothingIsLeft();
  }

  /** What the start of every server does first. */
  private static void clearAway() throws IOException {
    try (ServerFolders.Lock lock = ServerFolders.ofThisUser().lock()) {
      lock.sweep();
    }
  }

  /** What the other JVM runs: it prints the folder of its server and lives until its input ends. */
  static final class Main {

    public static void main(String[] arguments) throws IOException {
      Embedded product = Embedded.valueOf(arguments[0]);
      ServerSource.Outcome outcome = product.source().open();
      if (!(outcome instanceof ServerSource.Opened opened)) {
        System.out.println(outcome);
        return;
      }
      Runtime.getRuntime().addShutdownHook(new Thread(opened.server().stop()));
      try (var connection = opened.server().address().connect();
          var statement = connection.createStatement();
          var row = statement.executeQuery(product.dataQuery)) {
        row.next();
        System.out.println("data " + row.getString(1));
      } catch (SQLException e) {
        throw new IOException(e);
      }
      System.in.read();
    }
  }

  private record Holder(Process jvm, ProcessHandle server, ProcessHandle watcher, Path folder) {

    static Holder start(Embedded product) throws IOException {
      Process jvm =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  product.name())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader output = jvm.inputReader();
      String line = String.valueOf(output.readLine());
      assumeTrue(line.startsWith("data "), "no embedded server on this machine: " + line);
      Path data = Path.of(line.substring("data ".length()));
      long pid = Long.parseLong(Files.readAllLines(data.resolve(product.pidFile)).get(0).strip());
      // Some servers are children as well, others cut themselves off.
      List<ProcessHandle> children = jvm.children().filter(child -> child.pid() != pid).toList();
      assertThat(children).as("the shell that watches").hasSize(1);
      return new Holder(
          jvm, ProcessHandle.of(pid).orElseThrow(), children.get(0), data.getParent());
    }

    void assertThatNothingIsLeft() throws Exception {
      server.onExit().get(60, TimeUnit.SECONDS);
      assertThat(folder).doesNotExist();
    }
  }
}
