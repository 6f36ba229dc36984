package dev.anabranch.testkit.verify;

import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.Table;
import dev.anabranch.script.JavaRevisionScript;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.testkit.rows.FillOptions;
import dev.anabranch.testkit.rows.FillReport;
import dev.anabranch.testkit.rows.FilledTable;
import dev.anabranch.testkit.rows.RowComparison;
import dev.anabranch.testkit.rows.RowFiller;
import dev.anabranch.testkit.rows.RowLoss;
import dev.anabranch.testkit.rows.RowSnapshot;
import dev.anabranch.testkit.rows.UnfilledTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows into the tables around the trip of one revision, and tells what became of them. Used
 * once, by one thread.
 *
 * <p>Rows are looked at twice: those that were there before the upgrade have to be there after
 * going up and down; those that were there after the upgrade have to be there after going down and
 * up, but for what the revision declares to lose. Where a revision changes what a table takes, the
 * second is done again with new rows in it.
 */
final class RowKeeping {

  // As many as it takes to have each edge of a type in them.
  private static final int NEW_ROWS = 24;

  private final VerificationOptions options;
  private final RevisionScript script;
  private final Set<String> toldUnfilled;
  private final DeclaredLosses declared;
  private final Set<QualifiedName> touched = new HashSet<>();
  private final Set<String> told = new HashSet<>();
  private @Nullable DatabaseSchema schemaBefore;
  private @Nullable RowSnapshot before;
  private @Nullable RowSnapshot up;
  private @Nullable RowSnapshot down;
  private @Nullable RowSnapshot filledUp;
  private @Nullable DatabaseSchema schemaUp;
  private boolean written;
  private @Nullable TouchedTables touches;
  private Predicate<QualifiedName> mayChange = table -> true;

  /**
   * Begins with a revision.
   *
   * @param options what is verified
   * @param script the revision
   * @param toldUnfilled the tables of which it has been told that they cannot be filled
   */
  RowKeeping(VerificationOptions options, RevisionScript script, Set<String> toldUnfilled) {
    this.options = options;
    this.script = script;
    this.toldUnfilled = toldUnfilled;
    this.declared = new DeclaredLosses(script.losses());
  }

  /** Puts rows into the tables before the upgrade. */
  void before(ScratchDatabase database, List<Finding> findings) throws SQLException {
    schemaBefore = database.schema();
    if (!options.hasRows()) {
      return;
    }
    TouchedTables revision = TouchedTables.of(script, database.dialect(), options.naming());
    touches = revision;
    mayChange = revision.in(schemaBefore);
    write(Moment.BEFORE_UPGRADE, database, findings);
    fill(database, findings);
    before = snapshot(database);
  }

  /** Returns whether the rows of a table may be others after the revision went either way. */
  boolean mayChange(QualifiedName table) {
    return mayChange.test(table);
  }

  /** Forgets what was there before the upgrade: it is another database now. */
  void startAnew() {
    before = null;
  }

  /** Puts rows into the tables after the upgrade. */
  void after(ScratchDatabase database, List<Finding> findings) throws SQLException {
    schemaUp = database.schema();
    if (touches != null) {
      mayChange = mayChange.or(touches.in(schemaUp));
    }
    if (!options.hasRows()) {
      return;
    }
    written = write(Moment.AFTER_UPGRADE, database, findings);
    List<Table> keyless = changing(database).filter(this::isWithoutKey).toList();
    @Nullable RowSnapshot unfilled = keyless.isEmpty() ? null : snapshot(database, keyless);
    fill(database, findings).filled().stream()
        .filter(table -> table.added() > 0)
        .forEach(table -> touched.add(table.table()));
    RowSnapshot all = snapshot(database);
    filledUp = unfilled == null ? null : all.inTablesOf(unfilled).without(unfilled);
    up = all;
  }

  // Nothing but its values tells a row of such a table from another one.
  private boolean isWithoutKey(Table table) {
    RowSnapshot earlier = before;
    return table.primaryKey().isEmpty()
        && earlier != null
        && earlier.tables().contains(table.name());
  }

  /** Tells what going up and down has lost or left. */
  void afterDowngrade(ScratchDatabase database, List<Finding> findings) throws SQLException {
    if (!options.hasRows()) {
      return;
    }
    RowSnapshot now = snapshot(database);
    down = now;
    RowSnapshot earlier = before;
    if (earlier == null) {
      return;
    }
    // Rows that were added since are none of those that were there.
    RowSnapshot ofBefore = filledUp == null ? now : now.without(filledUp);
    for (RowLoss loss : RowComparison.compare(earlier, ofBefore)) {
      boolean added = loss.kind() == RowLoss.Kind.ROWS_ADDED;
      if ((added && (written || touched.contains(loss.table()))) || declared.cover(loss)) {
        continue;
      }
      told.add(what(loss));
      findings.add(
          new Finding(
              severity(),
              "after downgrade of " + id() + ": " + loss.describe(),
              List.of(),
              added ? Optional.empty() : Optional.of(declarationHint(List.of(loss)))));
    }
  }

