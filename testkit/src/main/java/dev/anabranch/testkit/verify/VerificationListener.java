package dev.anabranch.testkit.verify;

import dev.anabranch.revision.Revision;

/**
 * Hears how a verification goes on, from one of its threads at a time. Every method does nothing
 * unless overridden.
 */
public interface VerificationListener {

  /** A listener that hears nothing. */
  VerificationListener NONE = new VerificationListener() {};

  /**
   * The walk begins.
   *
   * @param product the product, such as {@code postgresql}
   * @param total how many revisions will be verified
   */
  default void started(String product, int total) {}

  /**
   * A revision is about to be verified; another one may be under way.
   *
   * @param revision the revision
   * @param number its place in the walk, counted from 1
   */
  default void revisionStarted(Revision revision, int number) {}

  /** A revision is verified, or cannot be. */
  default void revisionFinished(RevisionResult result) {}

  /** A check of the project as a whole was made. */
  default void projectChecked(CheckResult result) {}

  /** All is done. */
  default void finished(VerificationReport report) {}
}
