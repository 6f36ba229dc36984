package dev.anabranch.testkit.junit;

import dev.anabranch.testkit.verify.VerificationOptions;

/**
 * Implemented by a class with {@link RevisionTests} that sets more than the annotation can: checks
 * and rows of the project's own, checks to leave out. Such a class has a constructor without
 * parameters.
 */
@FunctionalInterface
public interface VerificationSettings {

  /**
   * Sets what is verified, and how.
   *
   * @param options with everything set that the annotation says
   */
  void configure(VerificationOptions.Builder options);
}
