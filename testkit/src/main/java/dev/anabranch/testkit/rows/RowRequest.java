package dev.anabranch.testkit.rows;

import java.util.random.RandomGenerator;

/**
 * Which row is to be made.
 *
 * @param number its number in the table, from 0
 * @param mood how daring its values are
 * @param random chance, the same for the same row of the same seed
 */
record RowRequest(int number, Mood mood, RandomGenerator random) {

  /** How daring values are. */
  enum Mood {
    /** Edges are among them. */
    DARING,
    /** Only ordinary values: what could not be put in otherwise perhaps can in this way. */
    TAME
  }

  boolean isTame() {
    return mood == Mood.TAME;
  }
}
