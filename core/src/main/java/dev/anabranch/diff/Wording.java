package dev.anabranch.diff;

import java.util.Objects;

/**
 * How a difference is told, which depends on why the two sides should be equal. What it is given
 * stands on one line, and so does what it returns.
 */
public interface Wording {

  /** What is there is held to what should be there. */
  Wording COMPARISON = new ComparisonWording();

  /** The database has gone to another state and back, and should be as it was before. */
  Wording RETURN = new ReturnWording();

  /**
   * Two ways should lead to the same, and neither is the right one.
   *
   * @param expected the way to the side given as expected, such as {@code after a1, b2}
   * @param actual the way to the other side
   */
  static Wording between(String expected, String actual) {
    return new WaysWording(expected, actual);
  }

  /** Says that something should be there and is not. */
  String missing(String what);

  /** Says that something is there that should not be. */
  String unexpected(String what);

  /**
   * Says that something is otherwise than it should be.
   *
   * @param what what differs, as the beginning of a sentence
   * @param expected how it should be
   * @param actual how it is
   */
  String changed(String what, String expected, String actual);

  /**
   * Says that something has another name than it should have.
   *
   * @param what what should be there, by its right name
   * @param expected that name
   * @param actual the name it has
   */
  String renamed(String what, String expected, String actual);

  /** Of what should be. */
  record ComparisonWording() implements Wording {
    @Override
    public String missing(String what) {
      return what + " is missing";
    }

    @Override
    public String unexpected(String what) {
      return what + " is there and should not be";
    }

    @Override
    public String changed(String what, String expected, String actual) {
      return what + " is " + actual + " and should be " + expected;
    }

    @Override
    public String renamed(String what, String expected, String actual) {
      return what + " is named " + actual;
    }
  }

  /** Of what was before. */
  record ReturnWording() implements Wording {
    @Override
    public String missing(String what) {
      return what + " is gone";
    }

    @Override
    public String unexpected(String what) {
      return what + " is still there";
    }

    @Override
    public String changed(String what, String expected, String actual) {
      return what + " is " + actual + " and was " + expected;
    }

    @Override
    public String renamed(String what, String expected, String actual) {
      return what + " is now named " + actual;
    }
  }

  /**
   * Of two ways.
   *
   * @param expected the one
   * @param actual the other
   */
  record WaysWording(String expected, String actual) implements Wording {
    /** Checks that both ways have words. */
    public WaysWording {
      Objects.requireNonNull(expected, "expected");
      Objects.requireNonNull(actual, "actual");
    }

    @Override
    public String missing(String what) {
      return what + " is there " + expected + " only";
    }

    @Override
    public String unexpected(String what) {
      return what + " is there " + actual + " only";
    }

    @Override
    public String changed(String what, String one, String other) {
      return what + " is " + one + " " + expected + " and " + other + " " + actual;
    }

    @Override
    public String renamed(String what, String one, String other) {
      return what + " is named " + one + " " + expected + " and " + other + " " + actual;
    }
  }
}
