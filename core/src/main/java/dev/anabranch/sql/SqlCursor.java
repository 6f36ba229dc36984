package dev.anabranch.sql;

import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * A position in SQL text that knows how to step over the pieces from which every product's lexical
 * rules are made.
 *
 * <p>It decides nothing by itself: which quotes a product knows, whether its comments nest and what
 * a word is made of is said by the {@link StatementSplitter} that moves the cursor. Each step costs
 * time in proportion to the characters it passes, and no step makes a copy of the text.
 *
 * <p>A cursor is for one thread.
 */
public final class SqlCursor {

  /** What {@link #current()} and {@link #ahead(int)} return outside the text. */
  public static final char NONE = '\0';

  private final String text;
  private int position;

  /**
   * Creates a cursor on the first character.
   *
   * @param text the text to read
   */
  public SqlCursor(String text) {
    this.text = Objects.requireNonNull(text, "text");
  }

  /** Returns how many characters lie behind the cursor. */
  public int position() {
    return position;
  }

  /** Says whether all of the text has been read. */
  public boolean atEnd() {
    return position >= text.length();
  }

  /** Returns the character at the cursor, {@link #NONE} at the end. */
  public char current() {
    return ahead(0);
  }

  /**
   * Returns a character near the cursor, {@link #NONE} outside the text.
   *
   * @param distance how far from the cursor; negative for what was read already
   */
  public char ahead(int distance) {
    int index = position + distance;
    return index >= 0 && index < text.length() ? text.charAt(index) : NONE;
  }

  /**
   * Says whether the text goes on with these characters.
   *
   * @param characters what to look for, case counts
   */
  public boolean at(String characters) {
    return text.startsWith(characters, position);
  }

  /**
   * Says whether what lies between a place and the cursor spells a word of the language.
   *
   * @param from where the piece begins
   * @param word the word, in capital letters of ASCII; only these are compared without case,
   *     because that is what servers do with their own words in any language
   */
  public boolean spells(int from, String word) {
    if (position - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = text.charAt(from + i);
      char upper = c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c;
      if (upper != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns what lies between a place and the cursor.
   *
   * @param from where the piece begins
   */
  public String since(int from) {
    return text.substring(from, position);
  }

  /**
   * Steps over a number of characters, at most to the end.
   *
   * @param count how many
   */
  public void advance(int count) {
    position = Math.min(text.length(), position + count);
  }

  /**
   * Goes to a place, usually back to where a guess began.
   *
   * @param place the place, from 0 to the length of the text
   */
  public void moveTo(int place) {
    position = Objects.checkIndex(place, text.length() + 1);
  }

  /** Goes to the end of the text. */
  public void moveToEnd() {
    position = text.length();
  }

  /**
   * Steps over characters as long as they are of a kind.
   *
   * @param kind says of a character (a UTF-16 unit) whether it belongs
   */
  public void skipWhile(IntPredicate kind) {
    while (position < text.length() && kind.test(text.charAt(position))) {
      position++;
    }
  }

  /** Steps to the end of the line, before its line break; a line ends at LF, CR or CR LF. */
  public void skipToLineEnd() {
    skipWhile(c -> c != '\n' && c != '\r');
  }

  /** Steps to the beginning of the next line. */
  public void skipLine() {
    skipToLineEnd();
    advance(at("\r\n") ? 2 : 1);
  }

  /**
   * Steps over text between quotes in which the quote is written twice; the cursor stands on the
   * opening one.
   *
   * @return whether it is closed; if it is not, the cursor is at the end
   */
  public boolean skipQuoted() {
    char quote = current();
    advance(1);
    while (true) {
      int close = text.indexOf(quote, position);
      if (close < 0) {
        moveToEnd();
        return false;
      }
      position = close + 1;
      if (current() != quote) {
        return true;
      }
      position++;
    }
  }

  /**
   * Steps over text between quotes in which a backslash protects the next character and the quote
   * may also be written twice; the cursor stands on the opening one.
   *
   * @return whether it is closed; if it is not, the cursor is at the end
   */
  public boolean skipQuotedWithBackslashes() {
    char quote = current();
    advance(1);
    while (!atEnd()) {
      char c = current();
      if (c == '\\' || (c == quote && ahead(1) == quote)) {
        advance(2);
      } else {
        advance(1);
        if (c == quote) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Steps over a comment that ends at the first <code>*&#47;</code>; the cursor stands on its
   * <code>/*</code>.
   *
   * @return whether it is closed; if it is not, the cursor is at the end
   */
  public boolean skipBlockComment() {
    advance(2);
    return skipPast("*/");
  }

  /**
   * Steps over a comment that may hold whole comments; the cursor stands on its <code>/*</code>.
   *
   * @return whether it is closed; if it is not, the cursor is at the end
   */
  public boolean skipNestedBlockComment() {
    int depth = 0;
    while (!atEnd()) {
      if (at("/*")) {
        depth++;
        advance(2);
      } else if (at("*/")) {
        depth--;
        advance(2);
        if (depth == 0) {
          return true;
        }
      } else {
        advance(1);
      }
    }
    return false;
  }

  /**
   * Steps over everything up to and including the next occurrence of a closing text.
   *
   * @param closing what ends it, case counts
   * @return whether it is there; if it is not, the cursor is at the end
   */
  public boolean skipPast(String closing) {
    int at = text.indexOf(closing, position);
    if (at < 0) {
      moveToEnd();
      return false;
    }
    position = at + closing.length();
    return true;
  }

  /**
   * Steps over a delimiter of the shape <code>$$</code> or <code>$tag$</code>, if the cursor stands
   * on one; else stays.
   *
   * @param tagStart says which characters may begin a tag
   * @param tagPart says which characters may follow in a tag
   * @return whether there is one
   */
  public boolean skipDollarDelimiter(IntPredicate tagStart, IntPredicate tagPart) {
    int from = position;
    advance(1);
    if (tagStart.test(current())) {
      skipWhile(tagPart);
    }
    if (current() == '$') {
      advance(1);
      return true;
    }
    position = from;
    return false;
  }
}
