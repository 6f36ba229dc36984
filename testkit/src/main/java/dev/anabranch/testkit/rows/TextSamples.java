package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts of a length. */
final class TextSamples {

  /** The longest text or number of bytes that is made: more would only take time. */
  static final int LONGEST = 4_000;

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  // A letter and its accent, one letter for both, letters that fold oddly, and right to left.
  private static final List<String> BASIC =
      List.of("e\u0301\u00e9", "\u00df\u0130\u0131", "\u65e5\u672c", "\u05d0\u05d1");

  // A face, and a family of three that joiners make one.
  private static final List<String> ALL =
      List.of("\ud83d\ude00", "\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66");

  private TextSamples() {}

  /** Returns the texts at the edges of a range. */
  static List<String> edges(ValueRange.Texts range) {
    List<String> texts = new ArrayList<>();
    texts.add("");
    texts.add(longest(range));
    texts.add("it's \"so\"");
    texts.add("a\\b\\\\'");
    texts.add(" c ");
    texts.add("Ab ");
    if (range.characters() == ValueRange.Characters.LATIN) {
      texts.add("\u00e9\u00df\u00d8");
    }
    if (range.characters().compareTo(ValueRange.Characters.BASIC) >= 0) {
      texts.addAll(BASIC);
    }
    if (range.characters() == ValueRange.Characters.ALL) {
      texts.addAll(ALL);
    }
    return texts.stream().filter(range::fits).distinct().toList();
  }

  private static String longest(ValueRange.Texts range) {
    int length = Math.min(range.longest(), LONGEST);
    return LETTERS.repeat(length / LETTERS.length() + 1).substring(0, length);
  }

  /** Returns an ordinary text for a number; short texts come to an end. */
  static Optional<String> ordinary(ValueRange.Texts range, int n) {
    String digits = Integer.toString(n, Character.MAX_RADIX);
    if (range.longest() >= digits.length() + 5) {
      return Optional.of("text " + digits);
    }
    // Letters first, which more conditions allow than digits.
    long count = (long) Math.pow(Character.MAX_RADIX, Math.min(range.longest(), 5));
    return n < count && range.longest() > 0
        ? Optional.of(Long.toString((n + 10L) % count, Character.MAX_RADIX))
        : Optional.empty();
  }
}
