package dev.anabranch.dialect.oracle;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.sql.ScriptAssembler;
import dev.anabranch.sql.SqlCursor;
import java.util.Optional;

/**
 * What SQL*Plus would make of the lines of a script, where the server would make something else of
 * them: reported, because nobody can know which of the two the author meant.
 */
final class SqlPlusLines {

  private final SqlCursor cursor;
  private final ScriptAssembler assembler;
  private boolean substitutes = true;

  SqlPlusLines(SqlCursor cursor, ScriptAssembler assembler) {
    this.cursor = cursor;
    this.assembler = assembler;
  }

  /** Says whether only blanks stand between the beginning of the line and the cursor. */
  boolean isFirstInLine() {
    int distance = -1;
    while (OracleCharacters.isBlankInLine(cursor.ahead(distance))) {
      distance--;
    }
    char before = cursor.ahead(distance);
    return OracleCharacters.isLineEnd(before) || cursor.position() + distance < 0;
  }

  /** Says whether the character at the cursor is the only one of its line. */
  boolean isAlone() {
    int place = cursor.position();
    boolean alone = isFirstInLine() && isLastInLine();
    cursor.moveTo(place);
    return alone;
  }

  /** Says whether the dot at the cursor is all that a statement has in its line. */
  boolean isBlockEnd() {
    if (assembler.inStatement() && !isFirstInLine()) {
      return false;
    }
    int place = cursor.position();
    boolean last = isLastInLine() || isAtEndOfStatement();
    cursor.moveTo(place);
    return last;
  }

  private boolean isAtEndOfStatement() {
    return cursor.current() == ';' || cursor.at("--") || cursor.at("/*");
  }

  // Leaves the cursor on what follows in the line.
  private boolean isLastInLine() {
    cursor.advance(1);
    cursor.skipWhile(OracleCharacters::isBlankInLine);
    return cursor.atEnd() || OracleCharacters.isLineEnd(cursor.current());
  }

  /**
   * Steps over the line at the cursor if it is a command of SQL*Plus, and reports it unless it only
   * says whether variables are replaced; else stays.
   */
  boolean skipCommand() {
    int from = cursor.position();
    Optional<String> bySign = SqlPlusCommands.wayOut(cursor.current());
    cursor.skipWhile(OracleCharacters::isWordPart);
    String word = bySign.isPresent() ? cursor.since(from) + cursor.current() : cursor.since(from);
    Optional<String> wayOut = bySign.isPresent() ? bySign : SqlPlusCommands.wayOut(word);
    if (wayOut.isEmpty() || (cursor.spells(from, "SET") && isSetOfServer())) {
      cursor.moveTo(from);
      return false;
    }
    skipContinuedLine();
    if (!isAboutVariables(cursor.since(from))) {
      report(from, word + " is a command of the client SQL*Plus, not of the server.", wayOut.get());
    }
    return true;
  }

  private boolean isSetOfServer() {
    cursor.skipWhile(OracleCharacters::isBlank);
    int from = cursor.position();
    cursor.skipWhile(OracleCharacters::isWordPart);
    return cursor.spells(from, "TRANSACTION")
        || cursor.spells(from, "ROLE")
        || cursor.spells(from, "CONSTRAINT")
        || cursor.spells(from, "CONSTRAINTS");
  }

  private boolean isAboutVariables(String line) {
    boolean off = line.matches("(?i)SET\\s+DEF(?:I|IN|INE)?\\s+OFF\\s*;?\\s*");
    boolean on = line.matches("(?i)SET\\s+DEF(?:I|IN|INE)?\\s+ON\\s*;?\\s*");
    substitutes = on || (substitutes && !off);
    return on || off;
  }

  private void skipContinuedLine() {
    int from = cursor.position();
    cursor.skipToLineEnd();
    while (!cursor.atEnd() && cursor.since(from).stripTrailing().endsWith("-")) {
      cursor.skipLine();
      from = cursor.position();
      cursor.skipToLineEnd();
    }
  }

