package dev.anabranch.dialect.oracle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The commands of SQL*Plus, which the server does not know, and what to write instead (SQL*Plus
 * User's Guide and Reference 19c, "SQL*Plus Command Reference").
 *
 * <p>Those that are a single letter and those that only edit a line are left out: no script holds
 * them.
 */
final class SqlPlusCommands {

  private static final String OUTPUT =
      "Remove the line: what it says about output has no meaning here.";
  private static final String VARIABLE =
      "Write the value itself: variables of SQL*Plus are not replaced.";
  private static final String FILE = "Copy the other file's statements into this one.";
  private static final String ADMINISTRATION =
      "Remove the line: a revision runs on the database it is applied to, as the user who applies it.";
  private static final String SYSTEM =
      "Remove the line: a revision runs no programs of the operating system.";
  private static final String NOBODY = "Remove the line: there is nobody to ask or to wait for.";

  private record Command(String name, int shortest, String wayOut) {

    boolean isMeantBy(String word) {
      return word.length() >= shortest && name.startsWith(word);
    }
  }

  private static final List<Command> COMMANDS =
      List.of(
          new Command("ACCEPT", 3, NOBODY),
          new Command("ARCHIVE", 7, ADMINISTRATION),
          new Command("ATTRIBUTE", 9, OUTPUT),
          new Command("BREAK", 3, OUTPUT),
          new Command("BTITLE", 3, OUTPUT),
          new Command("CLEAR", 2, OUTPUT),
          new Command("COLUMN", 3, OUTPUT),
          new Command("COMPUTE", 4, OUTPUT),
          new Command("CONNECT", 4, ADMINISTRATION),
          new Command("COPY", 4, "Write INSERT ... SELECT over a database link."),
          new Command("DEFINE", 3, VARIABLE),
          new Command("DESCRIBE", 4, OUTPUT),
          new Command("DISCONNECT", 4, ADMINISTRATION),
          new Command(
              "EXECUTE",
              4,
              "Write BEGIN, the call with its semicolon, END; and a line with / behind it."),
          new Command("EXIT", 4, "Remove the line: a revision ends with its last statement."),
          new Command("GET", 3, FILE),
          new Command("HELP", 4, OUTPUT),
          new Command("HOST", 2, SYSTEM),
          new Command("LIST", 4, OUTPUT),
          new Command("PASSWORD", 5, "Write ALTER USER, or change it outside of migrations."),
          new Command("PAUSE", 3, NOBODY),
          new Command("PRINT", 3, OUTPUT),
          new Command("PROMPT", 3, "Remove the line, or write -- before it."),
          new Command("QUIT", 4, "Remove the line: a revision ends with its last statement."),
          new Command("RECOVER", 7, ADMINISTRATION),
          new Command("REMARK", 3, "Write -- instead: it is a comment everywhere."),
          new Command("REPFOOTER", 4, OUTPUT),
          new Command("REPHEADER", 4, OUTPUT),
          new Command("RUN", 3, "Remove the line: it runs the statement above once more."),
          new Command("SAVE", 3, "Remove the line."),
          new Command(
              "SET",
              3,
              "Remove the line: settings of SQL*Plus have no meaning here. Only SET DEFINE OFF and"
                  + " SET DEFINE ON are understood, alone on their line."),
          new Command(
              "SHOW",
              3,
              "Remove the line: a unit that was created with errors stops the run with its errors."),
          new Command("SHUTDOWN", 8, ADMINISTRATION),
          new Command("SPOOL", 3, OUTPUT),
          new Command("START", 3, FILE),
          new Command("STARTUP", 7, ADMINISTRATION),
          new Command("STORE", 5, "Remove the line."),
          new Command("TIMING", 4, OUTPUT),
          new Command("TTITLE", 3, OUTPUT),
          new Command("UNDEFINE", 5, VARIABLE),
          new Command(
              "VARIABLE", 3, "Declare the variable in a block: DECLARE ... BEGIN ... END; and /."),
          new Command("WHENEVER", 8, "Remove the line: a run always stops at the first error."),
          new Command("XQUERY", 6, "Write the query with XMLQUERY."));

  private SqlPlusCommands() {}

  /**
   * Returns what to do about a line.
   *
   * @param firstWord the first word of the line
   * @return empty if it is no command of SQL*Plus
   */
  static Optional<String> wayOut(String firstWord) {
    String word = firstWord.toUpperCase(Locale.ROOT);
    return COMMANDS.stream().filter(c -> c.isMeantBy(word)).findFirst().map(Command::wayOut);
  }

  /** Returns what to do about a line that begins with a sign, such as {@code @} or {@code !}. */
  static Optional<String> wayOut(char sign) {
    return switch (sign) {
      case '@' -> Optional.of(FILE);
      case '!', '$' -> Optional.of(SYSTEM);
      default -> Optional.empty();
    };
  }
}
