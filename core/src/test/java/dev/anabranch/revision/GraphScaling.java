package dev.anabranch.revision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Prints how long building and planning take for growing histories; run its main method. It asserts
 * no times: a benchmark is not a test.
 */
final class GraphScaling {

  private static final int ROUNDS = 15;

  private GraphScaling() {}

  /** Prints the table. */
  public static void main(String[] arguments) {
    System.out.printf(
        Locale.ROOT,
        "%-8s %9s %10s %12s %12s %10s %12s%n",
        "shape",
        "revisions",
        "build ms",
        "upgrade ms",
        "downgrade ms",
        "stamp ms",
        "history ms");
    for (int size : new int[] {1_000, 10_000, 100_000}) {
      measure("line", Braids.line(size));
      measure("braid", Braids.braid(size, 12, new Random(7)));
    }
  }

  private static void measure(String shape, List<Revision> revisions) {
    double build = median(() -> RevisionGraph.of(revisions));
    MigrationPlanner planner = new MigrationPlanner(RevisionGraph.of(revisions));
    RevisionTarget heads = RevisionTarget.parse("heads");
    List<String> rows = planner.graph().effectiveHeads();
    double upgrade = median(() -> planner.upgrade(List.of(), heads));
    double downgrade = median(() -> planner.downgrade(rows, RevisionTarget.parse("base")));
    double stamp = median(() -> planner.stamp(rows, List.of(heads)));
    double history = median(() -> planner.history(RevisionRange.ALL, rows));
    System.out.printf(
        Locale.ROOT,
        "%-8s %9d %10.1f %12.1f %12.1f %10.1f %12.1f%n",
        shape,
        revisions.size(),
        build,
        upgrade,
        downgrade,
        stamp,
        history);
  }

  private static double median(Supplier<?> work) {
    double[] times = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      if (work.get() == null) {
        throw new IllegalStateException();
      }
      times[round] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times[ROUNDS / 2];
  }
}
