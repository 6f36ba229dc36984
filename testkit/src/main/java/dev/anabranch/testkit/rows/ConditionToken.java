package dev.anabranch.testkit.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A token of a condition.
 *
 * @param kind what it is
 * @param text a word in small letters, a name or text without its quotes, a number, or a symbol
 */
record ConditionToken(Kind kind, String text) {

  /** The kinds of tokens. */
  enum Kind {
    /** A word without quotes: a name, a function, a word of the language. */
    WORD,
    /** A name in quotes. */
    NAME,
    /** A text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** An operator or a parenthesis. */
    SYMBOL,
    /** The end. */
    END
  }

  private static final ConditionToken UNFINISHED = new ConditionToken(Kind.END, "'");

  static final ConditionToken LAST = new ConditionToken(Kind.END, "");

  private static final List<String> SYMBOLS =
      List.of(
          "!~~*", "!~*", "!~~", "~~*", "<=>", "::", "<=", ">=", "<>", "!=", "||", "!~", "~~", "~*",
          "&&");

  boolean is(String symbolOrWord) {
    return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
  }

  /**
   * Returns the tokens of a condition, with the end as the last one. Whether a backslash is a
   * character like others is seen where the quotes do not match otherwise.
   */
  static List<ConditionToken> of(String condition) {
    List<ConditionToken> tokens = of(condition, false);
    return tokens.contains(UNFINISHED) ? of(condition, true) : tokens;
  }

  private static List<ConditionToken> of(String condition, boolean backslashes) {
    List<ConditionToken> tokens = new ArrayList<>();
    int at = 0;
    while (at < condition.length()) {
      char c = condition.charAt(at);
      int from = at;
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '\'' || c == '"' || c == '`') {
        boolean escapes = backslashes || escapes(condition, at);
        at = endOfQuoted(condition, at, escapes);
        if (at > condition.length()) {
          tokens.add(UNFINISHED);
          break;
        }
        String inner = condition.substring(from + 1, Math.max(from + 1, at - 1));
        tokens.add(
            new ConditionToken(c == '\'' ? Kind.TEXT : Kind.NAME, unquoted(inner, c, escapes)));
      } else if (Character.isDigit(c)) {
        while (at < condition.length() && isNumber(condition, at)) {
          at++;
        }
        tokens.add(new ConditionToken(Kind.NUMBER, condition.substring(from, at)));
      } else if (Character.isLetter(c) || c == '_') {
        while (at < condition.length() && isWord(condition.charAt(at))) {
          at++;
        }
        String word = condition.substring(from, at).toLowerCase(Locale.ROOT);
        boolean introducer =
            at < condition.length()
                && condition.charAt(at) == '\''
                && (word.equals("e") || word.equals("n") || word.startsWith("_"));
        if (!introducer) {
          tokens.add(new ConditionToken(Kind.WORD, word));
        }
      } else {
        String symbol = symbol(condition, at);
        at += symbol.length();
        tokens.add(new ConditionToken(Kind.SYMBOL, symbol));
      }
    }
    tokens.add(LAST);
    return tokens;
  }

  private static boolean escapes(String condition, int quote) {
    return quote > 0 && (condition.charAt(quote - 1) == 'E' || condition.charAt(quote - 1) == 'e');
  }

  private static int endOfQuoted(String condition, int from, boolean escapes) {
    char quote = condition.charAt(from);
    int at = from + 1;
    while (at < condition.length()) {
      if (escapes && condition.charAt(at) == '\\') {
        at++;
      } else if (condition.charAt(at) == quote) {
        if (at + 1 < condition.length() && condition.charAt(at + 1) == quote) {
          at++;
        } else {
          return at + 1;
        }
      }
      at++;
    }
    return condition.length() + 1;
  }

  private static String unquoted(String inner, char quote, boolean escapes) {
    String text = inner.replace("" + quote + quote, "" + quote);
    return escapes ? text.replaceAll("(?s)\\\\(.)", "$1") : text;
  }

  private static boolean isNumber(String text, int at) {
    char c = text.charAt(at);
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    boolean sign = (c == '+' || c == '-') && (before == 'E' || before == 'e');
    boolean exponent = (c == 'E' || c == 'e') && Character.isDigit(before);
    return Character.isDigit(c) || c == '.' || exponent || sign;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#';
  }

  private static String symbol(String text, int at) {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        return symbol;
      }
    }
    return text.substring(at, at + 1);
  }
}
