package dev.anabranch.testkit.verify;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.engine.EngineSettings;
import dev.anabranch.engine.OfflineScript;
import dev.anabranch.engine.TransactionScope;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.revision.RevisionTarget;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.server.TestServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks of a project as a whole. Used once, by one thread. */
final class ProjectChecks {

  private final RevisionScripts scripts;
  private final RevisionGraph graph;
  private final TestServer server;
  private final VerificationOptions options;
  private final Workplace workplace;
  private final Set<String> broken;

  ProjectChecks(
      RevisionScripts scripts,
      TestServer server,
      VerificationOptions options,
      Workplace workplace,
      Set<String> broken) {
    this.scripts = scripts;
    this.graph = scripts.graph();
    this.server = server;
    this.options = options;
    this.workplace = workplace;
    this.broken = broken;
  }

  List<CheckResult> make() {
    List<CheckResult> results = new ArrayList<>();
    if (options.makes(VerificationCheck.HEADS)) {
      results.add(heads());
    }
    if (options.makes(VerificationCheck.OFFLINE)) {
      results.add(whole(VerificationCheck.OFFLINE, this::offline));
    }
    if (options.makes(VerificationCheck.NOTHING_LEFT)) {
      results.add(whole(VerificationCheck.NOTHING_LEFT, this::nothingLeft));
    }
    return results;
  }

  private CheckResult heads() {
    List<String> heads = graph.heads();
    String problem;
    if (options.allowedHeads().isEmpty()) {
      problem =
          heads.size() <= 1
              ? ""
              : "the graph has " + heads.size() + " heads: " + String.join(", ", heads);
    } else {
      MigrationPlanner planner = new MigrationPlanner(graph);
      List<String> others = new ArrayList<>(heads);
      options
          .allowedHeads()
          .forEach(target -> others.removeAll(planner.resolve(RevisionTarget.parse(target))));
      problem =
          others.isEmpty()
              ? ""
              : "the graph has heads that are not allowed: " + String.join(", ", others);
    }
    return CheckResult.of(
        VerificationCheck.HEADS,
        problem.isEmpty()
            ? List.of()
            : List.of(
                Finding.failure(
                    problem, Optional.of("Join them with \"anabranch merge\", or allow them."))));
  }

  /** A check on a database. */
  private interface DatabaseCheck {
    CheckResult make() throws SQLException;
  }

  private CheckResult whole(VerificationCheck check, DatabaseCheck made) {
    if (!options.includesAll()) {
      return CheckResult.skipped(check, "only some revisions were asked for");
    }
    if (!broken.isEmpty()) {
      return CheckResult.skipped(check, "a revision cannot be upgraded");
    }
    try {
      return made.make();
    } catch (AnabranchException e) {
      workplace.discard();
      return CheckResult.of(check, List.of(Findings.of("cannot be checked", e)));
    } catch (SQLException e) {
      workplace.discard();
      return CheckResult.of(
          check,
          List.of(Finding.failure("cannot be checked: " + e.getMessage(), Optional.empty())));
    }
  }

  private CheckResult offline() throws SQLException {
    ScratchDatabase online = workplace.at(Set.copyOf(workplace.order()));
    DatabaseSchema expected = online.schema();
    StringBuilder script = new StringBuilder();
    try {
      new OfflineScript(
              scripts,
              scriptDialect(online.dialect().name()),
              options.versionTable(),
              TransactionScope.REVISION,
              new EngineSettings.Author("verification", "anabranch testkit"),
              options.naming())
          .write(Workplace.wholeWay(graph), script);
    } catch (AnabranchException e) {
      if (e.code() == ErrorCode.NO_LIVE_DATABASE) {
        return CheckResult.skipped(
            VerificationCheck.OFFLINE, "a revision asks the database, and a script has none");
      } else if (e.code() == ErrorCode.UNSUPPORTED_OPERATION) {
        return CheckResult.skipped(
            VerificationCheck.OFFLINE,
            "a script is written for the oldest supported release: " + Findings.words(e));
      }
      throw e;
    }
    try (ScratchDatabase offline = ScratchDatabase.create(server, scripts, options)) {
      Optional<Finding> refused = runScript(offline, script.toString());
      return CheckResult.of(
          VerificationCheck.OFFLINE,
          refused.isPresent()
              ? List.of(refused.get())
              : SchemaFindings.of(
                  "the script leads elsewhere: ", expected, offline.schema(), offline.dialect()));
    }
  }

  // Not that of the connection, which has the name of the scratch database in its texts.
  private Dialect scriptDialect(String product) {
    return options.dialects().named(product).offline(product);
  }

  // The frame of the client is not the server's; all else is.
  private static Optional<Finding> runScript(ScratchDatabase database, String script) {
    try {
      database.execute(script.replace(database.dialect().offline().preamble(), ""));
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(
          Finding.failure(
              "the script fails: " + database.dialect().errors().describe(e), Optional.empty()));
    }
  }

  private CheckResult nothingLeft() {
    List<String> oneWay = workplace.order().stream().filter(workplace::leadsOneWay).toList();
    if (!oneWay.isEmpty()) {
      return CheckResult.skipped(
          VerificationCheck.NOTHING_LEFT, "there is no way back from " + String.join(", ", oneWay));
    }
    Set<String> all = Set.copyOf(workplace.order());
    List<Finding> findings = new ArrayList<>();
    ScratchDatabase database = workplace.at(all);
    try {
      downgradeToBase(database);
    } catch (AnabranchException e) {
      if (!options.hasRows()) {
        throw e;
      }
      // Rows of later revisions may be none for the rules of earlier ones.
      findings.add(
          Finding.note(
              Findings.of("a downgrade to the base fails with rows of later revisions", e)
                  .message()));
      database = workplace.fresh(all);
      downgradeToBase(database);
    }
    DatabaseSchema left = database.schema();
    workplace.discard();
    findings.addAll(
        SchemaFindings.of(
            "after a downgrade to the base: ",
            workplace.at(Set.of()).schema(),
            left,
            database.dialect()));
    return CheckResult.of(VerificationCheck.NOTHING_LEFT, findings);
  }

  private void downgradeToBase(ScratchDatabase database) {
    List<String> down = new ArrayList<>(workplace.order());
    Collections.reverse(down);
    database.run(Direction.DOWNGRADE, down);
  }
}
