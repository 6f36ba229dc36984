package dev.anabranch.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.revision.RevisionGraph;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be told without a browser; {@link HtmlReportIT} has one. */
class HtmlReportTest {

  private static String page(VerifiedProject project) {
    StringBuilder text = new StringBuilder();
    try {
      HtmlReport.write(project, text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  @Test
  void namesNothingOutsideItself() {
    String page = page(HandMade.project());

    Matcher references =
        Pattern.compile("(?:href|src|action)=\"([^\"]*)\"|url\\(|@import|https?:").matcher(page);
    while (references.find()) {
      assertThat(references.group(1)).as(references.group()).startsWith("#");
    }
    assertThat(page).contains("default-src &#39;none&#39;;");
  }

  @Test
  void escapesWhatAProjectSays() {
    String page = page(HandMade.project());

    assertThat(page)
        .doesNotContain("<b onmouseover")
        .contains("&lt;/script&gt;&lt;b onmouseover=&#39;x&#39;&gt;\"&amp;amp;&#39;\uFFFD");
    assertThat(page.split("</script>", -1)).hasSize(2);
  }

  @Test
  void tellsTheResultOfEachProduct() {
    String page = page(HandMade.project());

    assertThat(page)
        .contains("Verification failed for 3 of 6 revisions")
        .contains("after downgrade of b2: index ix_customer_email is still there")
        .contains("<code>drop sequence customer_number</code>")
        .contains("Hint: Drop it in the downgrade of b2.")
        .contains("<dd class=\"path\">revisions/b2.sql</dd>")
        .contains(", postgresql: upgraded only")
        .contains(", h2: passed");
  }

  @Test
  void saysThatAllIsWell() {
    RevisionGraph graph = HandMade.graph();
    String page = page(new VerifiedProject("shop", graph, List.of(HandMade.passing(graph, "h2"))));

    assertThat(page).contains("Verification passed").doesNotContain("Verification failed");
  }

  @Test
  void drawsAProjectWithoutRevisions() {
    RevisionGraph graph = RevisionGraph.of(List.of());

    assertThat(page(new VerifiedProject("new", graph, List.of(HandMade.passing(graph, "h2")))))
        .contains("Verification passed");
  }

  @Test
  void aDependencyIsDashedAndALinkIsNot() {
    String page = page(HandMade.project());

    assertThat(page.split("class=\"needs\"", -1)).hasSize(2);
    assertThat(page.split("<path class=\"link ", -1)).hasSize(7);
    assertThat(page.split("class=\"node failed\"", -1)).hasSize(2);
    assertThat(page.split("class=\"node not-reached\"", -1)).hasSize(3);
  }
}
