package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.OperationException;
import dev.anabranch.testkit.portability.OperationPage;
import dev.anabranch.testkit.portability.OperationSample;
import dev.anabranch.testkit.portability.OperationSamples;
import dev.anabranch.testkit.portability.PortabilityPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that are written from the code are what the code says. */
class ReferencePagesTest {

  private static final String WRITE = "anabranch.docs.write";

  private static final Dialects DIALECTS = Dialects.load(ReferencePagesTest.class.getClassLoader());

  @Test
  void operationsAreWhatTheDialectsDeclare() throws IOException {
    assertUpToDate("operations.md", new OperationPage(DIALECTS).text());
  }

  @Test
  void portabilityIsTheListOfTheTestkit() throws IOException {
    assertUpToDate("portability.md", PortabilityPage.text());
  }

  private static void assertUpToDate(String name, String text) throws IOException {
    Path page = Path.of("reference", name);
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(page, text);
    }
    assertThat(page).as("write it with -D%s=true", WRITE).exists().hasContent(text);
  }

  static Stream<Arguments> everyExampleOnEveryRelease() {
    return DIALECTS.products().stream()
        .flatMap(product -> DIALECTS.named(product).releases(product).stream())
        .flatMap(
            release ->
                OperationSamples.all().stream()
                    .map(
                        sample ->
                            Arguments.of(
                                release.name() + " " + release.version(), release, sample)));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("everyExampleOnEveryRelease")
  void whatIsDeclaredCompilesAndWhatIsNotIsRefused(
      String title, Dialect release, OperationSample sample) {
    if (OperationPage.declares(release, sample)) {
      assertThatCode(() -> compile(release, sample)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> compile(release, sample))
          .isInstanceOfSatisfying(
              OperationException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_OPERATION);
                assertThat(e.hint()).isPresent();
              });
    }
  }

  private static void compile(Dialect release, OperationSample sample) {
    sample.operations(release).forEach(operation -> release.ddl().compile(operation));
  }
}
