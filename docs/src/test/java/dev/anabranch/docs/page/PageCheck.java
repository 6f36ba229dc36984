package dev.anabranch.docs.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** Compares what commands said with what their page shows. */
public final class PageCheck {
  private PageCheck() {}

  /**
   * Fails, with every command that says something else than its page, if there is one. The page as
   * it would be right is left in {@code target/pages}.
   */
  public static void assertRight(Page page, List<Said> said) throws IOException {
    Path right = Path.of("target/pages").resolve(page.name());
    Files.createDirectories(right.getParent());
    Files.write(right, corrected(page, said));

    assertThat(said).as("commands of " + page.name()).isNotEmpty();
    SoftAssertions all = new SoftAssertions();
    for (Said one : said) {
      all.assertThat(one.agrees() ? one.shown() : one.actual())
          .as("%s:%d: %s (right: docs/%s)", page.name(), one.line(), one.command(), right)
          .isEqualTo(one.shown());
    }
    all.assertAll();
  }

  private static List<String> corrected(Page page, List<Said> said) {
    List<String> lines = new ArrayList<>(page.lines());
    for (int i = said.size() - 1; i >= 0; i--) {
      Said one = said.get(i);
      if (one.compared() && !one.agrees()) {
        List<String> shown = lines.subList(one.line(), one.line() + one.shown().size());
        shown.clear();
        shown.addAll(one.actual());
      }
    }
    return lines;
  }
}
