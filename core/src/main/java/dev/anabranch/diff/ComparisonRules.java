package dev.anabranch.diff;

/** What a comparison has to know of the product that both schemas were read from. */
@FunctionalInterface
public interface ComparisonRules {

  /** Every name was given by somebody, and counts. */
  ComparisonRules EXACT = name -> false;

  /**
   * Returns whether the server makes up such names for constraints and indexes that nobody has
   * named. Made anew, they get other names: such a name tells nothing, and a thing that has one is
   * known by what it says.
   *
   * @param name the name of a constraint or index
   */
  boolean isMadeUp(String name);
}
