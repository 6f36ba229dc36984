package dev.anabranch.testkit.server.internal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one started server: its data, its log, and who owns it.
 *
 * <p>A server must not outlive the JVM that started it. A JVM that ends stops it; for one that is
 * killed there are two more: a shell that waits for the end of a pipe this JVM holds, which the
 * operating system closes however the JVM dies, and the next start of any server, which looks for
 * folders without a living owner.
 */
final class ServerFolder implements AutoCloseable {

  static final String OWNER = "owner";

  /** Where a server writes its process number: PostgreSQL's own choice, and ours for the others. */
  private static final List<String> PID_FILES = List.of("postmaster.pid", "server.pid");

  /**
   * Arguments: the folder. Signals of a terminal are for the JVM; this shell ends when the JVM has
   * ended. PostgreSQL ends quickly on the first signal and goes on with that on the second; MySQL
   * passes over the first.
   */
  private static final String WATCH =
      """
      trap '' INT TERM HUP
      read -r nothing
      pid=$(cat "$1/data/postmaster.pid" "$1/data/server.pid" 2>/dev/null | head -n 1)
      if [ -n "$pid" ]; then
        kill -INT "$pid" 2>/dev/null
        kill -TERM "$pid" 2>/dev/null
        tries=0
        while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 50 ]; do
          sleep 0.2
          tries=$((tries + 1))
        done
        kill -KILL "$pid" 2>/dev/null
      fi
      rm -rf "$1"
      """;

  private final Path path;

  /**
   * Held as long as the server lives: when it is collected, the pipe is closed and the server
   * stopped.
   */
  private @Nullable Process watcher;

  private ServerFolder(Path path) {
    this.path = path;
  }

  static ServerFolder claim(Path path) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    Files.writeString(path.resolve(OWNER), self.pid() + " " + startOf(self));
    return new ServerFolder(path);
  }

  Path data() {
    return path.resolve("data");
  }

  Path log() {
    return path.resolve("server.log");
  }

  /**
   * Starts the shell that outlives this JVM for a moment; where there is no shell, the next start
   * clears away.
   */
  void watch() {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", WATCH, "sh", path.toString());
    shell.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    try {
      watcher = shell.start();
    } catch (IOException e) {
      watcher = null;
    }
  }

  /** Removes the folder; the server must have been stopped. */
  @Override
  public void close() throws IOException {
    if (watcher != null) {
      watcher.destroyForcibly();
    }
    Folders.delete(path);
  }

  static void removeIfOrphaned(Path folder, Path binaries) throws IOException {
    if (ownerLives(folder)) {
      return;
    }
    Optional<ProcessHandle> server = serverOf(folder, binaries);
    if (server.isPresent() && !ends(server.get())) {
      return;
    }
    Folders.delete(folder);
  }

  private static boolean ownerLives(Path folder) throws IOException {
    Path file = folder.resolve(OWNER);
    if (!Files.exists(file)) {
      return false;
    }
    String[] owner = Files.readString(file).split(" ", 2);
    return owner.length == 2
        && process(owner[0]).filter(process -> startedAbout(process, owner[1])).isPresent();
  }

  /**
   * Linux derives the start from the time since boot, so that it moves a little when the clock is
   * set; a start that cannot be told is taken for the right one.
   */
  private static boolean startedAbout(ProcessHandle process, String start) {
    String now = startOf(process);
    if (now.isEmpty() || start.isEmpty()) {
      return true;
    }
    return Duration.between(Instant.parse(start), Instant.parse(now)).abs().toSeconds() < 10;
  }

  /**
   * Process numbers are used again, so the number in the file counts only if it runs our own
   * binaries.
   */
  private static Optional<ProcessHandle> serverOf(Path folder, Path binaries) throws IOException {
    for (String name : PID_FILES) {
      Path pidFile = folder.resolve("data").resolve(name);
      if (Files.exists(pidFile)) {
        return process(Files.readString(pidFile).lines().findFirst().orElse("").strip())
            .filter(process -> process.info().command().orElse("").startsWith(binaries.toString()));
      }
    }
    return Optional.empty();
  }

  private static Optional<ProcessHandle> process(String number) {
    return number.matches("[0-9]{1,18}")
        ? ProcessHandle.of(Long.parseLong(number))
        : Optional.empty();
  }

  private static boolean ends(ProcessHandle server) {
    server.destroy();
    try {
      server.onExit().get(10, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return server.destroyForcibly();
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }
}
