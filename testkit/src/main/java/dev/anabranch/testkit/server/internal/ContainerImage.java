package dev.anabranch.testkit.server.internal;

import java.util.List;
import java.util.Map;

/**
 * A server in a container: what to run and how to tell that it is ready.
 *
 * @param name the image with its tag
 * @param port the port the server listens on inside
 * @param environment variables the image reads
 * @param command the command with its arguments, empty for the image's own
 * @param readyLine a regular expression for the log line that says the server is up
 * @param readyCount how many times that line comes before the server is up for good
 * @param urlPattern the JDBC URL with {@code {host}} and {@code {port}}
 * @param user a user with all rights
 * @param password that user's password
 */
public record ContainerImage(
    String name,
    int port,
    Map<String, String> environment,
    List<String> command,
    String readyLine,
    int readyCount,
    String urlPattern,
    String user,
    String password) {

  /** Copies the collections. */
  public ContainerImage {
    environment = Map.copyOf(environment);
    command = List.copyOf(command);
  }
}
