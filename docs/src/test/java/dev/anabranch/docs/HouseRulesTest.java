package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.junit.RevisionTests;
import dev.anabranch.testkit.junit.VerificationSettings;
import dev.anabranch.testkit.verify.RevisionCheck;
import dev.anabranch.testkit.verify.VerificationCheck;
import dev.anabranch.testkit.verify.VerificationOptions;

@RevisionTests(locations = "classpath:db/revisions", products = "h2", rows = 50)
class HouseRulesTest implements VerificationSettings {

  @Override
  public void configure(VerificationOptions.Builder options) {
    options
        .without(VerificationCheck.OFFLINE)
        .check(RevisionCheck.of("every table has a primary key", HouseRulesTest::check));
  }

  private static void check(RevisionCheck.State state) {
    assertThat(state.schema().tables()).allMatch(table -> table.primaryKey().isPresent());
  }
}
