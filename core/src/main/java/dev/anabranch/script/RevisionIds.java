package dev.anabranch.script;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Random;

/**
 * Makes ids of new revisions.
 *
 * @since 0.1
 */
public final class RevisionIds {

  private static final int LENGTH = 12;
  private static final String DIGITS = "0123456789abcdef";

  private RevisionIds() {}

  /**
   * Returns a new id of 12 hex digits.
   *
   * @param taken every id and label there is; the new id is none of them and neither begins with
   *     the other, so that it can be told from all of them by any name; only names shorter than six
   *     characters may happen to begin it
   */
  public static String generate(Collection<String> taken) {
    return generate(taken, new SecureRandom());
  }

  /**
   * Returns a new id of 12 hex digits from a source of random numbers.
   *
   * @param taken as in {@link #generate(Collection)}
   * @param random where the digits come from
   */
  public static String generate(Collection<String> taken, Random random) {
    while (true) {
      StringBuilder id = new StringBuilder(LENGTH);
      for (int i = 0; i < LENGTH; i++) {
        id.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
      }
      String candidate = id.toString();
      // Short names are let through since they may use up all beginnings: a project may well have
      // ids from 1 to 16.
      if (taken.stream().noneMatch(other -> clash(candidate, other))) {
        return candidate;
      }
    }
  }

  private static boolean clash(String candidate, String other) {
    return other.startsWith(candidate)
        || (other.length() >= LENGTH / 2 && candidate.startsWith(other));
  }
}
