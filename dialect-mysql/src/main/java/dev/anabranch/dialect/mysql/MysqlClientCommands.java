package dev.anabranch.dialect.mysql;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The commands of the clients {@code mysql} and {@code mariadb} that no server understands (MySQL
 * 8.0 Reference Manual, 4.5.1.2). {@code USE} and {@code HELP} are statements as well, and {@code
 * DELIMITER} is understood here.
 */
final class MysqlClientCommands {

  private static final Set<String> WORDS =
      Set.of(
          "source",
          "system",
          "tee",
          "notee",
          "charset",
          "clear",
          "connect",
          "edit",
          "ego",
          "exit",
          "go",
          "nopager",
          "nowarning",
          "pager",
          "print",
          "prompt",
          "quit",
          "rehash",
          "resetconnection",
          "status",
          "warnings");

  private MysqlClientCommands() {}

  /** Returns a word as a command, if it is one where a statement could begin. */
  static Optional<String> word(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return WORDS.contains(lower) ? Optional.of(lower) : Optional.empty();
  }

  static String wayOut(String command) {
    return switch (command) {
      case "source", "\\." -> "Copy the included file's statements into this one.";
      case "connect", "\\r", "\\u" ->
          "Remove the line: a revision runs on the database it is applied to.";
      case "go", "ego", "\\g", "\\G" -> "End the statement with a semicolon.";
      case "\\d" -> "Write DELIMITER in its place.";
      case "charset", "\\C" -> "Remove the line: revision files are UTF-8.";
      default -> "Remove the line, or run this part with the client.";
    };
  }
}
