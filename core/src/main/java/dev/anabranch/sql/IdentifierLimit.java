package dev.anabranch.sql;

import java.util.Objects;

/**
 * How long a name may be on a server.
 *
 * @param length the greatest length
 * @param unit what is counted
 */
public record IdentifierLimit(int length, Unit unit) {

  /** What the length of a name is counted in. */
  public enum Unit {
    /** Characters (code points). */
    CHARACTERS,
    /** Bytes of UTF-8. */
    BYTES
  }

  private static final IdentifierLimit NONE =
      new IdentifierLimit(Integer.MAX_VALUE, Unit.CHARACTERS);

  /** Checks that the length is positive. */
  public IdentifierLimit {
    Objects.requireNonNull(unit, "unit");
    if (length < 1) {
      throw new IllegalArgumentException("length must be at least 1: " + length);
    }
  }

  /** Returns the limit that no name reaches. */
  public static IdentifierLimit none() {
    return NONE;
  }

  /** Returns whether a server with this limit can keep a name. */
  public boolean fits(Identifier name) {
    return lengthOf(name) <= length;
  }

  /** Returns the length of a name in this limit's unit. */
  public int lengthOf(Identifier name) {
    return unit == Unit.BYTES ? name.byteLength() : name.length();
  }
}
