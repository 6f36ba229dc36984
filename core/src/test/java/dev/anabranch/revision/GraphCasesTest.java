package dev.anabranch.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.CaseRunner.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Runs the recorded cases of {@code -Danabranch.graph.cases=DIR}, or those of the {@code shared/}
 * folder beside the checkout, or the copy among the test resources, and prints how many agree.
 */
class GraphCasesTest {

  private static final int RECORDED = 2639;

  private static final Set<String> KINDS =
      Set.of(
          "load",
          "upgrade",
          "downgrade",
          "stamp",
          "resolve",
          "history",
          "show",
          "current",
          "heads",
          "branches",
          "revision",
          "merge");

  /** How the cases of one kind came out. */
  private static final class Tally {
    private int cases;
    private int agree;
    private int anomalyAgree;
    private int decided;
    private int wideNames;
    private final List<String> differ = new ArrayList<>();
    private final List<String> anomalyDiffer = new ArrayList<>();
  }

  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Map<DecidedDifference, List<String>> decided =
      new EnumMap<>(DecidedDifference.class);
  private final List<String> broken = new ArrayList<>();

  @Test
  void everyCaseWithoutAnomalyAgrees() throws IOException {
    Path folder = folder();
    for (GraphCase example : GraphCase.readAll(folder)) {
      Tally tally = tallies.computeIfAbsent(example.kind(), unused -> new Tally());
      tally.cases++;
      count(example, run(example, tally), tally);
    }
    System.out.println(report(folder));

    assertThat(tallies.values().stream().flatMap(tally -> tally.differ.stream()))
        .as("cases without an anomaly that differ")
        .isEmpty();
    assertThat(tallies).as("kinds of cases in %s", folder).isNotEmpty();
    assertThat(broken).as("answers that break a rule every answer has to keep").isEmpty();
    if (System.getProperty("anabranch.graph.cases") == null) {
      assertThat(tallies.keySet()).as("kinds").containsAll(KINDS);
      assertThat(tallies.values().stream().mapToInt(tally -> tally.cases).sum())
          .as("cases in %s", folder)
          .isGreaterThanOrEqualTo(RECORDED);
    }
  }

  private static Path folder() {
    String chosen = System.getProperty("anabranch.graph.cases");
    if (chosen != null) {
      // A relative folder is meant from where Maven was started, which may be one level up.
      Path folder = Path.of(chosen);
      return Files.isDirectory(folder) ? folder : Path.of("..").resolve(folder);
    }
    Path shared = Path.of("..", "..", "shared", "graph-cases");
    return Files.isDirectory(shared) ? shared : Path.of("src", "test", "resources", "graph-cases");
  }

  /**
   * A graph with names that only Alembic accepts is refused first, and then compared with those
   * names accepted.
   */
  private static Outcome run(GraphCase example, Tally tally) {
    Outcome strict = CaseRunner.run(example, NamePolicy.STRICT);
    Set<ErrorCode> names = EnumSet.of(ErrorCode.ILLEGAL_ID, ErrorCode.ILLEGAL_LABEL);
    if (strict.agrees() || strict.codes().isEmpty() || !names.containsAll(strict.codes())) {
      return strict;
    }
    tally.wideNames++;
    return CaseRunner.run(example, NamePolicy.ALEMBIC);
  }

  private void count(GraphCase example, Outcome outcome, Tally tally) {
    String line = example.id() + ": " + String.join("; ", outcome.differences());
    if (!outcome.violations().isEmpty()) {
      broken.add(example.id() + ": " + outcome.violations());
    }
    if (outcome.agrees() && example.isAnomaly()) {
      tally.anomalyAgree++;
    } else if (outcome.agrees()) {
      tally.agree++;
    } else if (example.isAnomaly()) {
      tally.anomalyDiffer.add(line);
    } else {
      Optional<DecidedDifference> reason = DecidedDifference.of(example, outcome);
      if (reason.isPresent()) {
        tally.decided++;
        decided.computeIfAbsent(reason.get(), unused -> new ArrayList<>()).add(example.id());
      } else {
        tally.differ.add(line);
      }
    }
  }

  private String report(Path folder) {
    String row = "%-10s %6s %6s %7s %8s %15s %16s %11s%n";
    StringBuilder text =
        new StringBuilder("Graph cases in " + folder + System.lineSeparator())
            .append(
                String.format(
                    row,
                    "kind",
                    "cases",
                    "agree",
                    "differ",
                    "decided",
                    "anomaly: agree",
                    "anomaly: differ",
                    "wide names"));
    Tally all = new Tally();
    tallies.forEach(
        (kind, tally) -> {
          text.append(line(row, kind, tally));
          all.cases += tally.cases;
          all.agree += tally.agree;
          all.decided += tally.decided;
          all.anomalyAgree += tally.anomalyAgree;
          all.wideNames += tally.wideNames;
          all.differ.addAll(tally.differ);
          all.anomalyDiffer.addAll(tally.anomalyDiffer);
        });
    text.append(line(row, "all", all));
    text.append("differ: ").append(all.differ).append(System.lineSeparator());
    text.append("decided, see docs/explanation/differences-from-alembic.md:");
    decided.forEach(
        (reason, ids) ->
            text.append(System.lineSeparator())
                .append("  ")
                .append(reason.reason())
                .append(": ")
                .append(String.join(" ", ids)));
    text.append(System.lineSeparator()).append("differ where an anomaly is noted: ");
    all.anomalyDiffer.forEach(
        difference -> text.append(difference, 0, difference.indexOf(':')).append(' '));
    return text.toString();
  }

  private static String line(String row, String kind, Tally tally) {
    return String.format(
        row,
        kind,
        tally.cases,
        tally.agree,
        tally.differ.size(),
        tally.decided,
        tally.anomalyAgree,
        tally.anomalyDiffer.size(),
        tally.wideNames);
  }
}
