package dev.anabranch.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitXmlReportTest {

  private final Element suite = parse();

  private static Element parse() {
    try {
      StringBuilder text = new StringBuilder();
      JunitXmlReport.write(HandMade.project().reports().get(0), text);
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(text.toString())));
      return document.getDocumentElement();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Element> elements(String name) {
    NodeList nodes = suite.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private Element testCase(String owner, String name) {
    return elements("testcase").stream()
        .filter(each -> each.getAttribute("classname").equals(owner))
        .filter(each -> each.getAttribute("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aProductIsASuiteWithItsCounts() {
    assertThat(suite.getTagName()).isEqualTo("testsuite");
    assertThat(suite.getAttribute("name")).isEqualTo("anabranch verify on postgresql");
    assertThat(suite.getAttribute("time")).isEqualTo("2.345");
    assertThat(suite.getAttribute("tests"))
        .isEqualTo(String.valueOf(elements("testcase").size()))
        .isEqualTo("16");
    assertThat(suite.getAttribute("failures"))
        .isEqualTo(String.valueOf(elements("failure").size()))
        .isEqualTo("2");
    assertThat(suite.getAttribute("skipped"))
        .isEqualTo(String.valueOf(elements("skipped").size()))
        .isEqualTo("5");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
  }

  @Test
  void tellsWhatTheRowsWereMadeFrom() {
    assertThat(elements("property"))
        .extracting(each -> each.getAttribute("name") + "=" + each.getAttribute("value"))
        .containsExactly(
            "anabranch.product=postgresql",
            "anabranch.server=18.6, embedded binaries",
            "anabranch.rows=20",
            "anabranch.seed=7");
  }

  @Test
  void aFailedCheckTellsEverythingThatWasFound() {
    Element failed = testCase("postgresql.b2", "b2 index e-mail: downgrade");

    Element failure = (Element) failed.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message"))
        .isEqualTo("after downgrade of b2: index ix_customer_email is still there");
    assertThat(failure.getAttribute("type")).isEqualTo("downgrade");
    assertThat(failure.getTextContent())
        .isEqualTo(
            """
            after downgrade of b2: index ix_customer_email is still there
              mended by: drop sequence customer_number
              hint: Drop it in the downgrade of b2.
            after downgrade of b2: a second one
            """);
  }

  @Test
  void whatWasSkippedSaysWhy() {
    Element skipped = testCase("postgresql.b1", "b1 add e-mail: downgrade");

    assertThat(((Element) skipped.getElementsByTagName("skipped").item(0)).getAttribute("message"))
        .isEqualTo("it is irreversible");
  }

  @Test
  void aRevisionThatWasNeverTriedIsThereAsSkipped() {
    Element skipped =
        testCase("postgresql.n1", "n1 </script><b onmouseover='x'>\"&amp;'\uFFFD: upgrade");

    assertThat(((Element) skipped.getElementsByTagName("skipped").item(0)).getAttribute("message"))
        .isEqualTo("a revision that it stands on cannot be upgraded");
  }

  @Test
  void aNoteIsOutputOfItsCase() {
    Element passed = testCase("postgresql.b2", "b2 index e-mail: upgrade");

    assertThat(passed.getElementsByTagName("failure").getLength()).isZero();
    assertThat(passed.getElementsByTagName("system-out").item(0).getTextContent())
        .isEqualTo("2 rows were made\n");
  }

  @Test
  void theProjectIsAClassOfItsOwn() {
    assertThat(
            testCase("postgresql.project", "nothing left")
                .getElementsByTagName("failure")
                .getLength())
        .isEqualTo(1);
    assertThat(testCase("postgresql.project", "heads").getChildNodes().getLength()).isZero();
  }

  @Test
  void theFileIsNamedAsBuildServersLookForIt() throws IOException {
    assertThat(JunitXmlReport.fileName(HandMade.project().reports().get(1)))
        .isEqualTo("TEST-anabranch-h2.xml");
  }
}
