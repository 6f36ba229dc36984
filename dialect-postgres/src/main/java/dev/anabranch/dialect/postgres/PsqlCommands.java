package dev.anabranch.dialect.postgres;

/** What to write instead of a command of psql. */
final class PsqlCommands {

  private PsqlCommands() {}

  static String wayOut(String command) {
    return switch (command) {
      case "\\restrict", "\\unrestrict" -> "pg_dump writes this line around a dump; remove it.";
      case "\\connect", "\\c" ->
          "Remove the line: a revision runs on the database it is applied to.";
      case "\\i", "\\ir", "\\include", "\\include_relative" ->
          "Copy the included file's statements into this one.";
      case "\\copy", "\\." -> "Write the rows as INSERT statements, or load them with psql.";
      case "\\set", "\\gset", "\\unset", "\\prompt" ->
          "Write the value itself: variables of psql are not replaced.";
      case "\\g", "\\gx", "\\gexec", "\\;" -> "End the statement with a semicolon.";
      default -> "Remove the line, or run this part with psql.";
    };
  }
}