  /** Tells what going down and up has lost, and how that agrees with what is declared. */
  void afterSecondUpgrade(ScratchDatabase database, List<Finding> findings) throws SQLException {
    RowSnapshot earlier = up;
    if (earlier == null) {
      return;
    }
    List<RowLoss> losses = new ArrayList<>();
    Set<QualifiedName> emptied = new HashSet<>();
    for (RowLoss loss : RowComparison.compareMadeAnew(earlier, snapshot(database))) {
      if (loss.kind() == RowLoss.Kind.ROWS_LOST) {
        emptied.add(loss.table());
      }
      if (loss.kind() != RowLoss.Kind.ROWS_ADDED
          && !declared.cover(loss)
          && !told.contains(what(loss))) {
        losses.add(loss);
      }
    }
    losses.removeIf(loss -> goesWithItsTable(loss, emptied));
    RowSnapshot between = down;
    Set<String> downgrade = new HashSet<>();
    if (between != null) {
      RowComparison.compare(earlier, between).forEach(loss -> downgrade.add(what(loss)));
    }
    Map<Boolean, List<RowLoss>> byDowngrade =
        losses.stream().collect(Collectors.partitioningBy(loss -> downgrade.contains(what(loss))));
    undeclared("the downgrade", byDowngrade.getOrDefault(true, List.of()), findings);
    undeclared("the second upgrade", byDowngrade.getOrDefault(false, List.of()), findings);
  }

  /** Tells which losses are declared and were not seen. */
  void tellUnseen(List<Finding> findings) {
    if (up != null) {
      declared.unseen().forEach(name -> findings.add(unseen(name)));
    }
  }

  /**
   * Puts more rows into the tables that the revision has changed, after all else: rows that the
   * tables did not take before it are among them.
   *
   * @return whether there are any
   */
  boolean addNew(ScratchDatabase database) throws SQLException {
    DatabaseSchema earlier = schemaBefore;
    if (!options.hasRows() || earlier == null) {
      return false;
    }
    DatabaseSchema now = database.schema();
    Set<QualifiedName> changed =
        now.tables().stream()
            .filter(
                table ->
                    earlier.table(table.name()).filter(was -> takesOthers(was, table)).isPresent())
            .map(Table::name)
            .collect(Collectors.toSet());
    if (changed.isEmpty()) {
      return false;
    }
    mayChange = mayChange.or(changed::contains);
    boolean any =
        filler(database)
            .add(database.connection(), now, changed::contains, NEW_ROWS)
            .filled()
            .stream()
            .anyMatch(table -> table.added() > 0);
    down = null;
    up = snapshot(database);
    return any;
  }

  /** Looks at what the downgrade has left of them. */
  void newAfterDowngrade(ScratchDatabase database) throws SQLException {
    down = snapshot(database);
  }

  private static boolean takesOthers(Table before, Table now) {
    return !before.columns().equals(now.columns())
        || !before.constraints().equals(now.constraints())
        || !uniqueIndexes(before).equals(uniqueIndexes(now));
  }

  private static List<Index> uniqueIndexes(Table table) {
    return table.indexes().stream()
        .filter(index -> index.uniqueness() != Index.Uniqueness.NOT_UNIQUE)
        .toList();
  }

  private void undeclared(String who, List<RowLoss> losses, List<Finding> findings) {
    if (!losses.isEmpty()) {
      losses.forEach(loss -> told.add(what(loss)));
      findings.add(
          new Finding(
              severity(),
              who
                  + " of "
                  + id()
                  + " loses what it does not declare: "
                  + losses.stream().map(RowLoss::describe).collect(Collectors.joining(", ")),
              List.of(),
              Optional.of(declarationHint(losses))));
    }
  }

  // What an upgrade loses of one row it loses of the next as well.
  private static String what(RowLoss loss) {
    return loss.place() + " " + loss.kind();
  }

