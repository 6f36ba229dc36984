package dev.anabranch.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphProblemsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a; a<b; b | DUPLICATE_ID | Cannot tell revisions apart: the id \"a\" is used twice (1_a.sql:1, 2_a.sql:1).",
        "a<a | SELF_LOOP | Cannot place revision \"a\": it names itself as parent.",
        "a; b<a{b} | SELF_LOOP | Cannot place revision \"b\": it depends on itself.",
        "a<c; b<a; c<b; d<c | CYCLE | Cannot order the revisions: a cycle of 3: a revises c revises b revises a.",
        "a{c}; b<a; c<b | DEPENDENCY_CYCLE | Cannot order the revisions: a cycle through a dependency of 3: a depends on c revises b revises a.",
        "a [me]; b<a [too]{too} | DEPENDENCY_CYCLE | Cannot place revision \"b\": it depends on its own label \"too\".",
        "a; b<zzzz99 | MISSING_PARENT | Cannot place revision \"b\": its parent \"zzzz99\" does not exist.",
        "a; b<a{nolabel} | MISSING_DEPENDENCY | Cannot place revision \"b\": it depends on \"nolabel\", which is neither a revision nor a label.",
        "a [lab]; b [lab] | DUPLICATE_LABEL | Cannot tell branches apart: the label \"lab\" is used twice (by a, b).",
        "a [lab][lab] | DUPLICATE_LABEL | Cannot read the labels of revision \"a\": one of lab is written twice.",
        "a; b<a [a] | LABEL_EQUALS_ID | Cannot use \"a\" as a label: it is the id of a revision.",
        "a-1 | ILLEGAL_ID | Cannot use \"a-1\" as a revision id: it contains \"-\".",
        "heads | ILLEGAL_ID | Cannot use \"heads\" as a revision id: it is a reserved word.",
        "a [x@y] | ILLEGAL_LABEL | Cannot use \"x@y\" as a label: it contains \"@\".",
        "a [current] | ILLEGAL_LABEL | Cannot use \"current\" as a label: it is a reserved word.",
      })
  void eachProblemHasItsMessage(String graph, ErrorCode code, String message) {
    List<GraphProblem> problems = RevisionGraph.problems(Graphs.revisions(graph));

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).code()).isEqualTo(code);
    assertThat(problems.get(0).message()).isEqualTo(message);
    assertThat(problems.get(0).hint()).isPresent();
    assertThat(problems.get(0).locations()).isNotEmpty();
  }

  @Test
  void everythingIsReportedAtOnceWhateverTheOrderOfTheFiles() {
    List<Revision> revisions =
        new ArrayList<>(
            Graphs.revisions(
                "a<b; b<a; c{d}; d<c; e<e; f<nothere; g [lab]; h [lab]; i@; j{gone}; k; k<g"));
    List<GraphProblem> problems = RevisionGraph.problems(revisions);
    Collections.reverse(revisions);

    assertThat(problems)
        .extracting(GraphProblem::code)
        .containsExactly(
            ErrorCode.ILLEGAL_ID,
            ErrorCode.DUPLICATE_ID,
            ErrorCode.DUPLICATE_LABEL,
            ErrorCode.SELF_LOOP,
            ErrorCode.MISSING_PARENT,
            ErrorCode.MISSING_DEPENDENCY,
            ErrorCode.CYCLE,
            ErrorCode.DEPENDENCY_CYCLE);
    assertThat(RevisionGraph.problems(revisions)).isEqualTo(problems);
    assertThatExceptionOfType(InvalidGraphException.class)
        .isThrownBy(() -> RevisionGraph.of(revisions))
        .withMessageStartingWith("Cannot build the revision graph: 8 problems.")
        .satisfies(e -> assertThat(e.problems()).isEqualTo(problems));
  }

  @Nested
  class Hints {

    @Test
    void aMistypedParentIsGuessed() {
      assertThat(hint("ae1027a6acf0; b<ae1027a6acf1"))
          .isEqualTo("Did you mean ae1027a6acf0? Otherwise restore its file from version control.");
      assertThat(hint("ae1027a6acf0; b<ae10")).contains("ae1027a6acf0");
      assertThat(hint("invoice; b<invocie")).contains("Did you mean invoice?");
    }

    @Test
    void aLabelAmongParentsIsExplained() {
      assertThat(hint("a [lab]; b<lab"))
          .isEqualTo("\"lab\" is a label; name the revision instead: a.");
    }

    private static String hint(String graph) {
      return RevisionGraph.problems(Graphs.revisions(graph)).get(0).hint().orElseThrow();
    }
  }

  @Nested
  class Cyclic {

    @Test
    void eachKnotGivesOneCleanCycle() {
      List<GraphProblem> problems =
          RevisionGraph.problems(
              Graphs.revisions("a<c; b<a; c<b; tail<c; x<y; y<x; lone; m<lone+n; n<m"));

      assertThat(problems)
          .extracting(GraphProblem::message)
          .containsExactlyInAnyOrder(
              "Cannot order the revisions: a cycle of 3: a revises c revises b revises a.",
              "Cannot order the revisions: a cycle of 2: x revises y revises x.",
              "Cannot order the revisions: a cycle of 2: m revises n revises m.");
      assertThat(problems.get(0).locations())
          .extracting(SourceLocation::path)
          .containsExactly("1_a.sql", "3_c.sql", "2_b.sql");
    }

    @Test
    void aCycleOfAHundredThousandDoesNotOverflow() {
      List<Revision> revisions = new ArrayList<>(Braids.line(100_000));
      revisions.set(0, Revision.of(revisions.get(0).id(), revisions.get(99_999).id()));

      assertThat(RevisionGraph.problems(revisions))
          .singleElement()
          .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CYCLE));
    }
  }

  @Nested
  class Names {

    @ParameterizedTest
    @ValueSource(
        strings = {"1", "1777274324", "v1.2", "ABC", "äöü", "a_b", "a/b", "a,b", "None", "Head"})
    void idsAreFreeText(String id) {
      assertThat(RevisionNames.problemWithId(id)).isEmpty();
      assertThat(Graphs.planner(id).upgrade(List.of(), RevisionTarget.parse(id)).rowsAfter())
          .containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "a b|white space",
          "a:b|\":\"",
          "a+b|\"+\"",
          "a@b|\"@\"",
          "base|reserved",
          "''|empty",
          "a\u00a0b|white space",
          "a\u0001b|control character"
        })
    void someAreNot(String id, String reason) {
      assertThat(RevisionNames.problemWithId(id))
          .hasValueSatisfying(text -> assertThat(text).contains(reason));
    }

    @Test
    void anIdHasAtMost255Characters() {
      assertThat(RevisionNames.problemWithId("x".repeat(255))).isEmpty();
      assertThat(RevisionNames.problemWithId("x".repeat(256)))
          .contains("it has 256 characters, more than 255");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"billing", "my-branch", "rel-2024", "with.dot", "None", "Ünïcode", "2024"})
    void everyAcceptedLabelCanBeUsedAsATarget(String label) {
      MigrationPlanner planner = Graphs.planner("a; b<a [" + label + "]; c<b; z");
      assertThat(planner.upgrade(List.of(), RevisionTarget.parse(label)).rowsAfter())
          .containsExactly("b");
      assertThat(planner.upgrade(List.of(), RevisionTarget.parse(label + "@head")).rowsAfter())
          .containsExactly("c");
      assertThat(planner.upgrade(List.of(), RevisionTarget.parse(label + "+1")).rowsAfter())
          .containsExactly("c");
      assertThat(planner.downgrade(List.of("c"), RevisionTarget.parse(label + "@-1")).rowsAfter())
          .containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "a+1", "x@y", "p:q", "a b", "head", "a,b"})
    void otherLabelsAreRefused(String label) {
      assertThat(RevisionNames.problemWithLabel(label)).isPresent();
    }

    @Test
    void theNamesOfAnAlembicProjectCanBeAccepted() {
      List<Revision> revisions =
          List.of(
              new Revision(
                  "a b",
                  List.of(),
                  List.of(),
                  List.of("with space", "head"),
                  "",
                  Optional.empty()));
      assertThat(RevisionGraph.problems(revisions)).hasSize(3);
      assertThat(RevisionGraph.of(revisions, NamePolicy.ALEMBIC).labels("a b"))
          .containsExactly("head", "with space");
    }
  }

  @Test
  void aParentNamedTwiceIsAWarning() {
    RevisionGraph graph = Graphs.graph("a; b<a+a; c<b");

    assertThat(graph.parents("b")).containsExactly("a");
    assertThat(graph.branchPoints()).isEmpty();
    assertThat(graph.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(ErrorCode.DUPLICATE_PARENT);
              assertThat(warning.message())
                  .isEqualTo("Revision \"b\" names its parent \"a\" twice.");
            });
  }

  @Test
  void anEmptyDependencyMeansNone() {
    Revision revision = new Revision("a", List.of(), List.of(""), List.of(), "", Optional.empty());
    assertThat(RevisionGraph.of(List.of(revision)).effectiveBases()).containsExactly("a");
  }
}
