package dev.anabranch.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the names a mistyped one may have meant, for the hints of messages. */
public final class NearestNames {

  private static final int LIMIT = 3;

  private NearestNames() {}

  /**
   * Returns at most three names, the nearest first, ties in the order of the names; empty if none
   * is near.
   *
   * @param wanted what was written
   * @param names what could have been meant
   */
  public static List<String> find(String wanted, Collection<String> names) {
    String lower = wanted.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, Math.min(3, wanted.length() / 3));
    record Scored(String name, int distance) {}
    return names.stream()
        .filter(name -> !name.isEmpty())
        .map(name -> new Scored(name, score(lower, name.toLowerCase(Locale.ROOT), allowed)))
        .filter(scored -> scored.distance() <= allowed)
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
        .limit(LIMIT)
        .map(Scored::name)
        .toList();
  }

  /**
   * Returns the nearest name, if one is near.
   *
   * @param wanted what was written
   * @param names what could have been meant
   */
  public static Optional<String> nearest(String wanted, Collection<String> names) {
    return find(wanted, names).stream().findFirst();
  }

  /** A beginning counts as near, however much is missing; one letter is not enough to tell. */
  private static int score(String wanted, String name, int allowed) {
    if ((wanted.length() > 1 && name.startsWith(wanted))
        || (name.length() > 3 && wanted.startsWith(name))) {
      return 1;
    }
    return Math.abs(wanted.length() - name.length()) > allowed
        ? Integer.MAX_VALUE
        : distance(wanted, name, allowed);
  }

  /**
   * Edits between the two (insert, delete, replace, swap of neighbours), given up above the allowed
   * number.
   */
  private static int distance(String first, String second, int allowed) {
    int[] beforeLast = new int[second.length() + 1];
    int[] last = new int[second.length() + 1];
    int[] row = new int[second.length() + 1];
    for (int column = 0; column <= second.length(); column++) {
      last[column] = column;
    }
    for (int line = 1; line <= first.length(); line++) {
      row[0] = line;
      int best = line;
      for (int column = 1; column <= second.length(); column++) {
        int same = first.charAt(line - 1) == second.charAt(column - 1) ? 0 : 1;
        int value = Math.min(Math.min(row[column - 1], last[column]) + 1, last[column - 1] + same);
        if (line > 1
            && column > 1
            && first.charAt(line - 1) == second.charAt(column - 2)
            && first.charAt(line - 2) == second.charAt(column - 1)) {
          value = Math.min(value, beforeLast[column - 2] + 1);
        }
        row[column] = value;
        best = Math.min(best, value);
      }
      if (best > allowed) {
        return Integer.MAX_VALUE;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[second.length()];
  }
}
