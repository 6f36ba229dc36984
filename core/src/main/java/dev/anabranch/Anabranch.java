package dev.anabranch;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.DialectProvider;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.engine.ConnectionSource;
import dev.anabranch.engine.DatabaseState;
import dev.anabranch.engine.EngineSettings;
import dev.anabranch.engine.JdbcUrl;
import dev.anabranch.engine.MigrationEngine;
import dev.anabranch.engine.MigrationResult;
import dev.anabranch.engine.OfflineScript;
import dev.anabranch.engine.PlanException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.history.JournalEntry;
import dev.anabranch.revision.MigrationPlan;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.OfflineRange;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.revision.RevisionTarget;
import dev.anabranch.revision.StampPlan;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptOptions;
import dev.anabranch.sql.Identifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Migrates one database by the revisions of one project.
 *
 * <pre>{@code
 * Anabranch anabranch =
 *     Anabranch.builder().dataSource(dataSource).locations("classpath:db/revisions").build();
 * anabranch.upgrade("heads");
 * }</pre>
 *
 * <p>Nothing is read and nothing opened until a method needs it; the revision files are read once.
 * Target expressions are those of the command line. Safe for use by several threads: runs wait for
 * each other at the migration lock.
 *
 * <p>Besides what the methods say, every one of them throws {@link
 * dev.anabranch.error.AnabranchException} with a code: for revision files ({@link
 * dev.anabranch.script.InvalidScriptsException}), the graph ({@link
 * dev.anabranch.revision.InvalidGraphException}), a target ({@link
 * dev.anabranch.revision.RevisionException}), or the database ({@link
 * dev.anabranch.engine.DatabaseException}).
 *
 * @since 0.1
 */
public final class Anabranch {

  private final AnabranchBuilder configuration;
  private final Dialects dialects;
  private final Object loading = new Object();
  private volatile @Nullable Loaded loaded;

  /** The revisions with what works on them. */
  private record Loaded(
      RevisionScripts scripts, MigrationPlanner planner, MigrationEngine engine) {}

  Anabranch(AnabranchBuilder configuration) {
    this.configuration = configuration;
    this.dialects = Dialects.load(configuration.classLoader());
  }

  /** Returns a builder with nothing set. */
  public static AnabranchBuilder builder() {
    return new AnabranchBuilder();
  }

  /** Returns the version of this library, such as {@code 0.1.0}. */
  public static String version() {
    return Version.TEXT;
  }

  /** Returns the revisions with their files; read at the first call. */
  public RevisionScripts scripts() {
    return loaded().scripts();
  }

  /** Returns the graph of the revisions; read at the first call. */
  public RevisionGraph graph() {
    return loaded().scripts().graph();
  }

  /**
   * Applies every revision that a target stands on and that is not applied yet.
   *
   * @param target a target expression, such as {@code heads}, {@code +1} or {@code billing@head}
   * @return what ran
   * @throws dev.anabranch.engine.MigrationException if the run cannot begin, fails, or is stopped
   */
  public MigrationResult upgrade(String target) {
    RevisionTarget parsed = RevisionTarget.parse(target);
    MigrationPlanner planner = loaded().planner();
    return loaded().engine().run(rows -> planner.upgrade(rows, parsed));
  }

  /**
   * Takes back every applied revision above a target.
   *
   * @param target the revision that stays, {@code -N}, or {@code base}
   * @return what ran
   * @throws dev.anabranch.engine.MigrationException if the run cannot begin, fails, or is stopped
   */
  public MigrationResult downgrade(String target) {
    RevisionTarget parsed = RevisionTarget.parse(target);
    MigrationPlanner planner = loaded().planner();
    return loaded().engine().run(rows -> planner.downgrade(rows, parsed));
  }

  /**
   * Finishes the revision that an earlier run left half-way.
   *
   * @param atStatement the statement to go on with, counted from 1; empty for the one behind the
   *     last that is surely done
   * @return what ran
   * @throws dev.anabranch.engine.MigrationException if there is nothing to resume, or a person has
   *     to decide where
   */
  public MigrationResult resume(OptionalInt atStatement) {
    return loaded().engine().resume(atStatement);
  }

  /**
   * Returns what {@link #upgrade} would run, after checking that every step could; changes nothing.
   */
  public MigrationPlan planUpgrade(String target) {
    RevisionTarget parsed = RevisionTarget.parse(target);
    MigrationPlanner planner = loaded().planner();
    return loaded().engine().dryRun(rows -> planner.upgrade(rows, parsed));
  }

  /**
   * Returns what {@link #downgrade} would run, after checking that every step could; changes
   * nothing.
   */
  public MigrationPlan planDowngrade(String target) {
    RevisionTarget parsed = RevisionTarget.parse(target);
    MigrationPlanner planner = loaded().planner();
    return loaded().engine().dryRun(rows -> planner.downgrade(rows, parsed));
  }

