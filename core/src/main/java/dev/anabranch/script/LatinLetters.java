package dev.anabranch.script;

import java.text.Normalizer;
import java.util.Map;

/** Latin letters written in ASCII. */
final class LatinLetters {

  /** Letters that Unicode does not take apart into a base letter and a mark. */
  private static final Map<Character, String> SPELLED =
      Map.ofEntries(
          Map.entry('ß', "ss"),
          Map.entry('ẞ', "SS"),
          Map.entry('æ', "ae"),
          Map.entry('Æ', "AE"),
          Map.entry('œ', "oe"),
          Map.entry('Œ', "OE"),
          Map.entry('ø', "o"),
          Map.entry('Ø', "O"),
          Map.entry('ł', "l"),
          Map.entry('Ł', "L"),
          Map.entry('đ', "d"),
          Map.entry('Đ', "D"),
          Map.entry('ð', "d"),
          Map.entry('Ð', "D"),
          Map.entry('þ', "th"),
          Map.entry('Þ', "TH"),
          Map.entry('ħ', "h"),
          Map.entry('Ħ', "H"),
          Map.entry('ŧ', "t"),
          Map.entry('Ŧ', "T"),
          Map.entry('ŋ', "ng"),
          Map.entry('Ŋ', "NG"),
          Map.entry('ı', "i"),
          Map.entry('ə', "e"),
          Map.entry('Ə', "E"),
          Map.entry('ƒ', "f"),
          Map.entry('€', "EUR"));

  private LatinLetters() {}

  static String toAscii(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder ascii = new StringBuilder(apart.length());
    for (int at = 0; at < apart.length(); at++) {
      char c = apart.charAt(at);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        ascii.append(SPELLED.getOrDefault(c, String.valueOf(c)));
      }
    }
    return ascii.toString();
  }
}
