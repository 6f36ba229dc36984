package dev.anabranch.testkit.verify;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.engine.DatabaseException;
import dev.anabranch.revision.Direction;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.View;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.sql.Identifier;
import dev.anabranch.testkit.rows.FillOptions;
import dev.anabranch.testkit.rows.FillReport;
import dev.anabranch.testkit.rows.RowFiller;
import dev.anabranch.testkit.rows.RowSnapshot;
import dev.anabranch.testkit.server.TestServer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A scratch database in which revisions are applied in an order of the caller's choice. For one
 * thread; closing drops the database.
 */
public final class ScratchState implements AutoCloseable {

  private final TestServer server;
  private final RevisionScripts scripts;
  private final VerificationOptions options;
  private final ScratchDatabase database;

  private ScratchState(
      TestServer server,
      RevisionScripts scripts,
      VerificationOptions options,
      ScratchDatabase database) {
    this.server = server;
    this.scripts = scripts;
    this.options = options;
    this.database = database;
  }

  /**
   * Creates an empty database.
   *
   * @param server its server
   * @param scripts the revisions
   * @param options names, rows and where dialects are looked up
   */
  public static ScratchState create(
      TestServer server, RevisionScripts scripts, VerificationOptions options) {
    return new ScratchState(
        server, scripts, options, ScratchDatabase.create(server, scripts, options));
  }

  /** Returns the product and release. */
  public Dialect dialect() {
    return database.dialect();
  }

  /** Returns the ids of the revisions that are applied. */
  public Set<String> applied() {
    return database.applied();
  }

  /**
   * Applies revisions in the given order.
   *
   * @throws dev.anabranch.error.AnabranchException if one fails; the database is then of no more
   *     use
   */
  public void upgrade(List<String> ids) {
    database.run(Direction.UPGRADE, ids);
  }

  /** Returns what the database consists of, without Anabranch's own tables. */
  public DatabaseSchema schema() {
    return database.schema();
  }

  /**
   * Fills the tables, if the options ask for rows.
   *
   * @return what was done; empty if no rows are asked for
   */
  public Optional<FillReport> fill() {
    if (!options.hasRows()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RowFiller(dialect(), new FillOptions(options.rows(), options.seed()))
              .fill(database.connection(), schema()));
    } catch (SQLException e) {
      throw failure("fill", e);
    }
  }

  /**
   * Reads the rows of some tables.
   *
   * @param tables tables of {@link #schema()}
   */
  public RowSnapshot rows(List<Table> tables) {
    try {
      return RowSnapshot.take(database.connection(), dialect(), database.inspection(), tables);
    } catch (SQLException e) {
      throw failure("read the rows of", e);
    }
  }

  /**
   * Returns the views whose rows are stored, as tables without types, so that {@link #rows} can
   * read them; without those that hold nothing to read yet.
   */
  public List<Table> storedViews() {
    List<Table> tables = new ArrayList<>();
    for (View view : schema().views()) {
      if (view.kind() == View.Kind.MATERIALIZED) {
        stored(view).ifPresent(tables::add);
      }
    }
    return tables;
  }

  private Optional<Table> stored(View view) {
    String query =
        dialect()
            .style()
            .writer()
            .keyword("SELECT")
            .operator("*")
            .keyword("FROM")
            .name(view.name())
            .toSql();
    List<Column> columns = new ArrayList<>();
    try (Statement statement = database.connection().createStatement()) {
      statement.setMaxRows(1);
      try (ResultSet result = statement.executeQuery(query)) {
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          Identifier name = Identifier.exact(result.getMetaData().getColumnLabel(i));
          columns.add(Column.of(name, DataType.Simple.TEXT));
        }
      }
    } catch (SQLException e) {
      // It was created WITH NO DATA, which the schema tells.
      return Optional.empty();
    }
    return Optional.of(Table.of(view.name(), columns));
  }

  private DatabaseException failure(String what, SQLException e) {
    return DatabaseException.of(
        what + " the scratch database " + database.database().name(), e, dialect().errors());
  }

  /** Keeps what is there now, so that other databases can be made of it; empty if none can. */
  public Optional<Kept> keep() {
    return KeptCopy.of(server, database).map(Kept::new);
  }

  /** A database as it was at one moment. */
  public final class Kept implements AutoCloseable {
    private final KeptCopy copy;

    private Kept(KeptCopy copy) {
      this.copy = copy;
    }

    /** Makes a database of it. */
    public ScratchState restore() {
      return new ScratchState(server, scripts, options, copy.restore(scripts, options));
    }

    /** Forgets it; databases that were made of it stay. */
    @Override
    public void close() {
      copy.close();
    }
  }

  /** Drops the database. */
  @Override
  public void close() {
    database.close();
  }
}
