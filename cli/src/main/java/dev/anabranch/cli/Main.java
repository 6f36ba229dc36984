package dev.anabranch.cli;

import dev.anabranch.cli.process.Environment;
import java.util.List;

/** The entry point of the command line. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its exit code. With the system property {@code
   * anabranch.train} it runs what the launcher's archive of classes should hold, and writes
   * nothing.
   *
   * @param arguments the words after the program's name
   */
  public static void main(String[] arguments) {
    if (Boolean.getBoolean("anabranch.train")) {
      Training.run();
      return;
    }
    Environment environment = Environment.ofProcess();
    int code = new Application(environment).run(List.of(arguments));
    System.exit(code);
  }
}
