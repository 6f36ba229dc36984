package dev.anabranch.testkit.verify;

import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.Revision;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.script.RevisionScript;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes one revision up, down and up again, from a database in which just what it stands on is
 * applied. Used once, by one thread.
 */
final class RevisionTrip {

  private enum WayBack {
    THERE,
    DENIED,
    MISSING
  }

  private final Workplace workplace;
  private final VerificationOptions options;
  private final RevisionScript script;
  private final Revision revision;
  private final Set<String> under;
  private final RowKeeping rows;
  private final Map<VerificationCheck, List<Finding>> findings =
      new EnumMap<>(VerificationCheck.class);
  private final Map<VerificationCheck, String> skipped = new EnumMap<>(VerificationCheck.class);
  private final Map<String, List<Finding>> ownFindings = new LinkedHashMap<>();
  private Optional<String> culprit = Optional.empty();
  private boolean upgraded;
  private boolean onEmptyTablesOnly;
  private WayBack wayBack = WayBack.THERE;

  RevisionTrip(
      Workplace workplace,
      VerificationOptions options,
      RevisionScript script,
      Set<String> under,
      Set<String> toldUnfilled) {
    this.workplace = workplace;
    this.options = options;
    this.script = script;
    this.revision = script.revision();
    this.under = under;
    this.rows = new RowKeeping(options, script, toldUnfilled);
  }

  /** Returns the revision under this one that cannot be upgraded, if that was found out. */
  Optional<String> culprit() {
    return culprit;
  }

  /** Returns whether the revision could be upgraded, with rows or without. */
  boolean canBeUpgraded() {
    return upgraded;
  }

  RevisionResult run() {
    ScratchDatabase database;
    try {
      database = workplace.at(under);
    } catch (AnabranchException e) {
      workplace.discard();
      culprit = culprit(e);
      return Stretch.notReached(
          revision,
          culprit.orElse("what it stands on") + " cannot be upgraded: " + Findings.words(e));
    }
    long begun = System.nanoTime();
    try {
      DatabaseSchema before = database.schema();
      rows.before(database, findingsOf(VerificationCheck.UPGRADE));
      ScratchDatabase up = upgrade(database);
      if (up != null) {
        behindUpgrade(up, before);
      }
    } catch (AnabranchException e) {
      // The server failed.
      add(VerificationCheck.UPGRADE, Findings.of("cannot be verified", e));
      workplace.discard();
    } catch (SQLException e) {
      add(
          VerificationCheck.UPGRADE,
          Finding.failure("the server refused to be asked: " + e.getMessage(), Optional.empty()));
      workplace.discard();
    }
    return result(Duration.ofNanos(System.nanoTime() - begun));
  }

  private static Optional<String> culprit(AnabranchException e) {
    return e instanceof MigrationFailedException failed
        ? Optional.of(failed.step().revision().id())
        : Optional.empty();
  }

  private @Nullable ScratchDatabase upgrade(ScratchDatabase database) throws SQLException {
    try {
      database.run(Direction.UPGRADE, List.of(revision.id()), rows::mayChange);
      upgraded = true;
      return database;
    } catch (AnabranchException e) {
      ScratchDatabase empty = options.hasRows() ? upgradeWithoutRows() : null;
      if (empty == null) {
        add(VerificationCheck.UPGRADE, Findings.of("upgrade failed", e));
        workplace.discard();
      } else {
        onEmptyTablesOnly = true;
        add(
            VerificationCheck.UPGRADE,
            Findings.of("upgrade works on empty tables only, and fails with rows in them", e));
        rows.startAnew();
      }
      return empty;
    }
  }

  // Tells a revision that never works from one that works as long as nobody uses the tables.
  private @Nullable ScratchDatabase upgradeWithoutRows() {
    try {
      ScratchDatabase empty = workplace.fresh(under);
      empty.run(Direction.UPGRADE, List.of(revision.id()));
      upgraded = true;
      return empty;
    } catch (AnabranchException e) {
      return null;
    }
  }

  private void behindUpgrade(ScratchDatabase database, DatabaseSchema before) throws SQLException {
    DatabaseSchema after = database.schema();
    ownChecks(database, Moment.AFTER_UPGRADE);
    rows.after(database, findingsOf(VerificationCheck.UPGRADE));
    if (!downgrade(database)) {
      return;
    }
    compare(VerificationCheck.DOWNGRADE, "after downgrade of ", before, database);
    ownChecks(database, Moment.AFTER_DOWNGRADE);
    rows.afterDowngrade(database, findingsOf(VerificationCheck.ROWS));
    try {
      database.run(Direction.UPGRADE, List.of(revision.id()), rows::mayChange);
    } catch (AnabranchException e) {
      if (onEmptyTablesOnly) {
        skip(VerificationCheck.SECOND_UPGRADE, "the upgrade fails with rows in the tables");
      } else {
        add(VerificationCheck.SECOND_UPGRADE, Findings.of("upgrade failed after a downgrade", e));
      }
      workplace.discard();
      return;
    }
    boolean same =
        compare(VerificationCheck.SECOND_UPGRADE, "after the second upgrade of ", after, database);
    rows.afterSecondUpgrade(database, findingsOf(VerificationCheck.LOSSES));
    if (!same) {
      workplace.discard();
    } else if (!onEmptyTablesOnly) {
      withNewRows(database, after);
    }
    rows.tellUnseen(findingsOf(VerificationCheck.LOSSES));
  }

