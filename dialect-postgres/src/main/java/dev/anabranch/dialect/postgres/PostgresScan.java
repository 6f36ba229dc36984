package dev.anabranch.dialect.postgres;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.sql.ScriptAssembler;
import dev.anabranch.sql.SplitScript;
import dev.anabranch.sql.SqlCursor;

/** One pass over one script. */
final class PostgresScan {

  private static final String TEXT = "the text in single quotes";

  private final SqlCursor cursor;
  private final ScriptAssembler assembler;
  private boolean backslashes;
  private PostgresStatementShape statement = new PostgresStatementShape();

  PostgresScan(String script) {
    cursor = new SqlCursor(script);
    assembler = new ScriptAssembler(script);
  }

  SplitScript run() {
    if (cursor.current() == '\ufeff') {
      cursor.advance(1);
    }
    while (!cursor.atEnd()) {
      step();
    }
    end();
    return assembler.finish();
  }

  private void step() {
    int from = cursor.position();
    switch (cursor.current()) {
      case ' ', '\t', '\n', '\r', '\f', '\u000b' -> cursor.skipWhile(PostgresCharacters::isBlank);
      case '\'' -> text(from);
      case '"' -> quoted(from, cursor.skipQuoted(), "the name in double quotes", "\"");
      case '$' -> dollar(from);
      case '-' -> {
        if (cursor.at("--")) {
          cursor.skipToLineEnd();
        } else {
          symbol(from);
        }
      }
      case '/' -> {
        if (!cursor.at("/*")) {
          symbol(from);
        } else if (!cursor.skipNestedBlockComment()) {
          assembler.unterminated(from, "the comment", "*/");
        }
      }
      case '\\' -> clientCommand(from);
      case ';' -> semicolon(from);
      case '(' -> {
        symbol(from);
        statement.open(from);
      }
      case ')' -> {
        symbol(from);
        statement.close();
      }
      default -> {
        if (PostgresCharacters.isWordStart(cursor.current())) {
          word(from);
        } else if (PostgresCharacters.isDigit(cursor.current())) {
          number(from);
        } else {
          symbol(from);
        }
      }
    }
  }

  private void symbol(int from) {
    cursor.advance(1);
    other(from);
  }

  private void other(int from) {
    assembler.piece(from, cursor.position());
    statement.other(cursor, from);
  }

  private void quoted(int from, boolean closed, String what, String closing) {
    if (!closed) {
      assembler.unterminated(from, what, closing);
    }
    other(from);
  }

  private void text(int from) {
    quoted(from, backslashes ? escapedText() : cursor.skipQuoted(), TEXT, "'");
  }

  private void word(int from) {
    cursor.skipWhile(PostgresCharacters::isWordPart);
    if (cursor.current() == '\'' && cursor.spells(from, "E")) {
      quoted(from, escapedText(), TEXT, "'");
    } else {
      assembler.piece(from, cursor.position());
      statement.word(cursor, from);
    }
  }

  // Letters directly behind digits are junk to the server, so that the E of 1E'' opens no text with
  // backslashes.
  private void number(int from) {
    cursor.skipWhile(PostgresCharacters::isDigit);
    if (PostgresCharacters.isWordStart(cursor.current())) {
      cursor.skipWhile(PostgresCharacters::isWordPart);
    }
    other(from);
  }

  /**
   * Steps over the text that begins with the quote at the cursor. What follows it in quotes on a
   * later line continues it, with backslashes as well.
   */
  private boolean escapedText() {
    boolean closed = cursor.skipQuotedWithBackslashes();
    int end = cursor.position();
    while (closed && continuesOnLaterLine()) {
      closed = cursor.skipQuotedWithBackslashes();
      end = cursor.position();
    }
    cursor.moveTo(end);
    return closed;
  }

  private boolean continuesOnLaterLine() {
    boolean lineEnded = false;
    while (!cursor.atEnd()) {
      char c = cursor.current();
      if (c == '\n' || c == '\r') {
        lineEnded = true;
        cursor.advance(1);
      } else if (PostgresCharacters.isBlank(c)) {
        cursor.advance(1);
      } else if (cursor.at("--")) {
        cursor.skipToLineEnd();
      } else {
        return lineEnded && c == '\'';
      }
    }
    return false;
  }

  // $1 is a parameter and a lone $ nothing: only a whole delimiter begins a quote.
  private void dollar(int from) {
    if (!cursor.skipDollarDelimiter(
        PostgresCharacters::isWordStart, PostgresCharacters::isTagPart)) {
      symbol(from);
      return;
    }
    String delimiter = cursor.since(from);
    quoted(from, cursor.skipPast(delimiter), "the dollar-quoted text", "the same dollar tag");
  }

  private void semicolon(int from) {
    cursor.advance(1);
    if (assembler.inStatement() && statement.keepsSemicolon()) {
      assembler.piece(from, cursor.position());
      statement.semicolonInside();
      return;
    }
    boolean dataFollow = statement.readsInlineData();
    if (dataFollow) {
      reportInlineData();
    }
    assembler.terminate(cursor.position());
    switch (statement.textMode()) {
      case STANDARD -> backslashes = false;
      case BACKSLASHES -> backslashes = true;
      case UNCHANGED -> {}
    }
    statement = new PostgresStatementShape();
    if (dataFollow) {
      skipData();
    }
  }

  private void end() {
    if (!assembler.inStatement()) {
      return;
    }
    statement.openParenthesis().ifPresent(at -> assembler.unterminated(at, "the parenthesis", ")"));
    statement
        .openBody()
        .ifPresent(at -> assembler.unterminated(at, "the body BEGIN ATOMIC", "; END"));
    if (statement.readsInlineData()) {
      reportInlineData();
    }
  }

  private void reportInlineData() {
    assembler.problem(
        assembler.statementStart(),
        ErrorCode.UNSUPPORTED_INLINE_DATA,
        "Cannot split the script: COPY ... FROM stdin reads data that only a client such as psql can send.",
        "Write the rows as INSERT statements (pg_dump --inserts does), or load them with psql.");
  }

  private void skipData() {
    cursor.skipLine();
    while (!cursor.atEnd()) {
      int from = cursor.position();
      cursor.skipToLineEnd();
      boolean last = cursor.spells(from, "\\.");
      cursor.skipLine();
      if (last) {
        return;
      }
    }
  }

  private void clientCommand(int from) {
    cursor.advance(1);
    cursor.skipWhile(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_');
    if (cursor.position() == from + 1 && !PostgresCharacters.isBlank(cursor.current())) {
      cursor.advance(1);
    }
    String command = cursor.since(from);
    cursor.skipToLineEnd();
    assembler.problem(
        from,
        ErrorCode.UNSUPPORTED_CLIENT_COMMAND,
        "Cannot split the script: "
            + command
            + " is a command of the client psql, not of the server.",
        PsqlCommands.wayOut(command));
  }
}
