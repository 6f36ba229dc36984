package dev.anabranch.testkit.verify;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that two products have differently.
 *
 * @param revision the first revision behind which it is so
 * @param one a product
 * @param other another one
 * @param subject of what, such as {@code table customer column name}
 * @param aspect what of it, such as {@code column type}, or {@link #PRESENCE}
 * @param onOne what {@code one} has; empty for nothing
 * @param onOther what {@code other} has; empty for nothing
 */
public record ProductDifference(
    String revision,
    String one,
    String other,
    String subject,
    String aspect,
    Optional<String> onOne,
    Optional<String> onOther) {

  /** The aspect of what one product has not at all. */
  public static final String PRESENCE = "presence";

  /** Checks that all parts are there. */
  public ProductDifference {
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(aspect, "aspect");
    Objects.requireNonNull(onOne, "onOne");
    Objects.requireNonNull(onOther, "onOther");
  }

  /** Returns all of it in one sentence without a full stop. */
  public String describe() {
    String what =
        "since "
            + revision
            + ": "
            + subject
            + (aspect.equals(PRESENCE) ? "" : ": " + aspect)
            + " is ";
    return what + words(onOne) + " on " + one + " and " + words(onOther) + " on " + other;
  }

  private static String words(Optional<String> value) {
    return value.map(text -> text.isEmpty() ? "there" : text).orElse("not there");
  }
}
