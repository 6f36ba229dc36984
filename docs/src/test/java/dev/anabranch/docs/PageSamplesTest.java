package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page shows as Java is a class of this module, so that it compiles and runs. */
class PageSamplesTest {

  @ParameterizedTest
  @CsvSource({
    "how-to/test-servers.md, CustomerIT",
    "how-to/test-servers.md, PortableIT",
    "how-to/test-your-application.md, CustomersIT",
    "how-to/test-your-application.md, PortableCustomersIT",
    "how-to/test-your-application.md, Fixtures",
    "how-to/verify-with-junit.md, RevisionsIT",
    "how-to/verify-with-junit.md, EveryPropertyIT",
    "how-to/verify-with-junit.md, HouseRulesTest",
    "how-to/verify-with-junit.md, RevisionFactoryTest",
    "how-to/verify-confluence.md, RevisionOrdersTest",
    "how-to/embed-in-an-application.md, ShopDatabase"
  })
  void thePageShowsTheClassThatIsRun(String page, String className) throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/dev/anabranch/docs", className + ".java"));
    String shown = source.substring(source.indexOf("import dev.anabranch")).strip();

    assertThat(Files.readString(Path.of(page))).contains("```java\n" + shown + "\n```");
  }
}
