package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.oracle.OracleStatementShape.Body;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.sql.ScriptAssembler;
import dev.anabranch.sql.SplitScript;
import dev.anabranch.sql.SqlCursor;

/** One pass over one script. */
final class OracleScan {

  private final SqlCursor cursor;
  private final ScriptAssembler assembler;
  private final SqlPlusLines client;
  private OracleStatementShape statement = new OracleStatementShape();

  OracleScan(String script) {
    cursor = new SqlCursor(script);
    assembler = new ScriptAssembler(script);
    client = new SqlPlusLines(cursor, assembler);
  }

  SplitScript run() {
    if (cursor.current() == '\ufeff') {
      cursor.advance(1);
    }
    while (!cursor.atEnd()) {
      step();
    }
    return assembler.finish();
  }

  private void step() {
    int from = cursor.position();
    char c = cursor.current();
    if (OracleCharacters.isBlank(c)) {
      cursor.skipWhile(OracleCharacters::isBlank);
    } else if (c == '/' && endsHere(from)) {
      terminate();
    } else if (c == '.' && client.isBlockEnd()) {
      client.blockEnd(from);
      cursor.skipToLineEnd();
    } else if (statement.body() == Body.FOREIGN) {
      cursor.skipWhile(other -> !OracleCharacters.isBlank(other));
      assembler.piece(from, cursor.position());
    } else if (assembler.inStatement() || !client.skipCommand()) {
      token(from);
    }
  }

  private void token(int from) {
    switch (cursor.current()) {
      case '\'' -> text(from, cursor.skipQuoted());
      case '"' -> {
        if (!cursor.skipQuoted()) {
          assembler.unterminated(from, "the name in double quotes", "\"");
        }
        client.inspect(from);
        other(from);
      }
      case '-' -> {
        if (cursor.at("--")) {
          cursor.skipToLineEnd();
        } else {
          client.hyphen(from);
          symbol(from);
        }
      }
      case '/' -> {
        if (cursor.at("/*")) {
          comment(from);
        } else {
          symbol(from);
        }
      }
      case '&' -> {
        client.ampersand(from);
        symbol(from);
      }
      case ';' -> semicolon(from);
      default -> {
        if (OracleCharacters.isWordStart(cursor.current())) {
          word(from);
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

  private void text(int from, boolean closed) {
    if (!closed) {
      assembler.unterminated(from, "the text in single quotes", "'");
    }
    client.inspect(from);
    other(from);
  }

  private void comment(int from) {
    if (!cursor.skipBlockComment()) {
      assembler.unterminated(from, "the comment", "*/");
    } else if (assembler.inStatement()) {
      client.inspectComment(from);
    }
  }

  private void word(int from) {
    cursor.skipWhile(OracleCharacters::isWordPart);
    boolean alternative = cursor.spells(from, "Q") || cursor.spells(from, "NQ");
    if (alternative && cursor.current() == '\'') {
      alternativeText(from);
      return;
    }
    if (statement.beginsAnother(cursor, from)) {
      assembler.problem(
          from,
          ErrorCode.UNTERMINATED_TEXT,
          "Cannot split the script: "
              + cursor.since(from)
              + " begins another statement, but the PL/SQL unit above it ends only at a line that"
              + " holds nothing but /.",
          "Write / on a line of its own behind the unit.");
      terminate(from);
    }
    assembler.piece(from, cursor.position());
    statement.word(cursor, from);
  }

  /** Steps over the rest of {@code q'[...]'}; the cursor stands on the quote. */
  private void alternativeText(int from) {
    cursor.advance(1);
    int delimiterAt = cursor.position();
    cursor.advance(Character.isHighSurrogate(cursor.current()) ? 2 : 1);
    String delimiter = cursor.since(delimiterAt);
    String closing =
        switch (delimiter) {
          case "[" -> "]'";
          case "{" -> "}'";
          case "<" -> ">'";
          case "(" -> ")'";
          default -> delimiter + "'";
        };
    if (delimiter.isEmpty() || !cursor.skipPast(closing)) {
      assembler.unterminated(from, "the text in q-quotes", closing);
      cursor.moveToEnd();
    }
    client.inspect(from);
    other(from);
  }

  private void semicolon(int from) {
    cursor.advance(1);
    if (statement.endsAtSemicolon()) {
      terminate();
    } else if (statement.body() != Body.QUERY_WITH_UNITS) {
      assembler.piece(from, cursor.position());
    }
    // Behind a query it belongs to the statement only if a piece follows.
  }

  /** Says whether the slash at the cursor ends a statement, or reports it, and steps over it. */
  private boolean endsHere(int from) {
    if (cursor.at("/*") || (assembler.inStatement() && !client.isFirstInLine())) {
      return false;
    }
    if (!assembler.inStatement()) {
      client.straySlash(from);
      cursor.advance(1);
      return true;
    }
    if (!client.isAlone()) {
      client.inspectBehindSlash(from);
      return false;
    }
    cursor.advance(1);
    return true;
  }

  private void terminate() {
    terminate(cursor.position());
  }

  private void terminate(int to) {
    assembler.terminate(to);
    statement = new OracleStatementShape();
  }
}
