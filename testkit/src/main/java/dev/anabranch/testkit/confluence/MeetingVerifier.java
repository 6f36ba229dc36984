package dev.anabranch.testkit.confluence;

import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.confluence.MeetingResult.Status;
import dev.anabranch.testkit.confluence.PairVerifier.Different;
import dev.anabranch.testkit.confluence.PairVerifier.Finding;
import dev.anabranch.testkit.confluence.PairVerifier.Same;
import dev.anabranch.testkit.confluence.PairVerifier.Unknown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Verifies places where branches come together; a pair that was run is not run again. */
final class MeetingVerifier {

  private final RevisionGraph graph;
  private final ConfluenceOptions options;
  private final Relations known;
  private final PairVerifier verifier;
  private final ProofFiles proofs;
  private final ConfluenceListener listener;
  private final Map<Meeting.Pair, Finding> findings = new HashMap<>();

  MeetingVerifier(
      RevisionScripts scripts,
      ConfluenceOptions options,
      Relations relations,
      PairVerifier verifier,
      ProofFiles proofs,
      ConfluenceListener listener) {
    this.graph = scripts.graph();
    this.options = options;
    this.known = relations;
    this.verifier = verifier;
    this.proofs = proofs;
    this.listener = listener;
  }

  MeetingResult verify(Meeting meeting) {
    if (proofs.isProved(meeting)) {
      return new Work(meeting).result(Status.PROVED_BEFORE);
    }
    MeetingResult result = new Work(meeting).run();
    if (result.passed()) {
      proofs.write(meeting, result);
    }
    return result;
  }

  /** The verification of one meeting. */
  private final class Work {

    private final Meeting meeting;
    private final List<Meeting.Pair> pairs;
    private final List<Commutation> open = new ArrayList<>();
    private final List<NonCommutingPair> conflicts = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<String> unknown = new ArrayList<>();
    private Relations relations = known;
    private int run;
    private int orders;

    Work(Meeting meeting) {
      this.meeting = meeting;
      this.pairs = meeting.pairs().stream().filter(this::isAskedFor).toList();
    }

    // Revisions that were there before meet for the first time in a new merge.
    private boolean isAskedFor(Meeting.Pair pair) {
      boolean merge =
          meeting.revision().isPresent() && options.verification().includes(meeting.id());
      return merge
          || options.verification().includes(pair.first())
          || options.verification().includes(pair.second());
    }

    MeetingResult run() {
      relate();
      if (open.size() < pairs.size() && hasUnknown()) {
        look();
        open.clear();
        notes.clear();
        relate();
      }
      if (open.isEmpty()) {
        return result(Status.DISJOINT);
      }
      open.forEach(this::runPair);
      if (conflicts.isEmpty()) {
        runBranches();
      }
      if (!conflicts.isEmpty()) {
        return result(Status.CONFLICTING);
      }
      return result(unknown.isEmpty() ? Status.CONFLUENT : Status.NOT_PROVED);
    }

    private void relate() {
      for (Meeting.Pair pair : pairs) {
        Commutation relation = relations.compare(pair.first(), pair.second());
        if (!relation.isSettled()) {
          open.add(relation);
        } else if (!isAllowed(relation)) {
          open.add(relation);
        }
      }
    }

    private boolean hasUnknown() {
      return Stream.concat(meeting.below().stream(), meeting.region().stream())
          .anyMatch(id -> known.footprint(id).isUnknown());
    }

    // What a revision creates that is not understood, nobody has told: the server has to.
    private void look() {
      List<String> order = new Orders(graph, meeting).forwards();
      try (PairVerifier.Ground ground = verifier.ground(meeting.below())) {
        for (DatabaseSchema schema : ground.schemas(Route.of(order))) {
          relations = relations.with(schema);
        }
      }
    }

    private boolean isAllowed(Commutation relation) {
      if (relation.columnOrder().isEmpty()) {
        return true;
      }
      for (String table : relation.columnOrder()) {
        notes.add("the order of new columns of " + table + " depends on the order of the branches");
      }
      return options.columnOrder() == ConfluenceOptions.ColumnOrder.ALLOWED;
    }

