package dev.anabranch.sql;

import java.util.regex.Pattern;

/** How the names of dialects are written. */
public final class DialectNames {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");

  private DialectNames() {}

  /**
   * Returns a name after a look at it: a capital letter would never match, and nobody would notice.
   *
   * @param name the name
   * @throws IllegalArgumentException unless it is small letters and digits
   */
  public static String require(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The name of a dialect is written in small letters and digits, and not \""
              + name
              + "\".");
    }
    return name;
  }
}
