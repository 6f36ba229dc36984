package dev.anabranch.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Golden pictures: a graph as lines {@code id parents...}, and how it is drawn. */
class GraphPictureTest {
  private static RevisionGraph graph(String text) {
    List<Revision> revisions = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] words = line.strip().split(" +", -1);
      List<String> parents = new ArrayList<>();
      List<String> dependencies = new ArrayList<>();
      List<String> labels = new ArrayList<>();
      for (String word : List.of(words).subList(1, words.length)) {
        if (word.startsWith("!")) {
          dependencies.add(word.substring(1));
        } else if (word.startsWith("#")) {
          labels.add(word.substring(1));
        } else {
          parents.add(word);
        }
      }
      revisions.add(new Revision(words[0], parents, dependencies, labels, "", Optional.empty()));
    }
    return RevisionGraph.of(revisions);
  }

  private static String draw(String text, boolean lines, String... rows) {
    RevisionGraph graph = graph(text);
    List<Revision> newestFirst = new ArrayList<>(graph.revisions());
    Collections.reverse(newestFirst);
    Optional<AppliedRevisions> applied =
        rows.length == 0
            ? Optional.empty()
            : Optional.of(new AppliedRevisions(graph, List.of(rows)));
    Style style = new Style(false);
    RevisionText words = new RevisionText(graph, style, applied);
    StringBuilder picture = new StringBuilder();
    new GraphPicture(lines, style)
        .write(
            graph,
            newestFirst,
            applied,
            revision -> List.of(words.beside(revision)),
            line -> picture.append(line).append('\n'));
    return picture.toString();
  }

  @Test
  void drawsALineWithoutAnyLanes() {
    assertThat(draw("a\nb a\nc b", true))
        .isEqualTo(
            """
            ●  c (head)
            ●  b
            ●  a
            """);
  }

  @Test
  void drawsABranchAndItsMerge() {
    assertThat(draw("a\nb a\nc a\nd b c\ne d", true))
        .isEqualTo(
            """
            ●    e (head)
            ●    d (merge point)
            ├─╮
            │ ●  c
            ● │  b
            ├─╯
            ●    a (branch point)
            """);
  }

  @Test
  void drawsAMergeOfThree() {
    assertThat(draw("a\nb a\nc a\nd a\nm b c d", true))
        .isEqualTo(
            """
            ●      m (head, merge point)
            ├─┬─╮
            │ │ ●  d
            │ ● │  c
            ● │ │  b
            ├─┴─╯
            ●      a (branch point)
            """);
  }

  @Test
  void drawsTwoHeadsAndWhatIsApplied() {
    assertThat(draw("a\nb a\nc a\nd c", true, "c"))
        .isEqualTo(
            """
            ○    d (head)
            ◉    c (current)
            │ ○  b (head)
            ├─╯
            ●    a (branch point)
            """);
  }

  @Test
  void partsIndependentLinesThatUseOneLane() {
    assertThat(draw("a\nb a\nx #billing\ny x !b", true))
        .isEqualTo(
            """
            ●  y (head) needs b
            ●  x [billing]

            ●  b (head, needed by another branch)
            ●  a
            """);
  }

  @Test
  void letsALinkPassUnderALaneThatGoesOn() {
    assertThat(draw("a\nb a\nc b\nd a\ne d c\nf a\ng f e d", true))
        .isEqualTo(
            """
            ●        g (head, merge point)
            ├─┬─╮
            ● │ │    f
            │ ● │    e (merge point)
            │ ├─│─╮
            │ │ │ ●  c
            │ │ │ ●  b
            │ ├─╯ │
            │ ●   │  d (branch point)
            ├─┴───╯
            ●        a (branch point)
            """);
  }

  @Test
  void drawsAMergeThatJoinsALaneThatWaits() {
    assertThat(draw("a\nb a\nc a\nm b c\nn b c", true))
        .isEqualTo(
            """
            ●      n (head, merge point)
            ├─╮
            │ │ ●  m (head, merge point)
            │ ├─┤
            │ ● │  c (branch point)
            ├─│─╯
            ● │    b (branch point)
            ├─╯
            ●      a (branch point)
            """);
  }

  @Test
  void drawsSeveralBasesThatMeet() {
    assertThat(draw("a\nx\nb a\ny x\nc b y\nd b\ne y\nf c d e\ng a", true))
        .isEqualTo(
            """
            ●        g (head)
            │ ●      f (head, merge point)
            │ ├─┬─╮
            │ │ │ ●  e
            │ │ ● │  d
            │ ● │ │  c (merge point)
            │ ├─│─┤
            │ │ │ ●  y (branch point)
            │ │ │ ●  x
            │ ├─╯
            │ ●      b (branch point)
            ├─╯
            ●        a (branch point)
            """);
  }

  @Test
  void drawsWithAsciiWhereNothingElseCanBeShown() {
    assertThat(draw("a\nb a\nc a\nd a\nm b c d", false, "b", "c"))
        .isEqualTo(
            """
            o      m (head, merge point)
            +-+-.
            | | o  d
            | @ |  c (current)
            @ | |  b (current)
            +-+-'
            *      a (branch point)
            """);
  }

  @Test
  void coversALongGraphWithEveryRevisionOnce() {
    StringBuilder text = new StringBuilder("r0\n");
    for (int i = 1; i < 3000; i++) {
      text.append("r").append(i).append(" r").append(i - 1);
      if (i > 3 && i % 7 == 0) {
        text.append(" r").append(i - 3);
      }
      text.append('\n');
    }
    String picture = draw(text.toString(), true);

    assertThat(picture.lines().filter(line -> line.contains("●"))).hasSize(3000);
  }
}
