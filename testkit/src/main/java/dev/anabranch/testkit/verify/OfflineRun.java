package dev.anabranch.testkit.verify;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.engine.EngineSettings;
import dev.anabranch.engine.OfflineScript;
import dev.anabranch.engine.TransactionScope;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.server.TestServer;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The offline script of the way to the heads, run on a database of its own.
 *
 * @param skipped why there is no script
 * @param refused what the server says against it
 * @param base what the new database consists of before
 * @param schema what it consists of afterwards
 */
record OfflineRun(
    Optional<String> skipped,
    Optional<Finding> refused,
    Optional<DatabaseSchema> base,
    Optional<DatabaseSchema> schema) {

  /**
   * Writes the script and runs it.
   *
   * @param databases takes the database
   */
  static OfflineRun of(
      RevisionScripts scripts,
      TestServer server,
      VerificationOptions options,
      DroppedTogether databases) {
    try {
      ScratchDatabase database = ScratchDatabase.create(server, scripts, options);
      databases.add(database::close);
      Optional<DatabaseSchema> base = Optional.of(database.schema());
      String script;
      try {
        script = script(scripts, options, database.dialect().name());
      } catch (AnabranchException e) {
        return new OfflineRun(
            Optional.of(reasonWithoutScript(e)), Optional.empty(), base, Optional.empty());
      }
      Optional<Finding> refused = run(database, script);
      return new OfflineRun(
          Optional.empty(),
          refused,
          base,
          refused.isPresent() ? Optional.empty() : Optional.of(database.schema()));
    } catch (AnabranchException e) {
      return new OfflineRun(
          Optional.empty(),
          Optional.of(Findings.of("cannot be checked", e)),
          Optional.empty(),
          Optional.empty());
    }
  }

  private static String script(
      RevisionScripts scripts, VerificationOptions options, String product) {
    // Not the dialect of the connection, which has the name of the scratch database in its texts.
    Dialect dialect = options.dialects().named(product).offline(product);
    StringBuilder script = new StringBuilder();
    new OfflineScript(
            scripts,
            dialect,
            options.versionTable(),
            TransactionScope.REVISION,
            new EngineSettings.Author("verification", "anabranch testkit"),
            options.naming())
        .write(Workplace.wholeWay(scripts.graph()), script);
    return script.toString();
  }

  private static String reasonWithoutScript(AnabranchException e) {
    if (e.code() == ErrorCode.NO_LIVE_DATABASE) {
      return "a revision asks the database, and a script has none";
    } else if (e.code() == ErrorCode.UNSUPPORTED_OPERATION) {
      return "a script is written for the oldest supported release: " + Findings.words(e);
    }
    throw e;
  }

  // The frame of the client is not the server's; all else is.
  private static Optional<Finding> run(ScratchDatabase database, String script) {
    try {
      database.execute(script.replace(database.dialect().offline().preamble(), ""));
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(
          Finding.failure(
              "the script fails: " + database.dialect().errors().describe(e), Optional.empty()));
    }
  }
}