  // Where a table has lost its rows, that its numbers begin anew is no news.
  private boolean goesWithItsTable(RowLoss loss, Set<QualifiedName> emptied) {
    if (loss.kind() != RowLoss.Kind.SEQUENCE_POSITION_LOST) {
      return false;
    }
    DatabaseSchema schema = schemaUp;
    if (schema == null || loss.column().isPresent()) {
      return emptied.contains(loss.table());
    }
    return schema.tables().stream()
        .filter(table -> emptied.contains(table.name()))
        .flatMap(table -> table.columns().stream())
        .anyMatch(column -> isNumberedBy(column, loss.table()));
  }

  private static boolean isNumberedBy(Column column, QualifiedName sequence) {
    return column.value() instanceof ColumnValue.Default given
        && given.value() instanceof SqlValue.NextValue next
        && next.sequence().equals(sequence);
  }

  private Finding unseen(String name) {
    DatabaseSchema earlier = schemaBefore;
    DatabaseSchema later = schemaUp;
    boolean known =
        (earlier != null && DeclaredLosses.names(name, earlier))
            || (later != null && DeclaredLosses.names(name, later));
    return known
        ? Finding.note(id() + " declares that it loses " + name + ", and nothing of it was lost")
        : new Finding(
            severity(),
            id() + " declares that it loses " + name + ", which there is not before it or after it",
            List.of(),
            Optional.of("Mend the name, or take the declaration away."));
  }

  private Finding.Severity severity() {
    return options.losses() == LossPolicy.DECLARED
        ? Finding.Severity.FAILURE
        : Finding.Severity.NOTE;
  }

  private String declarationHint(List<RowLoss> losses) {
    Set<String> names = new LinkedHashSet<>(script.losses());
    for (RowLoss loss : losses) {
      Optional<String> name = DeclaredLosses.declaration(loss);
      if (name.isEmpty()) {
        return "It cannot be declared, for a declaration takes no such name as \""
            + loss.place()
            + "\".";
      }
      names.add(name.get());
    }
    String declaration =
        script instanceof JavaRevisionScript
            ? names.stream().collect(Collectors.joining("\", \"", "loses = {\"", "\"}"))
            : "-- @loses " + String.join(", ", names);
    return "If that cannot be helped, declare it in the header: " + declaration;
  }

  private String id() {
    return script.revision().id();
  }

  private FillReport fill(ScratchDatabase database, List<Finding> findings) throws SQLException {
    RowFiller filler = filler(database);
    Predicate<QualifiedName> wanted = table -> !database.isFilled(table);
    RowSnapshot earlier = before;
    // What the upgrade has lost must not come back by chance.
    FillReport report =
        earlier == null
            ? filler.fill(database.connection(), database.schema(), wanted)
            : filler.fill(database.connection(), database.schema(), wanted, earlier);
    database.noteFilled(report.filled().stream().map(FilledTable::table).toList());
    for (UnfilledTable table : report.unfilled()) {
      if (toldUnfilled.add(table.table().toString())) {
        findings.add(
            new Finding(
                Finding.Severity.NOTE,
                "no rows for " + table.table() + ": " + table.reason(),
                List.of(),
                Optional.of(table.hint())));
      }
    }
    return report;
  }

  private RowFiller filler(ScratchDatabase database) {
    return new RowFiller(database.dialect(), new FillOptions(options.rows(), options.seed()));
  }

  private Stream<Table> changing(ScratchDatabase database) {
    return database.schema().tables().stream().filter(table -> mayChange.test(table.name()));
  }

  private RowSnapshot snapshot(ScratchDatabase database) throws SQLException {
    return snapshot(database, changing(database).toList());
  }

  private static RowSnapshot snapshot(ScratchDatabase database, List<Table> tables)
      throws SQLException {
    return RowSnapshot.take(
        database.connection(), database.dialect(), database.inspection(), tables);
  }

  private boolean write(Moment moment, ScratchDatabase database, List<Finding> findings) {
    boolean any = false;
    for (HandWrittenRows rows : options.handWrittenRows()) {
      if (rows.revision().equals(id())
          && rows.moment() == moment
          && rows.isFor(database.dialect().names())) {
        any = true;
        try {
          write(rows.writer(), database);
        } catch (SQLException | RuntimeException e) {
          findings.add(
              Finding.failure(
                  "the rows of " + rows.origin() + " could not be written: " + Findings.words(e),
                  Optional.of("Mend them; they are written where " + id() + " begins.")));
        }
      }
    }
    return any;
  }

  private static void write(HandWrittenRows.Writer writer, ScratchDatabase database)
      throws SQLException {
    if (writer instanceof HandWrittenRows.Code code) {
      code.code().write(database.connection());
    } else {
      database.execute(((HandWrittenRows.Sql) writer).text());
    }
  }
}
