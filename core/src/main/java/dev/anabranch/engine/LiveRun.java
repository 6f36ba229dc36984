package dev.anabranch.engine;

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
  private @Nullable SQLException failure;

  LiveRun(JavaBody body, Connection connection) {
    this.body = body;
    this.connection = connection;
  }

  /** Runs statements. */
  interface Sink {
    void run(List<StepStatement> statements) throws SQLException;
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
      last = body.record(this);
    } catch (PassedThrough e) {
      if (e.error() == null) {
        throw e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    statements.run(last);
  }

  @Override
  public Connection connection(List<RecordedOperation> recorded, String wanted) {
    if (failure != null) {
      throw PassedThrough.failed(failure);
    }
    try {
      if (sink != null) {
        sink.run(body.compile(recorded));
      }
      return connection;
    } catch (SQLException e) {
      failure = e;
      throw PassedThrough.failed(e);
    }
  }
}
