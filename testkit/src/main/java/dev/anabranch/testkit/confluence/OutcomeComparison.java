package dev.anabranch.testkit.confluence;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.diff.Aspect;
import dev.anabranch.diff.Change;
import dev.anabranch.diff.SchemaDiffer;
import dev.anabranch.diff.SchemaDifference;
import dev.anabranch.diff.Wording;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.testkit.rows.RowComparison;
import dev.anabranch.testkit.rows.RowLoss;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what two orders led to. */
final class OutcomeComparison {

  private final Dialect dialect;

  OutcomeComparison(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Returns the differences of the schemas; names that the server makes up are none. */
  List<OrderDifference> schemas(Outcome one, Outcome other) {
    List<OrderDifference> found = new ArrayList<>();
    Wording wording = Wording.between(one.words(), other.words());
    DatabaseSchema expected = one.result().orElseThrow().schema();
    DatabaseSchema actual = ExchangedNames.settle(expected, other.result().orElseThrow().schema());
    for (SchemaDifference difference :
        SchemaDiffer.compare(expected, actual, dialect::makesUpName)) {
      found.add(new OrderDifference(kind(difference.change()), difference.describe(wording)));
    }
    return found;
  }

  private static OrderDifference.Kind kind(Optional<Change> change) {
    return change.filter(each -> each.aspect() == Aspect.COLUMN_ORDER).isPresent()
        ? OrderDifference.Kind.COLUMN_ORDER
        : OrderDifference.Kind.SCHEMA;
  }

  /**
   * Returns the differences of the rows.
   *
   * @param volatileOnes what differs also when the same order is applied twice, such as the present
   *     moment
   */
  List<OrderDifference> rows(Outcome one, Outcome other, Set<String> volatileOnes) {
    Set<String> words = new LinkedHashSet<>();
    for (RowLoss loss : losses(one, other)) {
      if (!volatileOnes.contains(key(loss))) {
        words.add(words(loss, one));
      }
    }
    for (RowLoss loss : losses(other, one)) {
      if (!volatileOnes.contains(key(loss))) {
        words.add(words(loss, other));
      }
    }
    return words.stream()
        .map(each -> new OrderDifference(OrderDifference.Kind.ROWS, each))
        .toList();
  }

  /** Returns what differs between two runs of the same order. */
  Set<String> volatileOnes(Outcome one, Outcome again) {
    Set<String> keys = new LinkedHashSet<>();
    losses(one, again).forEach(loss -> keys.add(key(loss)));
    losses(again, one).forEach(loss -> keys.add(key(loss)));
    return keys;
  }

  private static List<RowLoss> losses(Outcome before, Outcome after) {
    return RowComparison.compare(
        before.result().orElseThrow().rows(), after.result().orElseThrow().rows());
  }

  private static String key(RowLoss loss) {
    return loss.place() + " " + loss.kind();
  }

  // A loss of the one is what the other does not have.
  private static String words(RowLoss loss, Outcome one) {
    return switch (loss.kind()) {
      case ROWS_LOST ->
          "%s: %d %s only %s".formatted(loss.place(), loss.count(), rows(loss), one.words());
      case ROWS_ADDED ->
          "%s: %d %s not %s".formatted(loss.place(), loss.count(), rows(loss), one.words());
      case VALUES_LOST ->
          "%s: %d %s"
              .formatted(
                  loss.place(),
                  loss.count(),
                  loss.count() == 1 ? "value differs" : "values differ");
      case SEQUENCE_POSITION_LOST -> loss.place() + ": the next number differs";
    };
  }

  private static String rows(RowLoss loss) {
    return loss.count() == 1 ? "row is there" : "rows are there";
  }
}
