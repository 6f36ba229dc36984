package dev.anabranch.testkit.contract;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.IdentifierLimit;
import dev.anabranch.sql.IdentifierQuoting;
import dev.anabranch.sql.SqlStyle;
import java.util.List;
import java.util.Random;

/**
 * Makes names and texts of what has broken out of quotes somewhere: quotes of every product,
 * comments, terminators, escapes, what drivers and clients replace, and letters of many alphabets.
 * The same seed makes the same ones.
 */
final class HostileText {

  private static final List<String> PIECES =
      List.of(
          "'",
          "\"",
          "`",
          "''",
          "\"\"",
          "``",
          "\\",
          "\\'",
          "\\\"",
          ";",
          "--",
          "-- ",
          "#",
          "/*",
          "*/",
          "/*!",
          "$$",
          "$a$",
          "?",
          "??",
          ":a",
          "@a",
          "&b",
          "{fn now()}",
          "{",
          "}",
          "%",
          "_",
          "%s",
          "${x}",
          "(",
          ")",
          "[",
          "]",
          ",",
          "=",
          "|",
          "||",
          "<",
          ">",
          "~",
          "^",
          "a",
          "B",
          "7",
          "é",
          "ß",
          "İ",
          "ſ",
          "Ω",
          "я",
          "名",
          "\u00a0",
          " ",
          "null",
          "select",
          "DROP TABLE victim");

  private static final List<String> ATTACKS =
      List.of(
          "'); DROP TABLE victim; --",
          "'; DROP TABLE victim; --",
          "\"; DROP TABLE victim; --",
          "\" (a INTEGER); DROP TABLE victim; --",
          "`; DROP TABLE victim; -- ",
          "\\'; DROP TABLE victim; -- ",
          "\\\"; DROP TABLE victim; -- ",
          "*/ DROP TABLE victim /*",
          "$$; DROP TABLE victim; $$",
          "'||(SELECT 1 FROM victim)||'",
          "\u02bc; DROP TABLE victim; --");

  // Values and comments may hold these as well, names may not everywhere.
  private static final List<String> IN_TEXTS_ONLY =
      List.of("\n", "\r\n", "\t", "\u0001", "\u001a", "\ud83d\ude00", "\u2028", "/\n", "\nGO\n");

  private final Random random;

  HostileText(long seed) {
    this.random = new Random(seed);
  }

  /** Returns a text for a value or a comment. */
  String text() {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(8);
    for (int i = 0; i < pieces; i++) {
      int kind = random.nextInt(10);
      text.append(kind == 0 ? one(ATTACKS) : kind < 3 ? one(IN_TEXTS_ONLY) : one(PIECES));
    }
    return text.toString();
  }

  /** Returns a text that is not blank and neither begins nor ends with a blank. */
  String solidText() {
    return "x" + text() + "x";
  }

  /** Returns a name that the product can keep with a few characters behind it. */
  String name(SqlStyle style) {
    StringBuilder name = new StringBuilder("x");
    int pieces = 1 + random.nextInt(5);
    for (int i = 0; i < pieces; i++) {
      name.append(random.nextInt(6) == 0 ? one(ATTACKS) : one(PIECES));
    }
    IdentifierQuoting quoting = style.quoting();
    String kept =
        quoting.inside() == IdentifierQuoting.QuoteInside.REFUSED
            ? name.toString().replace(String.valueOf(quoting.quote()), "")
            : name.toString();
    IdentifierLimit limit = style.limit();
    while (limit.lengthOf(Identifier.of(kept)) > Math.min(limit.length(), 200) - 4) {
      kept = kept.substring(0, kept.length() - 1);
    }
    return kept.stripTrailing().replaceAll("\u00a0+$", "");
  }

  private String one(List<String> pieces) {
    return pieces.get(random.nextInt(pieces.size()));
  }
}
