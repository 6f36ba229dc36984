package dev.anabranch.testkit.rows;

import dev.anabranch.operation.InsertRows;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.testkit.rows.RowRequest.Mood;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Inserts rows into one table: all at once, and where the server refuses that in halves, down to
 * single rows, which are tried again with other values. For one thread and one table.
 */
final class TableInsertion {

  private static final int TRIES_OF_A_ROW = 12;
  private static final int TRIES_OF_THE_FIRST = 40;
  private static final int FAILURES = 120;

  private static final Sample DEFAULT = Sample.of(SqlValue.of(SqlExpression.of("DEFAULT")));

  private final Table table;
  private final RowMaker maker;
  private final Statements statements;
  private int inserted;
  private int failures;
  private Optional<String> reason = Optional.empty();

  TableInsertion(Table table, RowMaker maker, Statements statements) {
    this.table = table;
    this.maker = maker;
    this.statements = statements;
  }

  /** One row to be. */
  private record Draft(int number, Map<Identifier, Sample> values) {}

  /** Returns how many rows came to be. */
  int inserted() {
    return inserted;
  }

  /** Returns why a row was refused last, or could not be made. */
  String reason() {
    return reason.orElse("no row was found that keeps " + maker.obstacle());
  }

  /**
   * Inserts rows.
   *
   * @param from the number of the first
   * @param count how many
   */
  void insert(int from, int count) throws SQLException {
    List<Draft> drafts = new ArrayList<>();
    for (int number = from; number < from + count; number++) {
      Optional<Map<Identifier, Sample>> row = maker.make(number, Mood.DARING, 0, Map.of());
      if (row.isEmpty()) {
        break;
      }
      drafts.add(new Draft(number, row.get()));
    }
    insert(drafts);
  }

  private void insert(List<Draft> drafts) throws SQLException {
    if (drafts.isEmpty() || failures > FAILURES) {
      return;
    } else if (tryAll(drafts)) {
      inserted += drafts.size();
      drafts.forEach(draft -> maker.learn(draft.values()));
    } else if (drafts.size() == 1) {
      again(drafts.get(0));
    } else {
      int half = drafts.size() / 2;
      insert(drafts.subList(0, half));
      insert(drafts.subList(half, drafts.size()));
    }
  }

  private boolean tryAll(List<Draft> drafts) throws SQLException {
    Optional<String> refused = statements.attempt(List.of(insertion(drafts)));
    if (refused.isPresent()) {
      reason = refused;
      failures++;
    }
    return refused.isEmpty();
  }

  private void again(Draft refused) throws SQLException {
    maker.giveBack(refused.values());
    int tries = inserted == 0 ? TRIES_OF_THE_FIRST : TRIES_OF_A_ROW;
    for (int attempt = 1; attempt <= tries && failures <= FAILURES; attempt++) {
      Mood mood = attempt < 3 ? Mood.DARING : Mood.TAME;
      Optional<Map<Identifier, Sample>> other =
          maker.make(refused.number(), mood, attempt, Map.of());
      if (other.isEmpty()) {
        return;
      }
      Draft draft = new Draft(refused.number(), other.get());
      if (tryAll(List.of(draft))) {
        inserted++;
        maker.learn(draft.values());
        return;
      }
      maker.giveBack(draft.values());
    }
  }

  private InsertRows insertion(List<Draft> drafts) {
    List<Identifier> columns = List.copyOf(drafts.get(0).values().keySet());
    if (columns.isEmpty()) {
      // Every value comes from the server.
      Identifier first = table.columns().get(0).name();
      Map<Identifier, Sample> server = new LinkedHashMap<>();
      server.put(first, DEFAULT);
      return insertion(drafts.stream().map(draft -> new Draft(draft.number(), server)).toList());
    }
    List<List<SqlValue>> rows = new ArrayList<>();
    for (Draft draft : drafts) {
      rows.add(columns.stream().map(column -> valueOf(draft, column).sql()).toList());
    }
    return new InsertRows(table.name(), columns, rows, List.of());
  }

  private static Sample valueOf(Draft draft, Identifier column) {
    Sample value = draft.values().get(column);
    if (value == null) {
      throw new IllegalStateException("a row without " + column);
    }
    return value;
  }
}
