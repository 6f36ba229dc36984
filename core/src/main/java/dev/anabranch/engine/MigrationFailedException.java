package dev.anabranch.engine;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.MigrationStep;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that a step failed, where, and what is left of it. */
public final class MigrationFailedException extends MigrationException {

  private static final long serialVersionUID = 1L;

  private final transient MigrationStep step;
  private final transient @Nullable FailedStatement statement;
  private final transient List<String> finished;
  private final transient String problem;

  MigrationFailedException(
      ErrorCode code,
      String message,
      @Nullable String hint,
      Failure failure,
      @Nullable Throwable cause) {
    super(code, message, hint, cause);
    this.step = failure.step();
    this.statement = failure.statement();
    this.finished = List.copyOf(failure.finished());
    this.problem = failure.problem();
  }

  /** What is known of a failure besides its message. */
  record Failure(
      MigrationStep step,
      @Nullable FailedStatement statement,
      List<String> finished,
      String problem) {}

  /**
   * The statement that failed.
   *
   * @param number its place in the step, counted from 1
   * @param sql its text, which may hold data of the user
   * @param location where it stands
   * @param sqlState the SQL state of the server's error, empty where there is none
   */
  public record FailedStatement(int number, String sql, SourceLocation location, String sqlState) {}

  /** Returns the step that failed. */
  public MigrationStep step() {
    return step;
  }

  /** Returns the statement that failed; absent where the version rows or the commit failed. */
  public Optional<FailedStatement> statement() {
    return Optional.ofNullable(statement);
  }

  @Override
  public String problem() {
    return problem;
  }

  /** Returns the ids of the revisions that were finished and stay so, in their order. */
  public List<String> finished() {
    return finished;
  }
}
