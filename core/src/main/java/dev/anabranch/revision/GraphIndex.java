package dev.anabranch.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The graph as numbers: a revision is its position among the sorted ids, a link is an entry of an
 * array.
 *
 * <p>Because numbers follow ids, "ties by id" is a comparison of integers, and nothing here can
 * depend on the order in which revisions were given. Links to revisions that do not exist, and
 * links of a revision to itself, are left out; the validation reports them.
 */
final class GraphIndex {

  static final int[] NONE = {};

  private final Revision[] revisions;
  private final Map<String, Integer> byId;
  private final Map<String, Integer> byLabel;
  private final int[][] parents;
  private final int[][] dependencies;
  private final int[][] prerequisites;
  private final int[][] walkOrder;
  private final int[][] children;
  private final int[][] dependents;

  /**
   * Creates the index.
   *
   * @param sorted the revisions sorted by id, every id once
   */
  GraphIndex(List<Revision> sorted) {
    int size = sorted.size();
    revisions = sorted.toArray(new Revision[0]);
    byId = new HashMap<>(size * 2);
    byLabel = new HashMap<>();
    for (int node = 0; node < size; node++) {
      byId.put(revisions[node].id(), node);
      for (String label : revisions[node].labels()) {
        byLabel.putIfAbsent(label, node);
      }
    }
    parents = new int[size][];
    dependencies = new int[size][];
    prerequisites = new int[size][];
    walkOrder = new int[size][];
    Marks marks = new Marks(size);
    for (int node = 0; node < size; node++) {
      parents[node] = resolve(node, revisions[node].downRevisions(), false, marks);
      dependencies[node] = resolve(node, revisions[node].dependsOn(), true, marks);
      prerequisites[node] = union(parents[node], dependencies[node], marks);
      walkOrder[node] = sorted(prerequisites[node]);
    }
    children = reverse(parents);
    dependents = reverse(prerequisites);
  }

  private int[] resolve(int node, List<String> names, boolean labelsToo, Marks marks) {
    if (names.isEmpty()) {
      return NONE;
    }
    marks.clear();
    int[] found = new int[names.size()];
    int count = 0;
    for (String name : names) {
      Integer target = byId.get(name);
      if (target == null && labelsToo) {
        target = byLabel.get(name);
      }
      if (target != null && target != node && marks.add(target)) {
        found[count++] = target;
      }
    }
    return count == found.length ? found : Arrays.copyOf(found, count);
  }

  private static int[] union(int[] first, int[] second, Marks marks) {
    if (second.length == 0) {
      return first;
    }
    marks.clear();
    int[] both = Arrays.copyOf(first, first.length + second.length);
    for (int node : first) {
      marks.add(node);
    }
    int count = first.length;
    for (int node : second) {
      if (marks.add(node)) {
        both[count++] = node;
      }
    }
    return count == both.length ? both : Arrays.copyOf(both, count);
  }

  /** A set of revisions that is emptied in no time, for one list of links after the other. */
  private static final class Marks {
    private final int[] markedIn;
    private int round;

    Marks(int size) {
      markedIn = new int[size];
    }

    void clear() {
      round++;
    }

    boolean add(int node) {
      boolean isNew = markedIn[node] != round;
      markedIn[node] = round;
      return isNew;
    }
  }

  private static int[] sorted(int[] values) {
    if (values.length < 2) {
      return values;
    }
    int[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }

  private static int[][] reverse(int[][] links) {
    int[] counts = new int[links.length];
    for (int[] targets : links) {
      for (int target : targets) {
        counts[target]++;
      }
    }
    int[][] reversed = new int[links.length][];
    for (int node = 0; node < links.length; node++) {
      reversed[node] = counts[node] == 0 ? NONE : new int[counts[node]];
    }
    Arrays.fill(counts, 0);
    for (int node = 0; node < links.length; node++) {
      for (int target : links[node]) {
        reversed[target][counts[target]++] = node;
      }
    }
    return reversed;
  }

  /** Returns every id, sorted. */
  List<String> ids() {
    return Arrays.stream(revisions).map(Revision::id).toList();
  }

  int size() {
    return revisions.length;
  }

  Revision revision(int node) {
    return revisions[node];
  }

  String id(int node) {
    return revisions[node].id();
  }

  /** Returns the revision with exactly this id, or null. */
  @Nullable Integer nodeOfId(String id) {
    return byId.get(id);
  }

  /** Returns the revision that carries exactly this label itself, or null. */
  @Nullable Integer nodeOfLabel(String label) {
    return byLabel.get(label);
  }

  /** Returns every label, in no order. */
  Collection<String> labels() {
    return byLabel.keySet();
  }

  /** Returns the parents, in the order written, each once. */
  int[] parents(int node) {
    return parents[node];
  }

  /** Returns what the dependencies stand for, in the order written, each once. */
  int[] dependencies(int node) {
    return dependencies[node];
  }

  /** Returns parents, then dependencies, in the order written, each once. */
  int[] prerequisites(int node) {
    return prerequisites[node];
  }

  /** Returns parents and dependencies by id. */
  int[] prerequisitesById(int node) {
    return walkOrder[node];
  }

  /** Returns the revisions that name this one as parent, by id. */
  int[] children(int node) {
    return children[node];
  }

  /** Returns the revisions that name this one as parent or dependency, by id. */
  int[] dependents(int node) {
    return dependents[node];
  }

  boolean isBranchPoint(int node) {
    return children[node].length > 1;
  }

  boolean isEffectiveBranchPoint(int node) {
    return dependents[node].length > 1;
  }

  /** Returns whether several parents are written, be it the same one twice. */
  boolean isMergePoint(int node) {
    return revisions[node].downRevisions().size() > 1;
  }

  /** Returns the ids of the members, sorted. */
  List<String> ids(BitSet nodes) {
    return nodes.stream().mapToObj(this::id).toList();
  }

  /** Returns the ids in the order given. */
  List<String> ids(int[] nodes) {
    return Arrays.stream(nodes).mapToObj(this::id).toList();
  }
}
