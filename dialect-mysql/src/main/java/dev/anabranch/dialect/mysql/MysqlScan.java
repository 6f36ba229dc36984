package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.mysql.MysqlSplitter.ConditionalComments;
import dev.anabranch.dialect.mysql.MysqlSqlMode.Backslashes;
import dev.anabranch.dialect.mysql.MysqlSqlMode.DoubleQuotes;
import dev.anabranch.dialect.mysql.MysqlStatementShape.Doubt;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.sql.ScriptAssembler;
import dev.anabranch.sql.SplitScript;
import dev.anabranch.sql.SqlCursor;
import java.util.Optional;

/** One pass over one script. */
final class MysqlScan {

  private static final String SEMICOLON = ";";
  private static final int NOWHERE = -1;

  private final String script;
  private final SqlCursor cursor;
  private final ScriptAssembler assembler;
  private final ConditionalComments comments;
  private final MysqlSqlModes modes;
  private MysqlStatementShape statement = new MysqlStatementShape();
  private String delimiter = SEMICOLON;

  /** Where the last piece of a statement ends. */
  private int pieceEnd;

  /** Where the open conditional comment begins. */
  private int conditionalAt = NOWHERE;

  /** Where, under another delimiter, a semicolon stands behind a whole statement. */
  private int semicolonAt = NOWHERE;

  MysqlScan(String script, ConditionalComments comments, MysqlSqlMode mode) {
    this.script = script;
    this.comments = comments;
    cursor = new SqlCursor(script);
    assembler = new ScriptAssembler(script);
    modes = new MysqlSqlModes(mode);
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
    if (cursor.at(delimiter)) {
      delimiter(from);
      return;
    }
    switch (cursor.current()) {
      case ' ', '\t', '\n', '\u000b', '\f', '\r' -> cursor.skipWhile(MysqlCharacters::isBlank);
      case '\'' -> text(from, "the text in single quotes", "'");
      case '"' -> {
        if (modes.current().doubleQuotes() == DoubleQuotes.NAME) {
          quoted(from, cursor.skipQuoted(), "the name in double quotes", "\"");
        } else {
          text(from, "the text in double quotes", "\"");
        }
      }
      case '`' -> quoted(from, cursor.skipQuoted(), "the name in backticks", "`");
      case '#' -> skipLineComment();
      case '-' -> hyphen(from);
      case '/' -> slash(from);
      case '*' -> {
        if (conditionalAt != NOWHERE && cursor.at("*/")) {
          cursor.advance(2);
          piece(from);
          conditionalAt = NOWHERE;
        } else {
          symbol(from);
        }
      }
      case '\\' -> backslash(from);
      case ';' -> semicolonWithin(from);
      default -> {
        if (MysqlCharacters.isWordPart(cursor.current())) {
          word(from);
        } else {
          symbol(from);
        }
      }
    }
  }

  /** Takes what lies between a place and the cursor into the statement. */
  private void piece(int from) {
    if (semicolonAt != NOWHERE) {
      assembler.problem(
          semicolonAt,
          ErrorCode.UNCERTAIN_SPLIT,
          "Cannot split the script: a semicolon stands between two statements, while the delimiter is "
              + delimiter
              + ".",
          "End each statement with the delimiter, or set the delimiter back before them.");
      semicolonAt = NOWHERE;
    }
    assembler.piece(from, cursor.position());
    pieceEnd = cursor.position();
  }

  private void symbol(int from) {
    char c = cursor.current();
    cursor.advance(1);
    piece(from);
    statement.symbol(c, from);
  }

  private void quoted(int from, boolean closed, String what, String closing) {
    if (!closed) {
      assembler.unterminated(from, what, closing);
    }
    piece(from);
    statement.quoted(from);
  }

  private void text(int from, String what, String closing) {
    boolean closed =
        modes.current().backslashes() == Backslashes.ESCAPE
            ? cursor.skipQuotedWithBackslashes()
            : cursor.skipQuoted();
    quoted(from, closed, what, closing);
  }

  // As the client has it, two hyphens at a statement's beginning need no blank behind them.
  private void hyphen(int from) {
    boolean comment =
        cursor.at("--")
            && (!assembler.inStatement() || MysqlCharacters.opensLineComment(cursor.ahead(2)));
    if (comment) {
      skipLineComment();
    } else {
      symbol(from);
    }
  }

  // A carriage return alone does not end a comment.
  private void skipLineComment() {
    cursor.skipWhile(c -> c != '\n');
  }

  private void slash(int from) {
    if (cursor.at("/*!") || (comments == ConditionalComments.MARIADB && cursor.at("/*M!"))) {
      conditional(from);
    } else if (!cursor.at("/*")) {
      symbol(from);
    } else if (!cursor.skipBlockComment()) {
      assembler.unterminated(from, "the comment", "*/");
    }
  }

  // Its content is read as SQL, whether or not this server's release is one that runs it.
  private void conditional(int from) {
    cursor.advance(cursor.at("/*!") ? 3 : 4);
    int digits = 0;
    while (digits < 6 && cursor.ahead(digits) >= '0' && cursor.ahead(digits) <= '9') {
      digits++;
    }
    cursor.advance(digits >= 5 ? digits : 0);
    conditionalAt = from;
    piece(from);
  }

