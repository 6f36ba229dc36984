package dev.anabranch.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestServers;
import dev.anabranch.testkit.verify.EquivalenceReport;
import dev.anabranch.testkit.verify.EquivalenceVerifier;
import dev.anabranch.testkit.verify.ProductDifference;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one product has otherwise is found and named, with the revision that brings it. */
@RequiresServer("postgresql")
class PlantedDifferencesIT {

  @TempDir Path folder;

  static Stream<PlantedDifference> differences() {
    return PlantedDifference.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("differences")
  void isFoundAndNamed(PlantedDifference difference) throws IOException {
    Files.writeString(
        folder.resolve("a1.sql"),
        """
        -- @revision a1
        -- @upgrade
        CREATE TABLE customer (
          id INTEGER NOT NULL, name VARCHAR(40) NOT NULL, age INTEGER,
          CONSTRAINT pk_customer PRIMARY KEY (id));
        -- @downgrade
        DROP TABLE customer;
        """);
    Files.writeString(folder.resolve("b1.sql"), difference.revision());

    EquivalenceReport report =
        new EquivalenceVerifier(
                RevisionScripts.load(
                    ScriptOptions.of(ScriptLocation.parse(folder.toString(), Path.of(""))),
                    PlantedDifferencesIT.class.getClassLoader()),
                List.of(
                    TestServers.shared().require("postgresql"), TestServers.shared().require("h2")),
                VerificationOptions.standard(),
                List.of())
            .verify();

    assertThat(report.failures()).isEmpty();
    assertThat(report.differences())
        .extracting(ProductDifference::describe)
        .containsExactlyElementsOf(
            difference.said().stream().map(text -> "since b1: " + text).toList());
  }
}
