package dev.anabranch.dialect.h2;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.sql.ScriptAssembler;
import dev.anabranch.sql.SplitScript;
import dev.anabranch.sql.SqlCursor;

/** One pass over one script. */
final class H2Scan {

  private final SqlCursor cursor;
  private final ScriptAssembler assembler;

  H2Scan(String script) {
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
    return assembler.finish();
  }

  private void step() {
    int from = cursor.position();
    switch (cursor.current()) {
      case '\'' -> quoted(from, "the text in single quotes", "'");
      case '"' -> quoted(from, "the name in double quotes", "\"");
      case '`' -> quoted(from, "the name in backticks", "`");
      case '$' -> dollar(from);
      case '-' -> {
        if (cursor.at("--")) {
          cursor.skipToLineEnd();
        } else {
          symbol(from);
        }
      }
      case '/' -> slash(from);
      case ';' -> {
        cursor.advance(1);
        assembler.terminate(cursor.position());
      }
      case '@' -> at(from);
      default -> {
        char c = cursor.current();
        if (isBlank(c)) {
          cursor.skipWhile(H2Scan::isBlank);
        } else if (isNameStart(c)) {
          cursor.skipWhile(H2Scan::isNamePart);
          assembler.piece(from, cursor.position());
        } else {
          symbol(from);
        }
      }
    }
  }

  private void symbol(int from) {
    cursor.advance(1);
    assembler.piece(from, cursor.position());
  }

  private void quoted(int from, String what, String closing) {
    if (!cursor.skipQuoted()) {
      assembler.unterminated(from, what, closing);
    }
    assembler.piece(from, cursor.position());
  }

  // Unlike a name, which may hold dollar signs, a quote has no tag.
  private void dollar(int from) {
    if (!cursor.at("$$")) {
      symbol(from);
      return;
    }
    cursor.advance(2);
    if (!cursor.skipPast("$$")) {
      assembler.unterminated(from, "the dollar-quoted text", "$$");
    }
    assembler.piece(from, cursor.position());
  }

  private void slash(int from) {
    if (cursor.at("//")) {
      cursor.skipToLineEnd();
    } else if (!cursor.at("/*")) {
      symbol(from);
    } else if (!cursor.skipNestedBlockComment()) {
      assembler.unterminated(from, "the comment", "*/");
    }
  }

  // Within a statement it begins a variable.
  private void at(int from) {
    boolean first = !assembler.inStatement();
    symbol(from);
    if (first && isNameStart(cursor.current())) {
      cursor.skipWhile(H2Scan::isNamePart);
      String command = cursor.since(from);
      assembler.problem(
          from,
          ErrorCode.UNSUPPORTED_CLIENT_COMMAND,
          "Cannot split the script: "
              + (command.length() > 32 ? "this" : command)
              + " is a command of the H2 Console, not of the server.",
          "Remove the line, or run this part in the H2 Console.");
    }
  }

  private static boolean isBlank(int c) {
    return c <= ' ' || Character.isSpaceChar(c);
  }

  // Letters beyond the basic plane are pairs of surrogates; what else is written so is an error to
  // the server anyway.
  static boolean isNameStart(int c) {
    return Character.isJavaIdentifierStart(c) || Character.isSurrogate((char) c);
  }

  static boolean isNamePart(int c) {
    return Character.isJavaIdentifierPart(c) || Character.isSurrogate((char) c);
  }
}
