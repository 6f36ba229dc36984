package dev.anabranch.testkit.project;

import dev.anabranch.testkit.confluence.ConfluenceOptions;
import dev.anabranch.testkit.confluence.ConfluenceOptions.ProofPolicy;
import dev.anabranch.testkit.verify.ProjectDifference;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is proved of a project, and how.
 *
 * @param properties what is proved, at least one
 * @param verification which revisions, with which rows
 * @param confluence how the order of branches is verified, if it is
 * @param allowed what the products may have differently; empty unless they are compared
 */
public record ProjectOptions(
    Set<Property> properties,
    VerificationOptions verification,
    ConfluenceOptions confluence,
    List<ProjectDifference> allowed) {

  /** Copies the collections and checks that they go together. */
  public ProjectOptions {
    if (properties.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot verify revisions: no property is named that is to be proved.");
    }
    properties = Collections.unmodifiableSet(EnumSet.copyOf(properties));
    Objects.requireNonNull(verification, "verification");
    Objects.requireNonNull(confluence, "confluence");
    allowed = List.copyOf(allowed);
    if (!allowed.isEmpty() && !properties.contains(Property.EQUIVALENCE)) {
      throw new IllegalArgumentException(
          "Cannot allow differences between products: they are not compared without "
              + Property.EQUIVALENCE
              + ".");
    }
  }

  /**
   * Returns the options that prove the round trip alone. Once the order of branches is verified,
   * proof files are read.
   */
  public static ProjectOptions of(VerificationOptions verification) {
    return new ProjectOptions(
        EnumSet.of(Property.ROUND_TRIP),
        verification,
        ConfluenceOptions.of(verification).withProofs(ProofPolicy.READ),
        List.of());
  }

  /** Returns the same with other properties to prove. */
  public ProjectOptions proving(Collection<Property> others) {
    return new ProjectOptions(new LinkedHashSet<>(others), verification, confluence, allowed);
  }

  /** Returns the same with another way to verify the order of branches. */
  public ProjectOptions withConfluence(ConfluenceOptions other) {
    return new ProjectOptions(properties, verification, other, allowed);
  }

  /** Returns the same with other differences between products allowed. */
  public ProjectOptions allowing(List<ProjectDifference> differences) {
    return new ProjectOptions(properties, verification, confluence, differences);
  }

  /** Returns whether a property is proved. */
  public boolean proves(Property property) {
    return properties.contains(property);
  }
}
