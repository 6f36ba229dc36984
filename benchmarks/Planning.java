import dev.anabranch.revision.MigrationPlan;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.revision.RevisionTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Times the graph alone, in memory, for growing numbers of revisions: building it, planning an upgrade from nothing to the
 * heads, and planning the way back. Prints the median of 15 runs after 15 that are not counted, in milliseconds.
 *
 * <p>Run it with the core library on the class path: {@code java -cp core.jar:slf4j-api.jar Planning.java}.
 */
public final class Planning {

  private static final int RUNS = 15;

  public static void main(String[] arguments) {
    System.out.printf("%-8s %10s %12s %12s %12s%n", "shape", "revisions", "build ms", "upgrade ms", "downgrade ms");
    for (String shape : List.of("line", "braid")) {
      for (int count : new int[] {1_000, 10_000, 100_000}) {
        measure(shape, count);
      }
    }
  }

  private static void measure(String shape, int count) {
    List<Revision> revisions = shape.equals("line") ? line(count) : braid(count);
    RevisionGraph graph = RevisionGraph.of(revisions);
    MigrationPlanner planner = new MigrationPlanner(graph);
    RevisionTarget heads = RevisionTarget.parse("heads");
    RevisionTarget base = RevisionTarget.parse("base");
    MigrationPlan up = planner.upgrade(List.of(), heads);
    System.out.printf(
        "%-8s %10d %12.2f %12.2f %12.2f%n",
        shape,
        count,
        median(() -> RevisionGraph.of(revisions).size()),
        median(() -> planner.upgrade(List.of(), heads).steps().size()),
        median(() -> planner.downgrade(up.rowsAfter(), base).steps().size()));
  }

  private static double median(Supplier<Integer> work) {
    double[] times = new double[RUNS];
    for (int i = -RUNS; i < RUNS; i++) {
      long begun = System.nanoTime();
      if (work.get() < 0) {
        throw new AssertionError();
      }
      if (i >= 0) {
        times[i] = (System.nanoTime() - begun) / 1e6;
      }
    }
    Arrays.sort(times);
    return times[RUNS / 2];
  }

  private static List<Revision> line(int count) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      revisions.add(i == 0 ? Revision.of(id(0)) : Revision.of(id(i), id(i - 1)));
    }
    return revisions;
  }

  // The same shape as generate.py writes: forks of four branches, six revisions each, joined by a merge.
  private static List<Revision> braid(int count) {
    List<Revision> revisions = new ArrayList<>();
    revisions.add(Revision.of(id(0)));
    while (revisions.size() < count) {
      String start = revisions.get(revisions.size() - 1).id();
      List<String> tips = new ArrayList<>();
      for (int branch = 0; branch < 4; branch++) {
        String parent = start;
        for (int step = 0; step < 6; step++) {
          String id = id(revisions.size());
          revisions.add(Revision.of(id, parent));
          parent = id;
        }
        tips.add(parent);
      }
      revisions.add(Revision.of(id(revisions.size()), tips.toArray(new String[0])));
    }
    return revisions.subList(0, count);
  }

  // Spread like real ids, so that sorting by id is not sorting by position.
  private static String id(int number) {
    return String.format("%012x", (number * 0x9E3779B97F4A7C15L) >>> 16);
  }
}
