package dev.anabranch.sql;

/** Checks that text can reach a server as it is. */
final class SqlText {

  private SqlText() {}

  /**
   * Refuses NUL, which ends a string in most wire protocols, and halves of surrogate pairs, which a
   * driver would silently replace by a question mark.
   */
  static void requireSendable(String what, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new IllegalArgumentException(
            "A NUL character stands in the " + what + " at position " + (i + 1) + ".");
      }
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        throw new IllegalArgumentException(
            "Half of a surrogate pair stands in the " + what + " at position " + (i + 1) + ".");
      }
    }
  }
}
