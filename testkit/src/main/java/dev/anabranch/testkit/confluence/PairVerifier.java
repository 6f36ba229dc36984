package dev.anabranch.testkit.confluence;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Runs orders from one place and says in what they differ. For one thread. */
final class PairVerifier {

  /** What came of two orders. */
  sealed interface Finding {}

  /**
   * Both led to the same, but for what is allowed.
   *
   * @param columnOrders the tables whose columns stand in another order, in words
   */
  record Same(List<OrderDifference> columnOrders) implements Finding {}

  /**
   * They differ.
   *
   * @param order the order of two that works; empty if neither or both do
   */
  record Different(List<OrderDifference> differences, Optional<SharedObject.Order> order)
      implements Finding {}

  /** There is nothing to compare. */
  record Unknown(String reason) implements Finding {}

  private final RevisionGraph graph;
  private final ConfluenceOptions options;
  private final Arena arena;
  private final Arena withoutRows;
  private final OutcomeComparison comparison;

  PairVerifier(
      RevisionGraph graph,
      ConfluenceOptions options,
      Arena arena,
      Arena withoutRows,
      OutcomeComparison comparison) {
    this.graph = graph;
    this.options = options;
    this.arena = arena;
    this.withoutRows = withoutRows;
    this.comparison = comparison;
  }

  /** Runs two revisions in both orders, on just what they stand on. */
  Finding pair(Commutation pair, Footprint one, Footprint other) {
    Set<String> under = new LinkedHashSet<>(graph.ancestors(List.of(pair.first(), pair.second())));
    under.removeAll(List.of(pair.first(), pair.second()));
    List<String> below =
        graph.revisions().stream().map(Revision::id).filter(under::contains).toList();
    return orders(
        below,
        Route.of(List.of(pair.first(), pair.second())),
        Route.of(List.of(pair.second(), pair.first())),
        table -> one.mayChange(table.name()) || other.mayChange(table.name()));
  }

  /** Returns where orders of many revisions are run from one place. */
  Ground ground(List<String> below) {
    return new Ground(below);
  }

  private Finding orders(List<String> below, Route one, Route other, Predicate<Table> tables) {
    try (Ground ground = ground(below)) {
      return ground.compare(one, other, tables);
    }
  }

  /** One place from which orders are run, each once; it is opened when it is needed. */
  final class Ground implements AutoCloseable {
    private final List<String> below;
    private final List<Arena.Place> opened = new ArrayList<>();

    private Ground(List<String> below) {
      this.below = List.copyOf(below);
    }

    /** Runs two orders of the same revisions. */
    Finding compare(Route one, Route other, Predicate<Table> tables) {
      try {
        Finding filled = compare(place(0), one, other, tables);
        // A revision that does not get along with rows at all is another verification's matter.
        return filled instanceof Unknown && options.verification().hasRows()
            ? compare(place(1), one, other, tables)
            : filled;
      } catch (AnabranchException e) {
        return new Unknown(String.valueOf(e.getMessage()));
      }
    }

    /** Returns the schema of the place, and the one behind an order if that can be applied. */
    List<DatabaseSchema> schemas(Route route) {
      List<DatabaseSchema> schemas = new ArrayList<>();
      try {
        for (Route each : List.of(Route.of(List.of()), route)) {
          place(0).again(each, table -> false).result().ifPresent(r -> schemas.add(r.schema()));
        }
      } catch (AnabranchException e) {
        // What cannot be applied is told where pairs are run.
        return schemas;
      }
      return schemas;
    }

    private Arena.Place place(int number) {
      if (opened.size() == number) {
        opened.add((number == 0 ? arena : withoutRows).at(below));
      }
      return opened.get(number);
    }

    private Finding compare(Arena.Place place, Route one, Route other, Predicate<Table> tables) {
      Outcome first = place.run(one, tables);
      Outcome second = place.run(other, tables);
      return first.failure().isPresent() || second.failure().isPresent()
          ? failed(first, second)
          : PairVerifier.this.compare(place, first, second, tables);
    }

    @Override
    public void close() {
      opened.forEach(Arena.Place::close);
    }
  }

  private Finding compare(
      Arena.Place place, Outcome first, Outcome second, Predicate<Table> tables) {
    List<OrderDifference> schemas = comparison.schemas(first, second);
    List<OrderDifference> differences = new ArrayList<>(schemas);
    differences.removeIf(this::isAllowed);
    List<OrderDifference> columnOrders = schemas.stream().filter(this::isAllowed).toList();
    List<OrderDifference> rows = comparison.rows(first, second, Set.of());
    if (!rows.isEmpty()) {
      Outcome again = place.again(first.route(), tables);
      rows =
          again.failure().isPresent()
              ? rows
              : comparison.rows(first, second, comparison.volatileOnes(first, again));
    }
    differences.addAll(rows);
    return differences.isEmpty()
        ? new Same(columnOrders)
        : new Different(differences, Optional.empty());
  }

  private boolean isAllowed(OrderDifference difference) {
    return difference.kind() == OrderDifference.Kind.COLUMN_ORDER
        && options.columnOrder() == ConfluenceOptions.ColumnOrder.ALLOWED;
  }

  // Where both orders fail and one does so at once, or both in the same way, that revision fails by
  // itself, and says nothing about the order. Where the other order works, it needs what it does
  // not say that it needs.
  private static Finding failed(Outcome first, Outcome second) {
    if (first.failure().isPresent() && second.failure().isPresent()) {
      Outcome.Failure one = first.failure().get();
      Outcome.Failure two = second.failure().get();
      if (one.revision().equals(two.revision()) && one.message().equals(two.message())) {
        return new Unknown(one.message());
      }
      for (Outcome outcome : List.of(first, second)) {
        Outcome.Failure failure = outcome.failure().get();
        if (failure.index() == 0) {
          return new Unknown(failure.message());
        }
      }
    }
    List<OrderDifference> differences = new ArrayList<>();
    for (Outcome outcome : List.of(first, second)) {
      outcome
          .failure()
          .ifPresent(
              failure ->
                  differences.add(
                      new OrderDifference(
                          OrderDifference.Kind.ERROR,
                          "%s fails %s: %s"
                              .formatted(
                                  failure.revision(),
                                  place(outcome.route().ids(), failure.index()),
                                  failure.message()))));
    }
    return new Different(differences, working(first, second));
  }

  // If only one order can be applied, the one that comes second in it has to depend on the other.
  private static Optional<SharedObject.Order> working(Outcome first, Outcome second) {
    Outcome works = first.failure().isEmpty() ? first : second;
    List<String> ids = works.route().ids();
    return works.failure().isEmpty() && ids.size() == 2
        ? Optional.of(new SharedObject.Order(ids.get(0), ids.get(1)))
        : Optional.empty();
  }

  private static String place(List<String> order, int index) {
    return switch (index) {
      case 0 -> "before " + (order.size() == 2 ? order.get(1) : "the others");
      case 1 -> "behind " + order.get(0);
      default -> "behind %d others, the last of them %s".formatted(index, order.get(index - 1));
    };
  }
}
