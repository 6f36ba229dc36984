package dev.anabranch.testkit.confluence;

import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.testkit.rows.RowSnapshot;
import java.util.Optional;

/**
 * What an order led to.
 *
 * @param route the order
 * @param result what the database then held; empty if a revision failed
 * @param failure which revision failed, and why; empty if none did
 */
record Outcome(Route route, Optional<Result> result, Optional<Failure> failure) {

  /**
   * What a database holds.
   *
   * @param schema the schema
   * @param rows the rows of the tables that were asked for
   */
  record Result(DatabaseSchema schema, RowSnapshot rows) {}

  /**
   * A revision that could not be applied.
   *
   * @param revision its id
   * @param index its place in the order, counted from 0
   * @param message what the server or Anabranch says
   */
  record Failure(String revision, int index, String message) {}

  static Outcome of(Route route, Result result) {
    return new Outcome(route, Optional.of(result), Optional.empty());
  }

  static Outcome failed(Route route, Failure failure) {
    return new Outcome(route, Optional.empty(), Optional.of(failure));
  }

  /** Returns the same of the same order in other words. */
  Outcome as(Route other) {
    return new Outcome(other, result, failure);
  }

  /** Returns the order in words. */
  String words() {
    return route.words();
  }
}
