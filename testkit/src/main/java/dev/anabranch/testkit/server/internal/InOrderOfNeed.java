package dev.anabranch.testkit.server.internal;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Runs statements in an order in which each finds what it stands on, such as a view on another one:
 * what needs something that is not there yet is tried again behind the others.
 *
 * @param <T> what a statement is made of
 */
final class InOrderOfNeed<T> {

  /** Runs one statement. */
  interface Attempt<T> {
    void run(T statement) throws SQLException;
  }

  private final Set<Integer> notThereYet;
  private final Attempt<T> attempt;

  /**
   * Creates a runner.
   *
   * @param notThereYet the vendor's error codes for something that is missing
   * @param attempt runs one statement
   */
  InOrderOfNeed(Set<Integer> notThereYet, Attempt<T> attempt) {
    this.notThereYet = notThereYet;
    this.attempt = attempt;
  }

  /**
   * Runs what can be run.
   *
   * @return what needs something that is not there at the end either
   */
  List<T> run(List<T> statements) throws SQLException {
    Deque<T> waiting = new ArrayDeque<>(statements);
    int inVain = 0;
    while (inVain < waiting.size()) {
      T statement = waiting.remove();
      try {
        attempt.run(statement);
        inVain = 0;
      } catch (SQLException e) {
        if (!notThereYet.contains(e.getErrorCode())) {
          throw e;
        }
        waiting.add(statement);
        inVain++;
      }
    }
    return List.copyOf(waiting);
  }
}
