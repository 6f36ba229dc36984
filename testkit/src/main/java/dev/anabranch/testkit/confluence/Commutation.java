package dev.anabranch.testkit.confluence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether two parallel revisions may be applied in either order, as far as their footprints tell
 * without a database.
 *
 * @param first the id of the one
 * @param second the id of the other
 * @param verdict what they are to each other
 * @param shared what they have in common, the most trouble first; empty where they commute
 * @param columnOrder the tables to which both add columns: these may then stand in another order
 */
public record Commutation(
    String first,
    String second,
    Verdict verdict,
    List<SharedObject> shared,
    Set<String> columnOrder) {

  /** Copies the collections. */
  public Commutation {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(verdict, "verdict");
    shared = List.copyOf(shared);
    columnOrder = java.util.Collections.unmodifiableSet(new TreeSet<>(columnOrder));
  }

  /** Compares two footprints. */
  public static Commutation of(Footprint first, Footprint second) {
    Comparison comparison = new Comparison(first, second);
    return comparison.run();
  }

  /** Returns whether nothing has to be run to know that the order makes no difference. */
  public boolean isSettled() {
    return verdict == Verdict.COMMUTES;
  }

  /** One comparison of two footprints. */
  private static final class Comparison {

    private static final int CUT = 63;

    private final Footprint first;
    private final Footprint second;
    private final Set<SharedObject> shared = new LinkedHashSet<>();
    private final Set<String> columnOrder = new TreeSet<>();

    Comparison(Footprint first, Footprint second) {
      this.first = first;
      this.second = second;
    }

    Commutation run() {
      if (!first.isEmpty() && !second.isEmpty()) {
        unknown(first, second);
        unknown(second, first);
        for (Access access : first.accesses()) {
          second.at(access.object()).forEach(other -> compare(access, other));
        }
        mentions(first, second);
        mentions(second, first);
        newNames();
        madeUpNames(first, second);
        madeUpNames(second, first);
      }
      List<SharedObject> sorted = new ArrayList<>(shared);
      sorted.sort((a, b) -> b.verdict().compareTo(a.verdict()));
      requireOneOrder(sorted);
      Verdict verdict = sorted.isEmpty() ? Verdict.COMMUTES : sorted.get(0).verdict();
      return new Commutation(first.revision(), second.revision(), verdict, sorted, columnOrder);
    }

    private void unknown(Footprint one, Footprint other) {
      for (String reason : one.unknowns()) {
        shared.add(
            SharedObject.of(
                Verdict.UNDECIDED,
                "anything",
                one.revision() + " may touch what " + other.revision() + " touches: " + reason));
      }
    }

    private void compare(Access one, Access other) {
      if (one.object().relation().mayBe(other.object().relation())) {
        CommutationRules.compare(one, other, first.revision(), second.revision())
            .ifPresent(shared::add);
        boolean appended =
            one.object().kind() == SchemaObject.Kind.COLUMNS
                && one.kind() == Access.Kind.APPEND
                && other.kind() == Access.Kind.APPEND;
        if (appended) {
          columnOrder.add(one.object().relation().name());
        }
      }
    }

    private void mentions(Footprint one, Footprint other) {
      for (Access access : one.accesses()) {
        if (access.kind() != Access.Kind.READ && other.mentions(access.object())) {
          Access mention =
              new Access(
                  access.object(), Access.Kind.READ, Access.Certainty.POSSIBLE, "", access.noun());
          CommutationRules.compare(access, mention, one.revision(), other.revision())
              .ifPresent(shared::add);
        }
        if (access.kind() != Access.Kind.READ
            && access.object().kind() != SchemaObject.Kind.ROWS
            && other.copies(access.object())) {
          shared.add(
              SharedObject.of(
                  Verdict.UNDECIDED,
                  access.words(),
                  CommutationRules.words(access, one.revision())
                      + ", "
                      + other.revision()
                      + " copies the table"));
        }
      }
    }

    // Servers differ in what shares its names with what.
    private void newNames() {
      for (Access one : first.accesses()) {
        for (Access other : second.accesses()) {
          boolean both =
              (one.kind() == Access.Kind.CREATE || other.kind() == Access.Kind.CREATE)
                  && one.kind() != Access.Kind.READ
                  && other.kind() != Access.Kind.READ
                  && !one.object().equals(other.object())
                  && isNewName(one)
                  && isNewName(other)
                  && mayShareSchema(one.object().relation(), other.object().relation())
                  && isSameName(one.object().simpleName(), other.object().simpleName());
          if (both) {
            shared.add(
                SharedObject.of(
                    Verdict.UNDECIDED,
                    one.words(),
                    "%s, %s: they may share their names"
                        .formatted(
                            CommutationRules.words(one, first.revision()),
                            CommutationRules.words(other, second.revision()))));
          }
        }
      }
    }

    // What is given no name takes one that another may be given, and frees it when it goes.
    private void madeUpNames(Footprint one, Footprint other) {
      for (Access names : one.accesses()) {
        if (names.object().kind() == SchemaObject.Kind.NAMES) {
          other.accesses().stream()
              .filter(named -> mayMeet(names, named))
              .forEach(
                  named ->
                      shared.add(
                          SharedObject.of(
                              Verdict.UNDECIDED,
                              named.words(),
                              "%s, and the server may make up that name for what %s does to %s"
                                  .formatted(
                                      CommutationRules.words(named, other.revision()),
                                      one.revision(),
                                      names.object().relation()))));
        }
      }
    }

    private static boolean mayMeet(Access names, Access other) {
      if (names.kind() != Access.Kind.CREATE && other.kind() != Access.Kind.CREATE) {
        return false;
      }
      String table = names.object().relation().name();
      return other.object().kind() == SchemaObject.Kind.NAMES
          ? other.object().relation().name().equals(Link.ANYTHING)
          : other.kind() != Access.Kind.READ
              && isNewName(other)
              && MadeUpNames.mayBe(other.object().simpleName(), table);
    }

    // PostgreSQL cuts longer names (manual, 4.1.1).
    private static boolean isSameName(String one, String other) {
      return cut(one).equals(cut(other));
    }

    private static String cut(String name) {
      return name.substring(0, Math.min(name.length(), CUT));
    }

    private static boolean mayShareSchema(ObjectName one, ObjectName other) {
      return one.schema().isEmpty()
          || other.schema().isEmpty()
          || one.schema().equals(other.schema());
    }

    private static boolean isNewName(Access access) {
      return access.object().kind().isNamed()
          && access.object().kind() != SchemaObject.Kind.COLUMN
          && access.object().kind() != SchemaObject.Kind.INDEX_KEY;
    }

    // Each needs the other before it.
    private void requireOneOrder(List<SharedObject> sorted) {
      List<SharedObject.Order> orders =
          sorted.stream().flatMap(each -> each.order().stream()).distinct().toList();
      if (orders.size() > 1) {
        sorted.add(
            0,
            SharedObject.of(
                Verdict.CONTRADICTS,
                "their order",
                "%s and %s each need the other before them"
                    .formatted(first.revision(), second.revision())));
      }
    }
  }
}
