package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.SequencePosition;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.testkit.rows.RowLoss.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows of two moments.
 *
 * <p>Rows are the same that have the same primary key; without one, or with another one than
 * before, those that agree in the most columns are taken for the same. A column that is only there
 * later is no loss; one that is gone has lost its values, as far as they were not null.
 */
public final class RowComparison {

  private RowComparison() {}

  /**
   * Returns what was lost or added, by table and column in the order of the first snapshot.
   *
   * @param before the rows as they were
   * @param after the rows as they are
   */
  public static List<RowLoss> compare(RowSnapshot before, RowSnapshot after) {
    return compare(before, after, old -> old);
  }

  /**
   * Returns what was lost or added where rows may have been made anew in between: a row that is
   * there with another number is no loss, if the server gives these numbers and all else is the
   * same; nor is a reference that has followed it.
   *
   * @param before the rows as they were
   * @param after the rows as they are
   */
  public static List<RowLoss> compareMadeAnew(RowSnapshot before, RowSnapshot after) {
    return compare(before, after, new Renumbering(before, after)::applied);
  }

  private static List<RowLoss> compare(
      RowSnapshot before, RowSnapshot after, UnaryOperator<TableRows> renumbered) {
    List<RowLoss> losses = new ArrayList<>();
    for (QualifiedName name : before.tables()) {
      TableRows old = renumbered.apply(before.rows(name).orElseThrow());
      Optional<TableRows> now = after.rows(name);
      if (now.isEmpty()) {
        add(losses, name, Optional.empty(), Kind.ROWS_LOST, old.rows().size());
      } else {
        compare(old, now.get(), losses);
      }
    }
    positions(before, after, losses);
    return List.copyOf(losses);
  }

  private static void compare(TableRows old, TableRows now, List<RowLoss> losses) {
    RowPairs pairs = RowPairs.of(old, now);
    QualifiedName table = old.table();
    add(losses, table, Optional.empty(), Kind.ROWS_LOST, pairs.lost());
    for (int i = 0; i < old.columns().size(); i++) {
      Identifier column = old.columns().get(i);
      int place = now.columns().indexOf(column);
      add(losses, table, Optional.of(column), Kind.VALUES_LOST, changed(pairs, i, place));
    }
    add(losses, table, Optional.empty(), Kind.ROWS_ADDED, pairs.added());
  }

  private static long changed(RowPairs pairs, int before, int after) {
    return pairs.pairs().stream()
        .filter(
            pair -> {
              @Nullable String old = pair.before().get(before);
              return after < 0 ? old != null : !Objects.equals(old, pair.after().get(after));
            })
        .count();
  }

  private static void positions(RowSnapshot before, RowSnapshot after, List<RowLoss> losses) {
    Map<String, SequencePosition> now = new LinkedHashMap<>();
    after.positions().forEach(position -> now.put(position.toString(), position));
    for (SequencePosition old : before.positions()) {
      SequencePosition position = now.get(old.toString());
      if (position != null && position.course() == old.course() && position.isBehind(old)) {
        add(losses, old.owner(), old.column(), Kind.SEQUENCE_POSITION_LOST, 1);
      }
    }
  }

  private static void add(
      List<RowLoss> losses,
      QualifiedName table,
      Optional<Identifier> column,
      Kind kind,
      long count) {
    if (count > 0) {
      losses.add(new RowLoss(table, column, kind, count));
    }
  }
}
