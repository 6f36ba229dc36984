package dev.anabranch.testkit.confluence;

/**
 * Hears how a verification of orders goes on, on the thread that runs it. Every method does nothing
 * unless overridden.
 */
public interface ConfluenceListener {

  /** A listener that hears nothing. */
  ConfluenceListener NONE = new ConfluenceListener() {};

  /**
   * The verification begins.
   *
   * @param product the product
   * @param meetings at how many places branches come together
   */
  default void started(String product, int meetings) {}

  /**
   * A pair is about to be run in both orders.
   *
   * @param meeting where its branches come together
   * @param relation what the two have in common
   */
  default void pairStarted(String meeting, Commutation relation) {}

  /** A place where branches come together is verified. */
  default void meetingFinished(MeetingResult result) {}

  /** All is done. */
  default void finished(ConfluenceReport report) {}
}