  private void word(int from) {
    cursor.advance(1);
    cursor.skipWhile(MysqlCharacters::isWordPart);
    stopBeforeDelimiter(from);
    if (!assembler.inStatement() && conditionalAt == NOWHERE) {
      if (cursor.spells(from, "DELIMITER")) {
        delimiterCommand(from);
        return;
      }
      Optional<String> command = MysqlClientCommands.word(cursor.since(from));
      if (command.isPresent()) {
        clientCommand(from, command.get());
        return;
      }
    }
    piece(from);
    statement.word(cursor, from);
  }

  // A delimiter of letters is seen also in the middle of a word, as by the client.
  private void stopBeforeDelimiter(int from) {
    if (delimiter.equals(SEMICOLON)) {
      return;
    }
    for (int at = from + 1; at < cursor.position(); at++) {
      if (script.startsWith(delimiter, at)) {
        cursor.moveTo(at);
      }
    }
  }

  private void delimiter(int from) {
    cursor.advance(delimiter.length());
    if (delimiter.equals(SEMICOLON) && assembler.inStatement() && statement.keepsSemicolon()) {
      piece(from);
      statement.semicolonInside();
      return;
    }
    finish();
    assembler.terminate(cursor.position());
  }

  // Under another delimiter semicolons belong to the statement, but for one that only ends it.
  private void semicolonWithin(int from) {
    cursor.advance(1);
    if (assembler.inStatement() && !statement.isProgram()) {
      semicolonAt = from;
    }
  }

  /** Looks at the statement that has been read. */
  private void finish() {
    if (conditionalAt != NOWHERE) {
      assembler.unterminated(conditionalAt, "the conditional comment", "*/ before the delimiter");
      conditionalAt = NOWHERE;
    }
    if (!assembler.inStatement()) {
      return;
    }
    if (delimiter.equals(SEMICOLON)) {
      statement.doubt(modes.current().bodies()).ifPresent(this::report);
    }
    if (statement.locksTables()) {
      assembler.problem(
          assembler.statementStart(),
          ErrorCode.UNSUPPORTED_STATEMENT,
          "Cannot split the script: LOCK TABLES keeps the session from all other tables, the history table included.",
          "Remove it and UNLOCK TABLES; mysqldump --skip-add-locks leaves them out.");
    }
    if (script.startsWith("--", pieceEnd - 2) && pieceEnd - 2 >= assembler.statementStart()) {
      report(
          new Doubt(
              pieceEnd - 2,
              "two hyphens at the end of a statement begin a comment when they stand alone",
              "Write a blank behind them, if they are to begin a comment; else remove them."));
    }
    if (statement.isSetting()) {
      modes.set(script.substring(assembler.statementStart(), pieceEnd));
    }
    statement = new MysqlStatementShape();
    semicolonAt = NOWHERE;
  }

  private void report(Doubt doubt) {
    assembler.problem(
        doubt.at(),
        ErrorCode.UNCERTAIN_SPLIT,
        "Cannot split the script: " + doubt.reason() + ".",
        doubt.wayOut());
  }

  private void end() {
    if (delimiter.equals(SEMICOLON) && assembler.inStatement()) {
      statement
          .openBlock()
          .ifPresent(at -> assembler.unterminated(at, "the block", "END and a semicolon"));
    }
    finish();
  }

  private void delimiterCommand(int from) {
    cursor.skipWhile(c -> c == ' ' || c == '\t');
    int begin = cursor.position();
    cursor.skipWhile(c -> !MysqlCharacters.isBlank(c));
    String argument = unquoted(cursor.since(begin));
    int end = cursor.position();
    cursor.skipWhile(c -> c == ' ' || c == '\t' || c == '\r');
    if (argument.isEmpty() || argument.indexOf('\\') >= 0) {
      delimiterProblem(from, "DELIMITER needs characters behind it, without a backslash");
    } else if (!cursor.atEnd() && cursor.current() != '\n') {
      cursor.moveTo(end);
      delimiterProblem(from, "what stands behind the new delimiter on its line would be lost");
      delimiter = argument;
    } else {
      delimiter = argument;
    }
    skipLineComment();
  }

  private static String unquoted(String argument) {
    char first = argument.isEmpty() ? ' ' : argument.charAt(0);
    boolean quoted =
        argument.length() > 1
            && (first == '\'' || first == '"' || first == '`')
            && argument.charAt(argument.length() - 1) == first;
    return quoted ? argument.substring(1, argument.length() - 1) : argument;
  }

  private void delimiterProblem(int at, String reason) {
    assembler.problem(
        at,
        ErrorCode.UNSUPPORTED_CLIENT_COMMAND,
        "Cannot split the script: " + reason + ".",
        "Write DELIMITER and the characters on a line of their own.");
  }

  // NULL has a short form, which MariaDB still knows.
  private void backslash(int from) {
    cursor.advance(1);
    if (cursor.current() == 'N') {
      cursor.advance(1);
      piece(from);
      statement.quoted(from);
      return;
    }
    if (!cursor.atEnd() && !MysqlCharacters.isBlank(cursor.current())) {
      cursor.advance(1);
    }
    clientCommand(from, cursor.since(from));
  }

  private void clientCommand(int from, String command) {
    skipLineComment();
    assembler.problem(
        from,
        ErrorCode.UNSUPPORTED_CLIENT_COMMAND,
        "Cannot split the script: "
            + command
            + " is a command of the clients mysql and mariadb, not of the server.",
        MysqlClientCommands.wayOut(command));
  }
}
