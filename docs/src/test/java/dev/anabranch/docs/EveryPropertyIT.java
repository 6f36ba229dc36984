package dev.anabranch.docs;

import dev.anabranch.testkit.confluence.ConfluenceOptions;
import dev.anabranch.testkit.junit.RevisionTests;
import dev.anabranch.testkit.junit.VerificationSettings;
import dev.anabranch.testkit.project.Property;

@RevisionTests(
    locations = "classpath:db/revisions",
    products = {"h2", "postgresql"},
    proves = {Property.ROUND_TRIP, Property.CONFLUENCE, Property.EQUIVALENCE},
    allowedDifferences = "src/test/resources/allowed-differences.txt")
class EveryPropertyIT implements VerificationSettings {

  @Override
  public ConfluenceOptions confluence(ConfluenceOptions options) {
    return options.withInterleavings(20);
  }
}
