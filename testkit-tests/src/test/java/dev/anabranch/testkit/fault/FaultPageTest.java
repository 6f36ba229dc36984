package dev.anabranch.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page on what is proved lists what is planted; {@code -Danabranch.docs.write=true} writes the
 * list.
 */
class FaultPageTest {

  private static final Path PAGE = Path.of("../docs/explanation/what-verification-proves.md");
  private static final String BEGIN = "<!-- planted faults: written by FaultPageTest -->\n";
  private static final String END = "<!-- end of planted faults -->";

  @Test
  void everyKindOfFaultIsOnThePage() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(end).isGreaterThanOrEqualTo(begin);
    if (Boolean.getBoolean("anabranch.docs.write")) {
      Files.writeString(PAGE, page.substring(0, begin) + list() + page.substring(end));
    } else {
      assertThat(page.substring(begin, end)).isEqualTo(list());
    }
  }

  @Test
  void noKindIsPlantedTwice() {
    assertThat(kinds()).doesNotHaveDuplicates();
  }

  private static Stream<String> kinds() {
    return Stream.concat(
        Faults.all().stream().map(PlantedFault::kind),
        PlantedDifference.all().stream().map(PlantedDifference::kind));
  }

  private static String list() {
    StringBuilder list = new StringBuilder("\n");
    Faults.byTopic()
        .forEach(
            (topic, faults) -> {
              list.append("**").append(topic).append("**\n\n");
              faults.forEach(
                  fault ->
                      list.append("* ")
                          .append(fault.kind())
                          .append(fault.products().size() == 4 ? "" : products(fault.products()))
                          .append('\n'));
              list.append('\n');
            });
    list.append("**Products that part (PostgreSQL and H2)**\n\n");
    PlantedDifference.all()
        .forEach(difference -> list.append("* ").append(difference.kind()).append('\n'));
    return list.append('\n').toString();
  }

  private static String products(List<String> names) {
    return names.stream()
        .map(
            name ->
                switch (name) {
                  case "h2" -> "H2";
                  case "postgresql" -> "PostgreSQL";
                  case "mysql" -> "MySQL";
                  default -> "MariaDB";
                })
        .collect(Collectors.joining(", ", " (", ")"));
  }
}
