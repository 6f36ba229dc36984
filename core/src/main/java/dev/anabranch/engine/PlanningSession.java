package dev.anabranch.engine;

import dev.anabranch.migration.RecordedOperation;
import dev.anabranch.migration.Session;
import java.sql.Connection;
import java.util.List;

/**
 * Stands where a database would be while a plan is made, and notices that an author's code asks for
 * one, also where that code then goes on as if nothing had happened.
 */
final class PlanningSession implements Session {

  private String wanted = "";

  @Override
  public Connection connection(List<RecordedOperation> recorded, String wanted) {
    this.wanted = wanted;
    throw PassedThrough.asked();
  }

  /** Returns what the author's code called first; empty if it asked nothing. */
  String wanted() {
    return wanted;
  }
}
