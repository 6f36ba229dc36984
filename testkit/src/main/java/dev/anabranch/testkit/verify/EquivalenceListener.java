package dev.anabranch.testkit.verify;

import java.util.List;

/**
 * Hears how the comparison of several products goes on, on the thread that runs it. Every method
 * does nothing unless overridden; what one throws ends the comparison, and its scratch databases
 * are dropped.
 */
public interface EquivalenceListener {

  /** A listener that hears nothing. */
  EquivalenceListener NONE = new EquivalenceListener() {};

  /**
   * The comparison begins.
   *
   * @param products the products, the one that the others are compared with first
   * @param revisions how many revisions there are
   */
  default void started(List<String> products, int revisions) {}

  /**
   * A revision is about to be applied on one of the products.
   *
   * @param product the product
   * @param revision the revision's id
   * @param number its place in the walk, counted from 1
   */
  default void revisionStarted(String product, String revision, int number) {}

  /** All is done. */
  default void finished(EquivalenceReport report) {}
}
