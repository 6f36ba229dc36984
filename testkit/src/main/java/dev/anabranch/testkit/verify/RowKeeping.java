package dev.anabranch.testkit.verify;

import dev.anabranch.script.RevisionScript;
import java.sql.SQLException;
import java.util.List;

/** Placeholder until rows are there. */
final class RowKeeping {
  RowKeeping(VerificationOptions options, RevisionScript script) {}

  void before(ScratchDatabase database, List<Finding> findings) throws SQLException {}

  void startAnew() {}

  void after(ScratchDatabase database, List<Finding> findings) throws SQLException {}

  void afterDowngrade(ScratchDatabase database, List<Finding> findings) throws SQLException {}

  void afterSecondUpgrade(ScratchDatabase database, List<Finding> findings) throws SQLException {}
}
