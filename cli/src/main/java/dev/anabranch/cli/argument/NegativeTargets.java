package dev.anabranch.cli.argument;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets targets such as {@code -1} and {@code -3:current} stand where a dash begins an option.
 *
 * <p>No option of ours begins with a digit, so that a dash before a digit is always a target. The
 * parser does not know that; therefore the dash is exchanged for a character nobody types before
 * the parser sees the word, and back afterwards. A value glued to its letter ({@code -r-3:current},
 * {@code -xkey=value}) is cut off for the same reason.
 */
final class NegativeTargets {
  private static final char MARK = '\uE0A1';

  private NegativeTargets() {}

  static List<String> protect(List<String> words, List<OptionDescription> options) {
    List<String> prepared = new ArrayList<>();
    boolean open = true;
    for (String word : words) {
      if (open && word.equals("--")) {
        open = false;
      } else if (open && isNegative(word)) {
        prepared.add(MARK + word.substring(1));
        continue;
      } else if (open && valueIsGlued(word, options)) {
        prepared.add(word.substring(0, 2));
        String value = word.substring(word.charAt(2) == '=' ? 3 : 2);
        prepared.add(value.startsWith("-") ? MARK + value.substring(1) : value);
        continue;
      }
      prepared.add(word);
    }
    return prepared;
  }

  static List<String> restore(List<String> words) {
    List<String> restored = new ArrayList<>(words.size());
    for (String word : words) {
      restored.add(!word.isEmpty() && word.charAt(0) == MARK ? "-" + word.substring(1) : word);
    }
    return restored;
  }

  private static boolean isNegative(String word) {
    return word.length() > 1 && word.charAt(0) == '-' && Character.isDigit(word.charAt(1));
  }

  private static boolean valueIsGlued(String word, List<OptionDescription> options) {
    if (word.length() < 3 || word.charAt(0) != '-' || word.charAt(1) == '-') {
      return false;
    }
    String letter = word.substring(1, 2);
    return options.stream()
        .anyMatch(
            option -> option.takesValue() && option.shortName().filter(letter::equals).isPresent());
  }
}
