package dev.anabranch.script;

import java.util.Collection;
import java.util.Optional;

/** Finds the word somebody meant who mistyped it. */
final class NearestWord {

  private NearestWord() {}

  /**
   * Returns the candidate with the fewest differing letters, if they are few for the word's length.
   */
  static Optional<String> to(String written, Collection<String> candidates) {
    String nearest = null;
    int least = Math.max(2, written.length() / 3) + 1;
    for (String candidate : candidates) {
      boolean begun = written.length() > 2 && candidate.startsWith(written);
      int distance = begun ? 1 : distance(written, candidate);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * Returns how many letters have to be put in, taken out or replaced (Levenshtein), with one row
   * of memory.
   */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
