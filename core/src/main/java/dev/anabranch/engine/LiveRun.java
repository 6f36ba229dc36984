package dev.anabranch.engine;

import dev.anabranch.migration.Operations;
import dev.anabranch.migration.RecordedOperation;
import dev.anabranch.migration.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a body that asks the database while it records. Used once, by one thread. */
final class LiveRun implements Session {

  private final JavaBody body;
  private final Connection connection;
  private @Nullable Sink sink;
  private @Nullable Exception failure;
  private boolean handedOut;

  LiveRun(JavaBody body, Connection connection) {
    this.body = body;
    this.connection = connection;
  }

  /** Runs statements. */
  interface Sink {
    void run(List<StepStatement> statements) throws SQLException;
  }

  /**
   * Returns whether the author's code was given the connection, and so may have changed anything.
   */
  boolean hasHandedOut() {
    return handedOut;
  }

  /**
   * Runs the body's statements, in parts: before each query what was recorded so far.
   *
   * @param statements runs one part
   * @throws SQLException if a statement failed, also where the author's code caught it
   */
  void run(Sink statements) throws SQLException {
    sink = statements;
    List<StepStatement> last = List.of();
    try {
      last = body.record(this).statements();
    } catch (PassedThrough e) {
      // What it was is kept here, because the author's code may have caught it on the way.
    }
    if (failure instanceof SQLException refused) {
      throw refused;
    } else if (failure instanceof RuntimeException other) {
      throw other;
    }
    statements.run(last);
  }

  @Override
  public Connection connection(List<RecordedOperation> recorded, String wanted) {
    if (failure != null) {
      throw PassedThrough.ended();
    }
    try {
      if (sink != null) {
        sink.run(
            body.compile(recorded).stream().flatMap(StepContents.Part::stepStatements).toList());
      }
    } catch (SQLException | RuntimeException e) {
      failure = e;
      throw PassedThrough.ended();
    }
    boolean whole = wanted.equals(Operations.CONNECTION);
    handedOut |= whole;
    return whole ? GuardedConnection.of(connection) : connection;
  }
}
