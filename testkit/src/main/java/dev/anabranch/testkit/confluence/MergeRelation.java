package dev.anabranch.testkit.confluence;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.script.RevisionScripts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What branches that are about to be merged are to each other on one product, without a database.
 *
 * @param product the product
 * @param pairs how many pairs of parallel revisions there are
 * @param verdict the most trouble of all pairs
 * @param shared what they have in common, the most trouble first
 * @param columnOrder the tables to which several branches add columns
 * @param unreadable why some of the parallel revisions cannot be read for this product, by their
 *     ids
 */
public record MergeRelation(
    String product,
    int pairs,
    Verdict verdict,
    List<SharedObject> shared,
    Set<String> columnOrder,
    Map<String, String> unreadable) {

  /** Copies the collections. */
  public MergeRelation {
    shared = List.copyOf(shared);
    columnOrder = java.util.Collections.unmodifiableSet(new TreeSet<>(columnOrder));
    unreadable = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(unreadable));
  }

  /**
   * Compares branches.
   *
   * @param scripts the project's revisions
   * @param tips the ids in which the branches end, two or more
   * @param dialect the product
   * @param naming names constraints and indexes of operations that have no name
   */
  public static MergeRelation of(
      RevisionScripts scripts, Collection<String> tips, Dialect dialect, NamingConvention naming) {
    RevisionGraph graph = scripts.graph();
    Meeting meeting = Meeting.of(graph, tips);
    Relations relations = Relations.of(scripts, graph.ancestors(tips), dialect, naming);
    Set<SharedObject> shared = new LinkedHashSet<>();
    Set<String> columnOrder = new TreeSet<>();
    for (Meeting.Pair pair : meeting.pairs()) {
      Commutation relation = relations.compare(pair.first(), pair.second());
      shared.addAll(relation.shared());
      columnOrder.addAll(relation.columnOrder());
    }
    List<SharedObject> sorted = sorted(graph, shared);
    return new MergeRelation(
        dialect.name(),
        meeting.pairs().size(),
        sorted.isEmpty() ? Verdict.COMMUTES : sorted.get(0).verdict(),
        sorted,
        columnOrder,
        relations.unreadable(meeting.region()));
  }

  private static List<SharedObject> sorted(RevisionGraph graph, Set<SharedObject> shared) {
    Set<String> contradicted = new LinkedHashSet<>();
    shared.stream()
        .filter(each -> each.verdict() == Verdict.CONTRADICTS)
        .forEach(each -> contradicted.add(each.object()));
    // Who comes first is no question where only one of two creations can stay.
    List<SharedObject> sorted = new ArrayList<>(shared);
    sorted.removeIf(
        each -> each.verdict() == Verdict.NEEDS_ORDER && contradicted.contains(each.object()));
    List<SharedObject.Order> orders =
        sorted.stream().flatMap(each -> each.order().stream()).distinct().toList();
    if (!Dependencies.arePossible(graph, orders)) {
      sorted.add(
          SharedObject.of(
              Verdict.CONTRADICTS,
              "their order",
              "each branch needs something of the other before it, and no order gives that"));
    }
    sorted.sort((a, b) -> b.verdict().compareTo(a.verdict()));
    return sorted;
  }

  /**
   * Returns who has to depend on whom so that every order that is left is a good one; without those
   * that follow from others.
   *
   * @param graph the graph of the revisions
   */
  public List<SharedObject.Order> dependencies(RevisionGraph graph) {
    return Dependencies.smallest(
        graph, shared.stream().flatMap(each -> each.order().stream()).distinct().toList());
  }
}
