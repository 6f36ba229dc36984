package dev.anabranch.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser, opened from the disk, used with mouse and keys. */
class HtmlReportIT {

  @TempDir static Path folder;

  private static Chromium chromium;
  private static Path page;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Optional<Path> program = Chromium.program();
    boolean required =
        List.of(System.getProperty("anabranch.test.browser", "").split("\\s*,\\s*"))
            .contains("chromium");
    if (!required) {
      assumeTrue(program.isPresent(), "there is no chromium on the PATH");
    }
    assertThat(program).as("chromium on the PATH, which anabranch.test.browser names").isPresent();
    StringBuilder text = new StringBuilder();
    HtmlReport.write(HandMade.project(), text);
    page = Files.writeString(folder.resolve("report.html"), text);
    chromium =
        Chromium.start(program.orElseThrow(), Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openPage() throws IOException, InterruptedException {
    chromium.emulate("screen", "light");
    chromium.resize(1280, 800);
    open("");
  }

  private static void open(String hash) throws IOException, InterruptedException {
    chromium.open(page.toUri().resolve(page.toUri() + hash));
  }

  private static String evaluate(String expression) throws IOException, InterruptedException {
    return chromium.evaluate(expression).asText();
  }

  private static String shown() throws IOException, InterruptedException {
    return evaluate(
        "Array.from(document.querySelectorAll('.detail')).filter(d => d.offsetParent !== null)"
            + ".map(d => d.id).join()");
  }

  private static String rows() throws IOException, InterruptedException {
    return evaluate(
        "Array.from(document.querySelectorAll('a.row')).filter(r => r.offsetParent !== null)"
            + ".map(r => r.querySelector('.id').innerText).join()");
  }

  private static void focus(String id) throws IOException, InterruptedException {
    evaluate("document.querySelector('a.row[href=\"#revision-" + id + "\"]').focus()");
  }

  @Test
  void runsWithoutAComplaint() throws IOException, InterruptedException {
    assertThat(evaluate("document.body.className")).isEqualTo("scripted");
    assertThat(chromium.complaints()).isEmpty();
    assertThat(rows()).isEqualTo("n1,m1,b2,c1,b1,a1");
  }

  @Test
  void aClickShowsWhatWasFound() throws IOException, InterruptedException {
    assertThat(shown()).isEmpty();

    chromium.click("a.row[href='#revision-b2']");

    assertThat(shown()).isEqualTo("revision-b2");
    assertThat(evaluate("document.querySelector('.detail.shown').innerText"))
        .contains(
            "revisions/b2.sql",
            "postgresql: failed",
            "after downgrade of b2: index ix_customer_email is still there",
            "drop sequence customer_number",
            "Hint: Drop it in the downgrade of b2.",
            "not made, the downgrade left something",
            "h2: passed");
    assertThat(evaluate("document.querySelector('a.row[aria-current]').innerText"))
        .contains("b2", "index e-mail");
    assertThat(evaluate("location.hash")).isEqualTo("#revision-b2");
  }

  @Test
  void aDependencyOfTheChosenRevisionStandsOut() throws IOException, InterruptedException {
    chromium.click("a.row[href='#revision-c1']");
    assertThat(evaluate("document.querySelectorAll('.needs.chosen').length")).isEqualTo("1");

    chromium.click("a.row[href='#revision-b1']");
    assertThat(evaluate("document.querySelectorAll('.needs.chosen').length")).isEqualTo("0");
  }

  @Test
  void aLinkToAParentLeadsThere() throws IOException, InterruptedException {
    chromium.click("a.row[href='#revision-b2']");
    chromium.click(".detail.shown a[href='#revision-c1']");

    assertThat(shown()).isEqualTo("revision-c1");
    evaluate("history.back()");
    chromium.click("h1");
    assertThat(shown()).isEqualTo("revision-b2");
  }

  @Test
  void theAddressOfARevisionOpensIt() throws IOException, InterruptedException {
    open("#revision-m1");

    assertThat(shown()).isEqualTo("revision-m1");
    assertThat(evaluate("document.querySelector('.detail.shown').innerText"))
        .contains("postgresql: not reached", "b2 cannot be upgraded");
  }

  @Test
  void keysMoveShowAndClose() throws IOException, InterruptedException {
    focus("b2");
    chromium.press("ArrowDown", 40, "");
    chromium.press("Enter", 13, "\r");
    assertThat(shown()).isEqualTo("revision-c1");

    chromium.press("ArrowUp", 38, "");
    chromium.press("ArrowUp", 38, "");
    chromium.press("Enter", 13, "\r");
    assertThat(shown()).isEqualTo("revision-m1");

    chromium.press("Escape", 27, "");
    assertThat(shown()).isEmpty();
    assertThat(evaluate("document.activeElement.getAttribute('href')")).isEqualTo("#revision-m1");
  }

  @Test
  void onlyWhatFailedIsShownOnRequest() throws IOException, InterruptedException {
    chromium.click("#only-failed");
    assertThat(rows()).isEqualTo("n1,m1,b2");

    focus("m1");
    chromium.press("ArrowDown", 40, "");
    assertThat(evaluate("document.activeElement.getAttribute('href')")).isEqualTo("#revision-b2");

    chromium.click("#only-failed");
    assertThat(rows()).isEqualTo("n1,m1,b2,c1,b1,a1");
  }

  @Test
  void aNodeStandsBesideItsRow() throws IOException, InterruptedException {
    String distances =
        evaluate(
            """
            (function () {
              var nodes = Array.from(document.querySelectorAll('use'));
              var rows = Array.from(document.querySelectorAll('a.row'));
              return nodes.map(function (node, i) {
                var n = node.getBoundingClientRect(), r = rows[i].getBoundingClientRect();
                return Math.round(Math.abs((n.top + n.bottom) / 2 - (r.top + r.bottom) / 2));
              }).join();
            })()
            """);

    assertThat(distances).isEqualTo("0,0,0,0,0,0");
  }

  @Test
  void whatAProjectSaysStaysText() throws IOException, InterruptedException {
    assertThat(evaluate("document.querySelectorAll('b').length")).isEqualTo("0");
    assertThat(
            evaluate("document.querySelector('a.row[href=\"#revision-n1\"] .message').innerText"))
        .startsWith("</script><b onmouseover='x'>\"&amp;'");
  }

  @Test
  void darkAndLightDiffer() throws IOException, InterruptedException {
    String light = evaluate("getComputedStyle(document.body).backgroundColor");
    chromium.emulate("screen", "dark");

    assertThat(evaluate("getComputedStyle(document.body).backgroundColor"))
        .isNotEqualTo(light)
        .isEqualTo("rgb(20, 23, 27)");
  }

  @Test
  void paperShowsWhatFailedWithoutAClick() throws IOException, InterruptedException {
    chromium.emulate("print", "light");

    assertThat(shown()).isEqualTo("revision-n1,revision-m1,revision-b2");
    assertThat(evaluate("getComputedStyle(document.querySelector('.tools')).display"))
        .isEqualTo("none");
  }

  @Test
  void aNarrowWindowScrollsNothingSideways() throws IOException, InterruptedException {
    chromium.resize(480, 800);
    chromium.click("a.row[href='#revision-b2']");

    assertThat(shown()).isEqualTo("revision-b2");
    assertThat(evaluate("document.documentElement.scrollWidth <= 480")).isEqualTo("true");
  }
}
