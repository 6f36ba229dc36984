package dev.anabranch.engine;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.MigrationPlan;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of a transaction whose commit got no answer: its version rows were part of
 * it, so a new connection can see whether it was committed.
 */
record CommitCheck(EngineSettings settings, MigrationPlan plan) {

  private static final Logger LOG = LoggerFactory.getLogger(CommitCheck.class);

  OutcomeUnknownException afterLostCommit(int index, SQLException lost) {
    String id = plan.steps().get(index).revision().id();
    try (Database database = Database.connect(settings)) {
      List<String> rows = database.state().rows();
      if (rows.equals(plan.rowsAfter(index + 1))) {
        return seen(id, "is done", "Run the same command again to go on.", lost);
      }
      if (rows.equals(plan.rowsAfter(settings.scope() == TransactionScope.ALL ? 0 : index))) {
        return seen(id, "was rolled back", "Run the same command again.", lost);
      }
    } catch (RuntimeException e) {
      LOG.debug("the outcome of the commit could not be asked for", e);
    }
    return new OutcomeUnknownException(
        ErrorCode.OUTCOME_UNKNOWN,
        "Cannot tell whether "
            + id
            + " is done: the connection broke while it was being committed.",
        "When the server answers again, \"anabranch current\" tells: revision, version rows and"
            + " history entry were one transaction. Then run the same command again.",
        lost);
  }

  private static OutcomeUnknownException seen(
      String id, String fate, String hint, SQLException lost) {
    return new OutcomeUnknownException(
        ErrorCode.CONNECTION_LOST,
        "Cannot go on: the connection broke while "
            + id
            + " was being committed. A new connection shows that "
            + id
            + " "
            + fate
            + ".",
        hint,
        lost);
  }
}