  // With rows that only what the revision has made of the tables takes.
  private void withNewRows(ScratchDatabase database, DatabaseSchema after) throws SQLException {
    if (!rows.addNew(database)) {
      return;
    }
    try {
      database.run(Direction.DOWNGRADE, List.of(revision.id()), rows::mayChange);
    } catch (AnabranchException e) {
      add(
          VerificationCheck.DOWNGRADE,
          Finding.note(
              "rows can be written after "
                  + revision.id()
                  + " over which its downgrade fails: "
                  + Findings.words(e)));
      workplace.mayStumble(revision.id());
      if (!database.standsAsBefore(after)) {
        workplace.discard();
      }
      return;
    }
    rows.newAfterDowngrade(database);
    try {
      database.run(Direction.UPGRADE, List.of(revision.id()), rows::mayChange);
    } catch (AnabranchException e) {
      add(
          VerificationCheck.SECOND_UPGRADE,
          Findings.of(
              "upgrade failed after a downgrade with rows that were written in between", e));
      workplace.discard();
      return;
    }
    rows.afterSecondUpgrade(database, findingsOf(VerificationCheck.LOSSES));
  }

  private boolean downgrade(ScratchDatabase database) {
    try {
      database.run(Direction.DOWNGRADE, List.of(revision.id()), rows::mayChange);
      return true;
    } catch (AnabranchException e) {
      workplace.isOneWay(revision.id());
      if (e.code() == ErrorCode.IRREVERSIBLE_REVISION) {
        wayBack = WayBack.DENIED;
        add(
            VerificationCheck.WAY_BACK,
            Finding.note(
                "there is no way back: "
                    + script.irreversibleReason().orElse("the revision says so")));
      } else if (e.code() == ErrorCode.MISSING_SECTION || e.code() == ErrorCode.NO_INVERSE) {
        wayBack = WayBack.MISSING;
        add(VerificationCheck.WAY_BACK, Findings.of("has no downgrade and does not say why", e));
      } else {
        add(VerificationCheck.DOWNGRADE, Findings.of("downgrade failed", e));
        skip(VerificationCheck.SECOND_UPGRADE, "the downgrade failed");
        workplace.discard();
      }
      return false;
    }
  }

  // Returns whether they are the same but for what is only worth a note.
  private boolean compare(
      VerificationCheck check, String when, DatabaseSchema expected, ScratchDatabase database) {
    List<Finding> found =
        SchemaFindings.of(
            when + revision.id() + ": ", expected, database.schema(), database.dialect());
    findingsOf(check).addAll(found);
    return found.stream().noneMatch(Finding::isFailure);
  }

  private void ownChecks(ScratchDatabase database, Moment moment) throws SQLException {
    for (RevisionCheck check : options.checks()) {
      List<Finding> found = ownFindings.computeIfAbsent(check.name(), name -> new ArrayList<>());
      RevisionCheck.State state =
          new RevisionCheck.State(
              revision, moment, database.schema(), database.connection(), database.dialect());
      String when =
          (moment == Moment.AFTER_UPGRADE ? "after upgrade of " : "after downgrade of ")
              + revision.id()
              + ": ";
      try {
        check.check(state);
      } catch (AssertionError e) {
        found.add(Finding.failure(when + Findings.words(e), Optional.empty()));
      } catch (Exception e) {
        found.add(
            Finding.failure(when + "could not be checked: " + Findings.words(e), Optional.empty()));
      }
    }
  }

  private List<Finding> findingsOf(VerificationCheck check) {
    return findings.computeIfAbsent(check, each -> new ArrayList<>());
  }

  private void add(VerificationCheck check, Finding finding) {
    findingsOf(check).add(finding);
  }

  private void skip(VerificationCheck check, String reason) {
    skipped.putIfAbsent(check, reason);
  }

  private RevisionResult result(Duration duration) {
    List<CheckResult> results = new ArrayList<>();
    for (VerificationCheck check : VerificationCheck.values()) {
      if (check.scope() == VerificationCheck.Scope.REVISION
          && check != VerificationCheck.OWN
          && options.makes(check)) {
        results.add(result(check));
      }
    }
    ownFindings.forEach(
        (title, found) -> results.add(CheckResult.of(VerificationCheck.OWN, title, found)));
    boolean failed = results.stream().anyMatch(CheckResult::failed);
    RevisionResult.Status status =
        failed
            ? RevisionResult.Status.FAILED
            : wayBack == WayBack.DENIED
                ? RevisionResult.Status.UPGRADED_ONLY
                : RevisionResult.Status.PASSED;
    return new RevisionResult(revision, status, results, duration);
  }

  private CheckResult result(VerificationCheck check) {
    List<Finding> found = findings.get(check);
    if (found != null) {
      return CheckResult.of(check, found);
    }
    if (check == VerificationCheck.WAY_BACK && upgraded) {
      return CheckResult.of(check, List.of());
    }
    return CheckResult.skipped(check, skipped.getOrDefault(check, reason(check)));
  }

  private String reason(VerificationCheck check) {
    if (!upgraded) {
      return "the upgrade failed";
    }
    Set<VerificationCheck> aboutRows =
        new HashSet<>(List.of(VerificationCheck.ROWS, VerificationCheck.LOSSES));
    if (aboutRows.contains(check) && !options.hasRows()) {
      return "no rows were asked for";
    }
    return switch (wayBack) {
      case DENIED -> "there is no way back";
      case MISSING -> "there is no downgrade";
      case THERE -> "what comes before it failed";
    };
  }
}
