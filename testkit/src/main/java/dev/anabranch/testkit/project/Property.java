package dev.anabranch.testkit.project;

/** What can be proved of the revisions of a project. */
public enum Property {
  /**
   * Each revision goes up, down and up again, and the checks of the project as a whole hold: {@link
   * dev.anabranch.testkit.verify.RoundTripVerifier}.
   */
  ROUND_TRIP,
  /**
   * The order in which parallel branches are applied makes no difference: {@link
   * dev.anabranch.testkit.confluence.ConfluenceVerifier}.
   */
  CONFLUENCE,
  /**
   * All products get the same schema: {@link dev.anabranch.testkit.verify.EquivalenceVerifier}. It
   * takes two products or more.
   */
  EQUIVALENCE
}