  /**
   * Says that the database stands at some targets, without running anything. Rows on lines that no
   * target touches stay.
   *
   * @param targets target expressions, together
   * @return the rows before and after
   */
  public StampPlan stamp(List<String> targets) {
    List<RevisionTarget> parsed = parse(targets);
    MigrationPlanner planner = loaded().planner();
    return loaded().engine().stamp(rows -> planner.stamp(rows, parsed));
  }

  /**
   * Says that the database stands at some targets and nowhere else, whatever its version table
   * held.
   *
   * @param targets target expressions, together
   * @return the rows before and after
   */
  public StampPlan purgeAndStamp(List<String> targets) {
    List<RevisionTarget> parsed = parse(targets);
    MigrationPlanner planner = loaded().planner();
    return loaded().engine().stamp(rows -> planner.stampPurging(rows, parsed));
  }

  /** Reads where the database stands; changes nothing. */
  public DatabaseState current() {
    return loaded().engine().state();
  }

  /**
   * Reads the newest entries of the history table, newest first; changes nothing.
   *
   * @param limit how many at most, at least one
   */
  public List<JournalEntry> journal(int limit) {
    return loaded().engine().journal(limit);
  }

  /**
   * Reads what the database consists of, without Anabranch's own tables; changes nothing.
   *
   * @param schemas the schemas to read; none for the connection's current one
   */
  public DatabaseSchema inspect(String... schemas) {
    return loaded().engine().inspect(Arrays.stream(schemas).map(Identifier::of).toList());
  }

  /** Creates the version and history tables where they are not there. */
  public void ensureVersion() {
    loaded().engine().ensureTables();
  }

  /**
   * Writes the script of an upgrade; needs no database.
   *
   * @param range {@code target}, from nothing, or {@code from:target}; several rows to start from
   *     are {@code a,b:target}
   * @param out receives the script
   */
  public void upgradeScript(String range, Appendable out) {
    offline().write(loaded().planner().upgrade(OfflineRange.parse(range)), out);
  }

  /**
   * Writes the script of a downgrade; needs no database.
   *
   * @param range {@code from:target}; several rows to start from are {@code a,b:target}
   * @param out receives the script
   */
  public void downgradeScript(String range, Appendable out) {
    offline().write(loaded().planner().downgrade(OfflineRange.parse(range)), out);
  }

  /**
   * Writes the script of a stamp; needs no database.
   *
   * @param rows the version rows to start from; empty for none
   * @param targets target expressions, together
   * @param out receives the script
   */
  public void stampScript(List<String> rows, List<String> targets, Appendable out) {
    offline().write(loaded().planner().stamp(rows, parse(targets)), out);
  }

  /** Writes the script that creates the version and history tables; needs no database. */
  public void ensureVersionScript(Appendable out) {
    offline().writeTables(out);
  }

  /**
   * Asks a run in another thread to stop: its statement is cancelled, its revision rolled back
   * where the server can, and the run ends with {@link
   * dev.anabranch.engine.MigrationStoppedException}. This object runs nothing afterwards.
   */
  public void stop() {
    Loaded present = loaded;
    if (present != null) {
      present.engine().stop();
    }
  }

  private static List<RevisionTarget> parse(List<String> targets) {
    return targets.stream().map(RevisionTarget::parse).toList();
  }

  private OfflineScript offline() {
    return new OfflineScript(
        loaded().scripts(),
        offlineDialect(),
        configuration.versionTable(),
        configuration.transactionScope(),
        configuration.author(),
        configuration.namingConvention());
  }

  private Dialect offlineDialect() {
    Optional<String> named = configuration.dialect();
    if (named.isPresent()) {
      return dialects.named(named.get()).offline(named.get());
    }
    JdbcUrl url =
        configuration
            .connections()
            .flatMap(ConnectionSource::url)
            .orElseThrow(
                () ->
                    new PlanException(
                        ErrorCode.NO_DATABASE,
                        "Cannot write a script: neither a URL nor a dialect says for which product.",
                        dialects.available()));
    DialectProvider provider = dialects.requireForUrl(url.value(), url.redacted());
    return provider.offline(provider.product(url.value()));
  }

  private Loaded loaded() {
    Loaded present = loaded;
    if (present != null) {
      return present;
    }
    synchronized (loading) {
      present = loaded;
      if (present == null) {
        present = load();
        loaded = present;
      }
      return present;
    }
  }

  private Loaded load() {
    ScriptOptions options = configuration.scriptOptions();
    RevisionScripts scripts = RevisionScripts.load(options, configuration.classLoader());
    EngineSettings settings =
        new EngineSettings(
            configuration.connections().orElseGet(ConnectionSource::none),
            dialects,
            configuration.versionTable(),
            configuration.transactionScope(),
            configuration.lockTimeout(),
            configuration.listener(),
            configuration.author(),
            configuration.namingConvention());
    return new Loaded(
        scripts, new MigrationPlanner(scripts.graph()), new MigrationEngine(settings, scripts));
  }
}
