package dev.anabranch.testkit.confluence;

import dev.anabranch.sql.SqlCursor;
import dev.anabranch.testkit.confluence.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a statement into pieces by what all products have in common, and gives up where they differ:
 * a backslash that may protect a quote, a comment within a comment, {@code #}, quotes with a letter
 * in front that changes their meaning, and comments that some servers run.
 */
final class SqlTokens {

  private final SqlCursor cursor;
  private final char nameQuote;
  private final List<SqlToken> tokens = new ArrayList<>();
  private boolean doubtful;

  private SqlTokens(String sql, char nameQuote) {
    this.cursor = new SqlCursor(sql);
    this.nameQuote = nameQuote;
  }

  /**
   * Returns the pieces of a statement; empty if products would cut it differently.
   *
   * @param sql the statement
   * @param nameQuote what the product writes around names
   */
  static Optional<List<SqlToken>> of(String sql, char nameQuote) {
    return new SqlTokens(sql, nameQuote).run();
  }

  private Optional<List<SqlToken>> run() {
    while (!cursor.atEnd() && !doubtful) {
      step();
    }
    return doubtful ? Optional.empty() : Optional.of(List.copyOf(tokens));
  }

  private void step() {
    int from = cursor.position();
    char c = cursor.current();
    if (c <= ' ' || Character.isSpaceChar(c)) {
      cursor.skipWhile(each -> each <= ' ' || Character.isSpaceChar(each));
    } else if (c == '\'') {
      quoted(Kind.LITERAL);
    } else if (c == '"' || c == '`') {
      quoted(c == '`' || nameQuote == '"' ? Kind.NAME : Kind.LITERAL);
    } else if (c == '$') {
      dollar(from);
    } else if (cursor.at("--")) {
      cursor.skipToLineEnd();
    } else if (cursor.at("/*")) {
      comment(from);
    } else if (c == '#' || cursor.at("//")) {
      doubtful = true;
    } else if (Character.isDigit(c)) {
      cursor.skipWhile(each -> isWordPart(each) || each == '.');
      tokens.add(new SqlToken(Kind.LITERAL, cursor.since(from)));
    } else if (isWordStart(c)) {
      word(from);
    } else {
      cursor.advance(1);
      tokens.add(new SqlToken(Kind.SYMBOL, String.valueOf(c)));
    }
  }

  private void quoted(Kind kind) {
    int from = cursor.position();
    String quote = String.valueOf(cursor.current());
    boolean closed = cursor.skipQuoted();
    int end = cursor.position();
    String whole = cursor.since(from);
    cursor.moveTo(from);
    boolean same = cursor.skipQuotedWithBackslashes() == closed && cursor.position() == end;
    cursor.moveTo(end);
    if (!closed || (kind == Kind.LITERAL && !same)) {
      doubtful = true;
      return;
    }
    tokens.add(
        new SqlToken(kind, whole.substring(1, whole.length() - 1).replace(quote + quote, quote)));
  }

  // What stands between dollars is text on some products and nothing on the others.
  private void dollar(int from) {
    if (!cursor.skipDollarDelimiter(SqlTokens::isWordStart, c -> isWordPart(c) && c != '$')) {
      cursor.advance(1);
      tokens.add(new SqlToken(Kind.SYMBOL, "$"));
      return;
    }
    String delimiter = cursor.since(from);
    int inside = cursor.position();
    if (!cursor.skipPast(delimiter)) {
      doubtful = true;
      return;
    }
    String text = cursor.since(inside);
    tokens.add(new SqlToken(Kind.LITERAL, text.substring(0, text.length() - delimiter.length())));
  }

  private void comment(int from) {
    boolean run = cursor.at("/*!") || cursor.at("/*M!");
    boolean closed = cursor.skipBlockComment();
    doubtful = run || !closed || cursor.since(from + 2).contains("/*");
  }

  private void word(int from) {
    cursor.skipWhile(SqlTokens::isWordPart);
    if (cursor.current() == '\'') {
      doubtful = cursor.spells(from, "Q") || cursor.spells(from, "NQ");
    }
    tokens.add(new SqlToken(Kind.WORD, cursor.since(from)));
  }

  private static boolean isWordStart(int c) {
    return Character.isLetter(c) || c == '_' || c == '@' || Character.isSurrogate((char) c);
  }

  private static boolean isWordPart(int c) {
    return isWordStart(c) || Character.isDigit(c) || c == '$' || c == '#';
  }
}