  /** Reports a slash that ends nothing. */
  void straySlash(int from) {
    report(
        from,
        "/ ends no statement here; SQL*Plus would run the one above it a second time.",
        "Remove the /, or the semicolon that ends the statement above it.");
  }

  /**
   * Reports that a comment or a semicolon follows a slash that begins a line; the cursor stands on
   * the slash.
   */
  void inspectBehindSlash(int from) {
    cursor.advance(1);
    cursor.skipWhile(OracleCharacters::isBlankInLine);
    if (isAtEndOfStatement()) {
      report(
          from,
          "whether / ends the statement here cannot be said, because it is not alone on its line.",
          "Write / on a line of its own.");
    }
    cursor.moveTo(from);
  }

  /** Reports a line that holds only a dot. */
  void blockEnd(int from) {
    report(
        from,
        "a line that holds only a dot makes SQL*Plus set the statement aside without running it.",
        "Remove the line, or the statement above it.");
  }

  /** Reports the hyphen at the cursor if it is the last character of a line. */
  void hyphen(int from) {
    cursor.advance(1);
    cursor.skipWhile(OracleCharacters::isBlankInLine);
    if (OracleCharacters.isLineEnd(cursor.current())) {
      continued(from);
    }
    cursor.moveTo(from);
  }

  /**
   * Reports the ampersand at the cursor if it begins a substitution variable; leaves the cursor on
   * the last ampersand.
   */
  void ampersand(int from) {
    int last = cursor.ahead(1) == '&' ? from + 1 : from;
    cursor.moveTo(last);
    if (substitutes && isVariablePart(cursor.ahead(1))) {
      cursor.advance(1);
      cursor.skipWhile(SqlPlusLines::isVariablePart);
      report(
          from,
          cursor.since(from) + " is a variable that only the client SQL*Plus replaces.",
          "Write the value itself. If the text is meant as it stands, write SET DEFINE OFF on a line"
              + " of its own above the statement.");
      cursor.moveTo(last);
    }
  }

  private static boolean isVariablePart(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Reports what SQL*Plus would find in the quoted piece that ends at the cursor. */
  void inspect(int from) {
    int end = cursor.position();
    cursor.moveTo(from);
    while (cursor.position() < end) {
      int at = cursor.position();
      switch (cursor.current()) {
        case '&' -> ampersand(at);
        case '-' -> hyphenInside(at, end);
        case '/' -> slashInside(at, end);
        default -> {}
      }
      cursor.advance(1);
    }
    cursor.moveTo(end);
  }

  /** Reports a slash alone on its line in the comment that ends at the cursor. */
  void inspectComment(int from) {
    int end = cursor.position();
    cursor.moveTo(from);
    while (cursor.position() < end) {
      if (cursor.current() == '/') {
        slashInside(cursor.position(), end);
      }
      cursor.advance(1);
    }
    cursor.moveTo(end);
  }

  private void hyphenInside(int at, int end) {
    if (at + 1 < end) {
      hyphen(at);
    }
  }

  private void slashInside(int at, int end) {
    if (at + 1 < end && isAlone()) {
      report(
          at,
          "SQL*Plus ends the statement at a line that holds only /, also within text or a comment,"
              + " and the server does not.",
          "Write something else on that line; in text, join the lines with || CHR(10) ||.");
    }
  }

  private void continued(int at) {
    report(
        at,
        "SQL*Plus joins a line that ends in a hyphen with the next one and drops the hyphen, and the"
            + " server does neither.",
        "Put a minus sign at the beginning of the next line; write other text so that no line ends"
            + " in a hyphen.");
  }

  private void report(int at, String reason, String wayOut) {
    assembler.problem(
        at, ErrorCode.UNSUPPORTED_CLIENT_COMMAND, "Cannot split the script: " + reason, wayOut);
  }
}
