package dev.anabranch.migration;

import java.sql.Connection;
import java.util.List;

/**
 * The database behind a recorder. The engine implements it, once for running and once for planning
 * and scripts, where there is no database to ask.
 */
public interface Session {

  /**
   * Runs what was recorded so far, so that a query sees it, and returns the connection that the
   * revision runs on. It is not for the author to close, to commit or to roll back.
   *
   * @param recorded the operations since the last call, in order
   * @param wanted what the author's code called, such as {@code op.query}, for a refusal
   */
  Connection connection(List<RecordedOperation> recorded, String wanted);
}
