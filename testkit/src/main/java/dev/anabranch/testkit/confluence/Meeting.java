package dev.anabranch.testkit.confluence;

import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place where branches come together: a revision with several parents or dependencies, or the set
 * of all heads.
 *
 * @param id the revision's id; {@code heads} for the set of heads
 * @param revision the revision; empty for the set of heads
 * @param tips the ids in which the branches end
 * @param below what all branches have in common, in the order of running
 * @param branches of each branch what not all have in common, in the order of running
 */
record Meeting(
    String id,
    Optional<Revision> revision,
    List<String> tips,
    List<String> below,
    List<List<String>> branches) {

  static final String HEADS = "heads";

  /** Two parallel revisions, of two branches. */
  record Pair(String first, String second) {}

  Meeting {
    tips = List.copyOf(tips);
    below = List.copyOf(below);
    branches = branches.stream().map(List::copyOf).toList();
  }

  /** Returns all meetings of a graph, in the order of running. */
  static List<Meeting> of(RevisionGraph graph) {
    List<String> order = graph.revisions().stream().map(Revision::id).toList();
    List<Meeting> meetings = new ArrayList<>();
    for (Revision revision : graph.revisions()) {
      List<String> tips = tips(graph, revision.id());
      if (tips.size() > 1) {
        meetings.add(of(graph, order, revision.id(), Optional.of(revision), tips));
      }
    }
    if (graph.effectiveHeads().size() > 1) {
      meetings.add(of(graph, order, HEADS, Optional.empty(), graph.effectiveHeads()));
    }
    return meetings;
  }

  /** Returns the meeting of some branches, named by what they end in. */
  static Meeting of(RevisionGraph graph, Collection<String> tips) {
    List<String> order = graph.revisions().stream().map(Revision::id).toList();
    return of(graph, order, HEADS, Optional.empty(), graph.rowsOf(tips));
  }

  // A parent that another parent stands on is no branch of its own.
  private static List<String> tips(RevisionGraph graph, String id) {
    Set<String> under = new LinkedHashSet<>(graph.parents(id));
    under.addAll(graph.resolvedDependencies(id));
    return under.size() < 2 ? List.copyOf(under) : graph.rowsOf(under);
  }

  private static Meeting of(
      RevisionGraph graph,
      List<String> order,
      String id,
      Optional<Revision> revision,
      List<String> tips) {
    List<Set<String>> reached = tips.stream().map(tip -> graph.ancestors(List.of(tip))).toList();
    Set<String> common = new LinkedHashSet<>(reached.get(0));
    reached.forEach(common::retainAll);
    List<List<String>> branches = new ArrayList<>();
    for (Set<String> branch : reached) {
      branches.add(
          order.stream().filter(each -> branch.contains(each) && !common.contains(each)).toList());
    }
    return new Meeting(
        id, revision, tips, order.stream().filter(common::contains).toList(), branches);
  }

  /** Returns everything that some branch has and not all have. */
  Set<String> region() {
    Set<String> region = new LinkedHashSet<>();
    branches.forEach(region::addAll);
    return Collections.unmodifiableSet(region);
  }

  /** Returns the pairs of which each is on a branch that the other is not on. */
  List<Pair> pairs() {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (int i = 0; i < branches.size(); i++) {
      for (int j = i + 1; j < branches.size(); j++) {
        List<String> left = without(branches.get(i), branches.get(j));
        List<String> right = without(branches.get(j), branches.get(i));
        left.forEach(one -> right.forEach(other -> pairs.add(new Pair(one, other))));
      }
    }
    return List.copyOf(pairs);
  }

  private static List<String> without(List<String> some, List<String> others) {
    Set<String> known = new LinkedHashSet<>(others);
    return some.stream().filter(each -> !known.contains(each)).toList();
  }

  /** Returns the name for people. */
  String words() {
    return revision.isPresent() ? "the merge " + id : "the heads " + String.join(", ", tips);
  }
}
