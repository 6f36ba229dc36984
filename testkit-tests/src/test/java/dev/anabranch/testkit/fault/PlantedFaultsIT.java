package dev.anabranch.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.RoundTripVerifier;
import dev.anabranch.testkit.verify.VerificationListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every planted fault is found and named, and nothing else is. */
@EachServer({"h2", "postgresql", "mysql", "mariadb"})
class PlantedFaultsIT {

  @TempDir Path folder;

  static Stream<PlantedFault> faults(TestServer server) {
    return Faults.all().stream().filter(fault -> fault.products().contains(server.product()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void isFoundAndNamed(PlantedFault fault, TestServer server) throws IOException {
    for (Map.Entry<String, String> file : fault.filesOn(server.product()).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }

    List<Failure> failures =
        Failure.of(
            new RoundTripVerifier(scripts(), server, fault.options(), VerificationListener.NONE)
                .verify());

    assertThat(failures)
        .as("what is found of a history with %s", fault)
        .hasSameSizeAs(fault.foundOn(server.product()))
        .zipSatisfy(
            fault.foundOn(server.product()),
            (failure, expectation) ->
                assertThat(expectation.isMet(failure))
                    .as("%s\nis what was expected:\n%s", failure, expectation)
                    .isTrue());
  }

  private RevisionScripts scripts() {
    return RevisionScripts.load(
        ScriptOptions.of(ScriptLocation.parse(folder.toString(), Path.of(""))),
        PlantedFaultsIT.class.getClassLoader());
  }
}
