package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import dev.anabranch.testkit.confluence.ConfluenceListener;
import dev.anabranch.testkit.confluence.ConfluenceOptions;
import dev.anabranch.testkit.confluence.ConfluenceReport;
import dev.anabranch.testkit.confluence.ConfluenceVerifier;
import dev.anabranch.testkit.confluence.NonCommutingPair;
import dev.anabranch.testkit.server.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RevisionOrdersTest {

  @Test
  void theOrderOfBranchesMakesNoDifference() {
    RevisionScripts revisions =
        RevisionScripts.load(
            ScriptOptions.of(ScriptLocation.parse("revisions", Path.of("../examples/bookshop"))),
            getClass().getClassLoader());

    ConfluenceReport report =
        new ConfluenceVerifier(
                revisions,
                TestServers.shared().require("h2"),
                ConfluenceOptions.standard(),
                ConfluenceListener.NONE)
            .verify();

    assertThat(report.conflicts()).extracting(NonCommutingPair::describe).isEmpty();
    assertThat(report.passed()).isTrue();
  }
}
