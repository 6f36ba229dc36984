package dev.anabranch.cli.argument;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word a user most likely meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * Returns the candidate with the fewest changes from a word, if one is close: at most a third of
   * the longer one's letters changed, or the word is the beginning of the candidate. Ties go to the
   * candidate that comes first.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      String other = candidate.toLowerCase(Locale.ROOT);
      int distance = distance(wanted, other);
      int allowed = Math.max(1, Math.max(wanted.length(), other.length()) / 3);
      boolean beginning = wanted.length() >= 2 && other.startsWith(wanted);
      if ((distance <= allowed || beginning) && distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Counts insertions, removals, replacements and swaps of neighbours. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}
