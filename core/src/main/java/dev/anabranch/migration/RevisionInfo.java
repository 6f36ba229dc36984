package dev.anabranch.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The header of a revision written in Java. In a folder it is read from the source without
 * compiling, so its values are plain text in quotes.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RevisionInfo {

  /** Returns the revision's id. */
  String id();

  /** Returns the ids of its parents; none for a base, several for a merge. */
  String[] revises() default {};

  /** Returns its labels. */
  String[] labels() default {};

  /** Returns the ids of revisions on other branches that it needs. */
  String[] dependsOn() default {};

  /**
   * Returns what its downgrade loses: tables and columns, such as {@code "customer.last_order"} or
   * {@code "shop.invoice"}.
   */
  String[] loses() default {};

  /** Returns its message; empty for the one that the file's or class's name stands for. */
  String message() default "";

  /** Returns when it was created, such as {@code 2026-11-22T16:40:00Z}; empty if nobody says. */
  String created() default "";

  /** Returns why there is no way back; empty if there is one. */
  String irreversible() default "";
}
