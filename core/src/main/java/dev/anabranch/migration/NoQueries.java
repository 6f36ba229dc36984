package dev.anabranch.migration;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.OperationException;
import java.sql.Connection;
import java.util.List;

/**
 * Refuses queries where recorded operations do not run as they are recorded.
 *
 * @param where where that is, for the message
 */
record NoQueries(String where) implements Session {

  @Override
  public Connection connection(List<RecordedOperation> recorded, String wanted) {
    throw new OperationException(
        ErrorCode.NO_LIVE_DATABASE,
        "Cannot call " + wanted + " " + where + ": what was recorded has not run.",
        "Ask the database before, or write upgrade and downgrade by hand.");
  }
}
