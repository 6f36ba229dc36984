package dev.anabranch.testkit.verify;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.MigrationPlan;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.revision.RevisionTarget;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.server.TestServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scratch databases of one verification, and the cheapest way to one with just some revisions
 * applied. For one thread.
 */
final class Workplace implements AutoCloseable {

  // What a new database costs, in steps of a migration.
  private static final int NEW_DATABASE = 4;

  private final RevisionScripts scripts;
  private final TestServer server;
  private final VerificationOptions options;
  private final List<String> order;
  private final Map<String, Integer> place = new HashMap<>();
  private final Set<String> oneWay;
  private final Set<String> stumbling = new HashSet<>();
  private final Map<Set<String>, KeptCopy> copies = new LinkedHashMap<>();
  private @Nullable ScratchDatabase current;

  /**
   * Creates a workplace without a database.
   *
   * @param oneWay takes the revisions that cannot be taken back, and may be shared
   */
  Workplace(
      RevisionScripts scripts, TestServer server, VerificationOptions options, Set<String> oneWay) {
    this.oneWay = oneWay;
    this.scripts = scripts;
    this.server = server;
    this.options = options;
    this.order = orderOf(scripts.graph());
    for (int i = 0; i < order.size(); i++) {
      place.put(order.get(i), i);
    }
  }

  /** Returns the way from nothing to the heads. */
  static MigrationPlan wholeWay(RevisionGraph graph) {
    return new MigrationPlanner(graph).upgrade(List.of(), RevisionTarget.parse("heads"));
  }

  /** Returns all revisions in the order of that way. */
  static List<String> orderOf(RevisionGraph graph) {
    return wholeWay(graph).steps().stream().map(step -> step.revision().id()).toList();
  }

  /** Returns all revisions in the order of an upgrade to the heads. */
  List<String> order() {
    return order;
  }

  /** Notes that a revision cannot be taken back, so that no way leads over its downgrade. */
  void isOneWay(String revision) {
    oneWay.add(revision);
  }

  /**
   * Notes that the downgrade of a revision fails over rows that were written since, which is told.
   */
  void mayStumble(String revision) {
    stumbling.add(revision);
  }

  /** Returns whether the downgrade of a revision fails over rows that were written since. */
  boolean stumbles(String revision) {
    return stumbling.contains(revision);
  }

  /** Returns whether a revision cannot be taken back. */
  boolean leadsOneWay(String revision) {
    return oneWay.contains(revision);
  }

  /**
   * Returns a database in which just some revisions are applied.
   *
   * @param target the revisions, with all that they stand on
   * @throws AnabranchException if they cannot be applied
   */
  ScratchDatabase at(Set<String> target) {
    ScratchDatabase there = current;
    if (there != null && there.applied().equals(target)) {
      return there;
    }
    int copied = copyCost(target);
    if (there != null && canMove(there, target) && moveCost(there, target) <= copied) {
      try {
        move(there, target);
        return there;
      } catch (AnabranchException e) {
        // Not on this way: on the one from the base it is the truth.
        discard();
      }
    }
    discard();
    return copied < Integer.MAX_VALUE && copied < NEW_DATABASE + target.size()
        ? fromCopy(target)
        : fresh(target);
  }

  /**
   * Returns a new database in which just some revisions are applied, and no row but theirs.
   *
   * @throws AnabranchException if they cannot be applied
   */
  ScratchDatabase fresh(Set<String> target) {
    discard();
    ScratchDatabase database = ScratchDatabase.create(server, scripts, options);
    current = database;
    database.run(Direction.UPGRADE, inOrder(target));
    return database;
  }

  private ScratchDatabase fromCopy(Set<String> target) {
    KeptCopy copy = nearestCopy(target);
    if (copy == null) {
      return fresh(target);
    }
    try {
      ScratchDatabase database = copy.restore(scripts, options);
      current = database;
      move(database, target);
      return database;
    } catch (AnabranchException e) {
      return fresh(target);
    }
  }

  /**
   * Keeps a copy of the present database, if it is in a state and the server can make one.
   *
   * @param state the revisions that have to be applied
   * @return whether there is a copy now
   */
  boolean keepCopy(Set<String> state) {
    if (current != null && current.applied().equals(state) && !copies.containsKey(state)) {
      KeptCopy.of(server, current).ifPresent(copy -> copies.put(copy.applied(), copy));
    }
    return copies.containsKey(state);
  }

  /** Forgets the copy with just some revisions applied, if there is one. */
  void forgetCopy(Set<String> applied) {
    KeptCopy copy = copies.remove(applied);
    if (copy != null) {
      copy.close();
    }
  }

  /** Drops the present database, because it is not known any more what is in it. */
  void discard() {
    ScratchDatabase database = current;
    current = null;
    if (database != null) {
      database.close();
    }
  }

  private boolean canMove(ScratchDatabase database, Set<String> target) {
    return database.applied().stream().noneMatch(id -> !target.contains(id) && oneWay.contains(id));
  }

  private static int moveCost(ScratchDatabase database, Set<String> target) {
    int common = (int) target.stream().filter(database.applied()::contains).count();
    return database.applied().size() - common + target.size() - common;
  }

  private int copyCost(Set<String> target) {
    KeptCopy copy = nearestCopy(target);
    return copy == null
        ? NEW_DATABASE + target.size()
        : copy.cost() + target.size() - copy.applied().size();
  }

  private @Nullable KeptCopy nearestCopy(Set<String> target) {
    KeptCopy nearest = null;
    for (KeptCopy copy : copies.values()) {
      if (target.containsAll(copy.applied())
          && (nearest == null || copy.applied().size() > nearest.applied().size())) {
        nearest = copy;
      }
    }
    return nearest;
  }

  private void move(ScratchDatabase database, Set<String> target) {
    Set<String> down = new HashSet<>(database.applied());
    down.removeAll(target);
    List<String> last = new ArrayList<>(inOrder(down));
    Collections.reverse(last);
    database.run(Direction.DOWNGRADE, last);
    Set<String> up = new HashSet<>(target);
    up.removeAll(database.applied());
    database.run(Direction.UPGRADE, inOrder(up));
  }

  private List<String> inOrder(Set<String> ids) {
    List<String> sorted = new ArrayList<>(ids);
    sorted.sort((a, b) -> Integer.compare(placeOf(a), placeOf(b)));
    return sorted;
  }

  private int placeOf(String id) {
    return place.getOrDefault(id, Integer.MAX_VALUE);
  }

  @Override
  public void close() {
    discard();
    copies.values().forEach(KeptCopy::close);
    copies.clear();
  }
}
