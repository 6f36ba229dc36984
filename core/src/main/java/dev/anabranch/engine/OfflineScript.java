package dev.anabranch.engine;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.OfflineSyntax;
import dev.anabranch.engine.EngineSettings.Author;
import dev.anabranch.engine.PreparedStep.Mode;
import dev.anabranch.history.EntryAction;
import dev.anabranch.history.JournalEntry;
import dev.anabranch.history.JournalEntry.Progress;
import dev.anabranch.history.JournalEntry.RunIdentity;
import dev.anabranch.history.Outcome;
import dev.anabranch.history.StateStatements;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.MigrationPlan;
import dev.anabranch.revision.MigrationStep;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.StampPlan;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.script.RevisionScripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes a plan as a script for the product's own client: statements, transactions, version rows
 * and history entries, so that running it leaves what an online run leaves.
 *
 * <p>A script begins with a guard that fails unless the version table holds the rows the script was
 * written for.
 */
public final class OfflineScript {

  private final RevisionScripts scripts;
  private final Dialect dialect;
  private final TransactionScope scope;
  private final StateStatements statements;
  private final RunIdentity run;
  private final NamingConvention naming;

  /**
   * Creates a writer of scripts.
   *
   * @param scripts the revisions
   * @param dialect the product the scripts are for
   * @param versionTable the configured name of the version table
   * @param scope how much runs in one transaction
   * @param author who writes the script, for the history table
   * @param naming names constraints and indexes of operations that have no name
   */
  public OfflineScript(
      RevisionScripts scripts,
      Dialect dialect,
      String versionTable,
      TransactionScope scope,
      Author author,
      NamingConvention naming) {
    this.scripts = scripts;
    this.dialect = dialect;
    this.scope = scope;
    this.statements = new StateStatements(dialect.stateTables(), versionTable);
    this.run = author.newRun();
    this.naming = naming;
  }

  /**
   * Writes a plan.
   *
   * @throws PlanException if a step cannot run on this product; nothing was written then
   * @throws UncheckedIOException if the output fails
   */
  public void write(MigrationPlan plan, Appendable out) {
    PreparedPlan prepared =
        PreparedPlan.of(plan, new StepPreparer(scripts, dialect, scope, naming));
    prepared.requireKnown();
    Output output = new Output(out, dialect.offline());
    String word = plan.direction() == Direction.UPGRADE ? "upgrade" : "downgrade";
    int steps = plan.steps().size();
    head(
        output,
        word + " of " + steps + (steps == 1 ? " revision" : " revisions"),
        plan.rowsBefore());
    if (plan.isEmpty()) {
      return;
    }
    createTables(output);
    boolean together = scope == TransactionScope.ALL;
    if (together) {
      output.statement(dialect.offline().begin());
    }
    for (int i = 0; i < plan.steps().size(); i++) {
      step(output, prepared.take(i), together);
    }
    if (together) {
      output.statement(dialect.offline().commit());
    }
  }

  /** Writes the version rows of a stamp. */
  public void write(StampPlan plan, Appendable out) {
    Output output = new Output(out, dialect.offline());
    head(output, "stamp", plan.rowsBefore());
    createTables(output);
    output.statement(dialect.offline().begin());
    statements.changeRows(plan.rowChanges()).forEach(output::statement);
    StampRun.entries(plan, run, Instant.now())
        .forEach(entry -> output.statement(statements.insertEntryNow(entry)));
    output.statement(dialect.offline().commit());
  }

  /** Writes the statements that create the state tables. */
  public void writeTables(Appendable out) {
    Output output = new Output(out, dialect.offline());
    output.comment(run.tool() + ": state tables for " + dialect.name());
    output.append(dialect.offline().preamble());
    createTables(output);
  }

  private void head(Output output, String what, List<String> rows) {
    String from = rows.isEmpty() ? "base" : String.join(", ", rows);
    output.comment(run.tool() + ": " + what + " from " + from + ", for " + dialect.name());
    output.comment("Run it with: " + dialect.offline().clientCommand());
    output.blank();
    output.append(dialect.offline().preamble());
    dialect
        .offline()
        .guard(
            statements.names().version(),
            rows,
            "This script is for a database at " + from + "; its version table says otherwise.")
        .forEach(output::statement);
  }

  private void createTables(Output output) {
    output.statement(statements.createVersionTable());
    output.statement(statements.createHistoryTable());
    output.blank();
  }

  private void step(Output output, PreparedStep step, boolean together) {
    output.comment(title(step.step()));
    boolean own = !together && step.mode() != Mode.OUTSIDE;
    if (own) {
      output.statement(dialect.offline().begin());
    }
    for (StepStatement statement : step.statements()) {
      boolean apart = own && statement.isOutside();
      if (apart) {
        output.statement(dialect.offline().commit());
      }
      statement.preparation().forEach(output::statement);
      output.statement(statement.sql());
      if (apart) {
        output.statement(dialect.offline().begin());
      }
    }
    PreparedStep.resets(step.statements(), dialect).forEach(output::statement);
    if (!own && !together) {
      output.statement(dialect.offline().begin());
    }
    statements.changeRows(step.step().rowChanges()).forEach(output::statement);
    output.statement(statements.insertEntryNow(done(step)));
    if (!together) {
      output.statement(dialect.offline().commit());
    }
    output.blank();
  }

  private static String title(MigrationStep step) {
    Revision revision = step.revision();
    String parents =
        revision.downRevisions().isEmpty() ? "base" : String.join(", ", revision.downRevisions());
    String line =
        step.direction() == Direction.UPGRADE
            ? "Upgrade " + parents + " -> " + revision.id()
            : "Downgrade " + revision.id() + " -> " + parents;
    return revision.message().isEmpty() ? line : line + ": " + revision.message();
  }

  private JournalEntry done(PreparedStep step) {
    int total = step.statements().size();
    Instant now = Instant.now();
    return new JournalEntry(
        run,
        step.step().revision().id(),
        EntryAction.of(step.step().direction()),
        Outcome.DONE,
        new Progress(total, total),
        Optional.of(step.checksum()),
        Optional.empty(),
        now,
        now,
        Optional.empty());
  }

  /** Writes lines, turning failures of the output into unchecked ones. */
  private record Output(Appendable out, OfflineSyntax syntax) {

    // A line break inside a comment would end it, and what follows would be run.
    void comment(String text) {
      append("-- " + text.replaceAll("\\R", " ") + "\n");
    }

    void statement(String sql) {
      if (!sql.isEmpty()) {
        append(syntax.terminate(sql));
      }
    }

    void blank() {
      append("\n");
    }

    void append(String text) {
      try {
        out.append(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
