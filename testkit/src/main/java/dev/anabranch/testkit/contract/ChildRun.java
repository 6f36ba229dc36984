package dev.anabranch.testkit.contract;

import dev.anabranch.Anabranch;
import dev.anabranch.engine.MigrationListener;
import dev.anabranch.revision.MigrationStep;
import dev.anabranch.testkit.server.ServerAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An upgrade in a Java process of its own, for tests that kill it.
 *
 * @param process the process
 * @param output what it prints: {@code statement ID NUMBER} before each statement
 */
public record ChildRun(Process process, BufferedReader output) implements AutoCloseable {

  /**
   * Starts an upgrade to all heads.
   *
   * @param address the database
   * @param project the folder above {@code revisions}
   * @param holdAt where the run is to wait for ever, such as {@code b1 3}; empty for nowhere
   */
  public static ChildRun start(ServerAddress address, Path project, String holdAt)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), ChildRun.class.getName()));
    command.addAll(
        List.of(address.url(), address.user(), address.password(), project.toString(), holdAt));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new ChildRun(
        process,
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Waits until the process has printed a line. */
  public void await(String line) throws IOException {
    String printed = output.readLine();
    while (printed != null && !printed.equals(line)) {
      printed = output.readLine();
    }
    if (printed == null) {
      throw new AssertionError("the process ended without \"" + line + "\"");
    }
  }

  /** Kills the process as nothing can catch it, and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    output.close();
  }

  /** What the process runs; called by Java. */
  public static void main(String[] arguments) {
    Anabranch.builder()
        .url(arguments[0])
        .user(arguments[1])
        .password(arguments[2])
        .baseDirectory(Path.of(arguments[3]))
        .locations("revisions")
        .listener(new Printing(arguments[4]))
        .build()
        .upgrade("heads");
  }

  private record Printing(String holdAt) implements MigrationListener {

    @Override
    public void statementStarted(MigrationStep step, int number, int total, String sql) {
      String place = step.revision().id() + " " + number;
      System.out.println("statement " + place);
      System.out.flush();
      if (place.equals(holdAt)) {
        hold();
      }
    }

    private static void hold() {
      try {
        Thread.currentThread().join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