    private void runPair(Commutation relation) {
      Meeting.Pair pair = new Meeting.Pair(relation.first(), relation.second());
      Finding finding = findings.get(pair);
      if (finding == null) {
        listener.pairStarted(meeting.id(), relation);
        finding =
            verifier.pair(
                relation, relations.footprint(pair.first()), relations.footprint(pair.second()));
        findings.put(pair, finding);
        run++;
      }
      note(finding, relation, List.of());
    }

    private void note(Finding finding, Commutation relation, List<String> below) {
      if (finding instanceof Different different) {
        conflicts.add(
            new NonCommutingPair(
                relation.first(),
                relation.second(),
                relations.size(relation.first()) + relations.size(relation.second()),
                below,
                different.differences(),
                order(different, relation),
                relation));
      } else if (finding instanceof Same same) {
        same.columnOrders().forEach(each -> notes.add(each.words()));
      } else if (finding instanceof Unknown nothing) {
        unknown.add(
            "%s and %s cannot be compared: %s"
                .formatted(relation.first(), relation.second(), nothing.reason()));
      }
    }

    // What both orders have shown counts more than what was known before.
    private static Optional<SharedObject.Order> order(Different different, Commutation relation) {
      if (different.order().isPresent()) {
        return different.order();
      }
      boolean failed =
          different.differences().stream()
              .anyMatch(each -> each.kind() == OrderDifference.Kind.ERROR);
      return failed
          ? Optional.empty()
          : relation.shared().stream().flatMap(each -> each.order().stream()).findFirst();
    }

    private void runBranches() {
      Orders possible = new Orders(graph, meeting);
      List<String> forwards = possible.forwards();
      List<List<String>> others = new ArrayList<>();
      others.add(possible.backwards());
      others.addAll(possible.byChance(options.verification().seed(), options.interleavings()));
      orders = 1;
      try (PairVerifier.Ground ground = verifier.ground(meeting.below())) {
        for (List<String> other : others) {
          orders++;
          Finding finding = ground.compare(Route.of(forwards), Route.of(other), table -> true);
          if (finding instanceof Different) {
            narrow(ground, Orders.way(forwards, other));
            return;
          } else if (finding instanceof Unknown nothing) {
            unknown.add("the branches cannot be applied: " + nothing.reason());
            return;
          } else {
            ((Same) finding).columnOrders().forEach(each -> notes.add(each.words()));
          }
        }
      }
    }

    // Somewhere on the way from one order to the other the result changes.
    private void narrow(PairVerifier.Ground ground, List<List<String>> way) {
      int same = 0;
      int different = way.size() - 1;
      while (different - same > 1) {
        int middle = (same + different) / 2;
        orders++;
        Finding there =
            ground.compare(Route.of(way.get(0)), Route.of(way.get(middle)), table -> true);
        if (there instanceof Different) {
          different = middle;
        } else {
          same = middle;
        }
      }
      Meeting.Pair pair = Orders.exchanged(way.get(same), way.get(different));
      String words = "with %s before %s";
      Finding finding =
          ground.compare(
              new Route(way.get(same), words.formatted(pair.first(), pair.second())),
              new Route(way.get(different), words.formatted(pair.second(), pair.first())),
              table -> true);
      orders++;
      List<String> order = way.get(same);
      note(
          finding,
          relations.compare(pair.first(), pair.second()),
          order.subList(0, order.indexOf(pair.first())));
    }

    MeetingResult result(Status status) {
      conflicts.sort(
          Comparator.comparingInt(NonCommutingPair::size)
              .thenComparing(NonCommutingPair::first)
              .thenComparing(NonCommutingPair::second));
      return new MeetingResult(
          meeting.id(),
          meeting.tips(),
          status,
          pairs.size(),
          status == Status.PROVED_BEFORE ? 0 : pairs.size() - open.size(),
          run,
          orders,
          conflicts,
          List.copyOf(notes),
          unknown.isEmpty() ? Optional.empty() : Optional.of(unknown.get(0)));
    }
  }
}
