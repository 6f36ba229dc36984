package dev.anabranch.cli.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Everything a run takes from the process around it, so that tests can give it something else.
 *
 * @param variables the environment variables
 * @param workingDirectory the folder the program was started in
 * @param streams the standard streams
 * @param interruption how Ctrl-C reaches a run
 */
public record Environment(
    Map<String, String> variables,
    Path workingDirectory,
    Streams streams,
    Interruption interruption) {
  /** Checks that everything is there. */
  public Environment {
    Objects.requireNonNull(variables, "variables");
    Objects.requireNonNull(workingDirectory, "workingDirectory");
    Objects.requireNonNull(streams, "streams");
    Objects.requireNonNull(interruption, "interruption");
  }

  /**
   * Returns the environment of this process. Java cannot tell whether standard error is a terminal;
   * the launcher does, with the properties {@code anabranch.terminal.out}, {@code
   * anabranch.terminal.err} and {@code anabranch.terminal.columns}.
   */
  public static Environment ofProcess() {
    Map<String, String> variables = System.getenv();
    Streams streams =
        new Streams(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            isTerminal("anabranch.terminal.out"),
            isTerminal("anabranch.terminal.err"),
            charset(),
            columns(variables));
    return new Environment(variables, Path.of("").toAbsolutePath(), streams, new Interruption());
  }

  private static boolean isTerminal(String property) {
    String told = System.getProperty(property);
    return told != null ? Boolean.parseBoolean(told) : consoleIsTerminal();
  }

  @SuppressWarnings("SystemConsoleNull")
  private static boolean consoleIsTerminal() {
    // Since Java 22 there is a console without a terminal too; only Java 17 to 21 can be asked this
    // way.
    return Runtime.version().feature() < 22 && System.console() != null;
  }

  private static Charset charset() {
    String name =
        System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static int columns(Map<String, String> variables) {
    String told =
        System.getProperty("anabranch.terminal.columns", variables.getOrDefault("COLUMNS", ""));
    return told.matches("[1-9]\\d{1,3}") ? Integer.parseInt(told) : 80;
  }
}
