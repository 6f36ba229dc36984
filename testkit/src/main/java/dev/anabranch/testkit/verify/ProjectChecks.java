package dev.anabranch.testkit.verify;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.error.AnabranchException;
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
import java.util.stream.Stream;

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

  /** Returns whether the offline script has to be run. */
  boolean needsOfflineRun() {
    return options.makes(VerificationCheck.OFFLINE) && options.includesAll();
  }

  /** Writes the offline script and runs it, on a database of its own and so beside all else. */
  OfflineRun offlineRun(DroppedTogether databases) {
    return OfflineRun.of(scripts, server, options, databases);
  }

  /**
   * Makes the checks.
   *
   * @param beside how the offline script went, if it was run beside the walk; else it is run here,
   *     behind the way back to the base
   * @param databases takes a database that is made
   */
  List<CheckResult> make(Optional<OfflineRun> beside, DroppedTogether databases) {
    List<CheckResult> results = new ArrayList<>();
    if (options.makes(VerificationCheck.HEADS)) {
      results.add(heads());
    }
    if (beside.isPresent()) {
      OfflineRun run = beside.orElseThrow();
      results.add(whole(VerificationCheck.OFFLINE, () -> offline(run, schemaOfHeads())));
      nothingLeft(run.base()).ifPresent(results::add);
    } else {
      results.addAll(oneByOne(databases));
    }
    return results;
  }

  // What all databases of the server share has to be gone again when the script makes it.
  private List<CheckResult> oneByOne(DroppedTogether databases) {
    List<DatabaseSchema> heads = new ArrayList<>();
    Optional<CheckResult> offline =
        options.makes(VerificationCheck.OFFLINE)
            ? Optional.of(
                whole(
                    VerificationCheck.OFFLINE,
                    () -> {
                      heads.add(schemaOfHeads());
                      return CheckResult.of(VerificationCheck.OFFLINE, List.of());
                    }))
            : Optional.empty();
    Optional<CheckResult> nothingLeft = nothingLeft(Optional.empty());
    workplace.discard();
    if (!heads.isEmpty()) {
      boolean gone =
          nothingLeft.filter(each -> each.outcome() == CheckResult.Outcome.PASSED).isPresent();
      offline =
          Optional.of(
              whole(
                  VerificationCheck.OFFLINE,
                  () -> offlineBehind(offlineRun(databases), heads.get(0), gone)));
    }
    return Stream.of(offline, nothingLeft).flatMap(Optional::stream).toList();
  }

  private CheckResult offlineBehind(OfflineRun run, DatabaseSchema heads, boolean gone) {
    return run.refused().isPresent() && !gone
        ? CheckResult.skipped(
            VerificationCheck.OFFLINE,
            "what all databases of the server share may still be there: "
                + run.refused().orElseThrow().message())
        : offline(run, heads);
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

  private CheckResult offline(OfflineRun run, DatabaseSchema heads) {
    if (run.skipped().isPresent()) {
      return CheckResult.skipped(VerificationCheck.OFFLINE, run.skipped().orElseThrow());
    }
    if (run.refused().isPresent()) {
      return CheckResult.of(VerificationCheck.OFFLINE, List.of(run.refused().orElseThrow()));
    }
    List<Finding> differences = differences(run, heads);
    if (differences.stream().anyMatch(Finding::isFailure)) {
      // The walk reached the heads in an order of its own, and that the order of branches matters
      // is
      // no fault of the script.
      differences = differences(run, schemaInOrderOfScript());
    }
    return CheckResult.of(VerificationCheck.OFFLINE, differences);
  }

  private List<Finding> differences(OfflineRun run, DatabaseSchema heads) {
    return SchemaFindings.of(
        "the script leads elsewhere: ",
        heads,
        run.schema().orElseThrow(),
        options.dialects().named(server.product()).offline(server.product()));
  }

  // One by one, as in the walk: what a revision tells its session reaches no other one.
  private DatabaseSchema schemaInOrderOfScript() {
    ScratchDatabase database = workplace.fresh(Set.of());
    workplace.order().forEach(id -> database.run(Direction.UPGRADE, List.of(id)));
    return database.schema();
  }

  private DatabaseSchema schemaOfHeads() {
    return workplace.at(Set.copyOf(workplace.order())).schema();
  }

  private Optional<CheckResult> nothingLeft(Optional<DatabaseSchema> base) {
    return options.makes(VerificationCheck.NOTHING_LEFT)
        ? Optional.of(whole(VerificationCheck.NOTHING_LEFT, () -> wayToBase(base)))
        : Optional.empty();
  }

  private CheckResult wayToBase(Optional<DatabaseSchema> base) {
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
      if (!isTold(e)) {
        findings.add(
            Finding.note(
                Findings.of("a downgrade to the base fails with rows of later revisions", e)
                    .message()));
      }
      database = workplace.fresh(all);
      downgradeToBase(database);
    }
    DatabaseSchema left = database.schema();
    Dialect dialect = database.dialect();
    findings.addAll(
        SchemaFindings.of(
            "after a downgrade to the base: ",
            base.orElseGet(this::schemaOfNewDatabase),
            left,
            dialect));
    return CheckResult.of(VerificationCheck.NOTHING_LEFT, findings);
  }

  private boolean isTold(AnabranchException e) {
    return e instanceof MigrationFailedException failed
        && workplace.stumbles(failed.step().revision().id());
  }

  private DatabaseSchema schemaOfNewDatabase() {
    return workplace.fresh(Set.of()).schema();
  }

  private void downgradeToBase(ScratchDatabase database) {
    List<String> down = new ArrayList<>(workplace.order());
    Collections.reverse(down);
    database.run(Direction.DOWNGRADE, down);
  }
}
