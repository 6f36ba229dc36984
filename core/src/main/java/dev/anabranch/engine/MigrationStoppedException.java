package dev.anabranch.engine;

import dev.anabranch.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says that a run was ended by a request to stop, and where. */
public final class MigrationStoppedException extends MigrationException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> finished;

  private MigrationStoppedException(
      String message, @Nullable String hint, List<String> finished, @Nullable Throwable cause) {
    super(ErrorCode.MIGRATION_STOPPED, message, hint, cause);
    this.finished = List.copyOf(finished);
  }

  static MigrationStoppedException beforeFirstStep() {
    return new MigrationStoppedException(
        "Stopped on request before the first revision. Nothing was changed.",
        null,
        List.of(),
        null);
  }

  static MigrationStoppedException at(
      String where, List<String> finished, int total, @Nullable Throwable cause) {
    return new MigrationStoppedException(
        "Stopped on request "
            + where
            + ": "
            + finished.size()
            + " of "
            + total
            + " revisions are done.",
        "Run the same command again to go on.",
        finished,
        cause);
  }

  /** Returns the ids of the revisions that were finished, in their order. */
  public List<String> finished() {
    return finished;
  }
}
