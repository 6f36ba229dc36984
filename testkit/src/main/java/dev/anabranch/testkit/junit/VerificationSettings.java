package dev.anabranch.testkit.junit;

import dev.anabranch.testkit.confluence.ConfluenceOptions;
import dev.anabranch.testkit.verify.VerificationOptions;

/**
 * Implemented by a class with {@link RevisionTests} that sets more than the annotation can: checks
 * and rows of the project's own, checks to leave out, how the order of branches is verified. Such a
 * class has a constructor without parameters.
 */
public interface VerificationSettings {

  /**
   * Sets what is verified, and how.
   *
   * @param options with everything set that the annotation says
   */
  default void configure(VerificationOptions.Builder options) {}

  /**
   * Returns how the order of branches is verified, where that is to be proved.
   *
   * @param options the usual ones, with rows and seed of the annotation; proof files are read
   */
  default ConfluenceOptions confluence(ConfluenceOptions options) {
    return options;
  }
}
