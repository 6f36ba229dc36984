package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Fills the tables of a schema with rows that keep all of its constraints and try the edges of its
 * types. Immutable and safe for use by several threads.
 *
 * <p>The values of a row depend on the seed, the name of the table and the number of the row, and
 * on nothing else: the same schema gets the same rows on every run.
 */
public final class RowFiller {

  private final Dialect dialect;
  private final FillOptions options;

  /**
   * Creates a filler for one server.
   *
   * @param dialect the product and release
   * @param options how many rows, and of which seed
   */
  public RowFiller(Dialect dialect, FillOptions options) {
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.options = Objects.requireNonNull(options, "options");
  }

  /**
   * Tops up every table of a schema to the number of rows that is asked for. Rows that are there
   * stay as they are, but for columns that are null in every row: these get values, since nobody
   * could see a migration lose nothing.
   *
   * <p>All of it is one transaction. With automatic commit it is committed at the end; in a
   * transaction of the caller it is left to the caller.
   *
   * @param connection an open connection
   * @param schema the schema as the dialect's inspector reads it from this connection
   * @return what was done, and which tables could not be filled for which reason
   * @throws SQLException if the connection fails, or the server refuses something that is not about
   *     values
   */
  public FillReport fill(Connection connection, DatabaseSchema schema) throws SQLException {
    return fill(connection, schema, table -> true);
  }

  /**
   * Tops up some tables of a schema, as {@link #fill(Connection, DatabaseSchema)}; the others stay
   * as they are, and their rows are referred to.
   *
   * @param connection an open connection
   * @param schema the whole schema
   * @param wanted tells which tables
   * @return what was done with these
   * @throws SQLException if the connection fails, or the server refuses something that is not about
   *     values
   */
  public FillReport fill(
      Connection connection, DatabaseSchema schema, Predicate<QualifiedName> wanted)
      throws SQLException {
    return fill(
        connection, new Filling(connection, dialect, options, schema, wanted, name -> 0, 0));
  }

  /**
   * Tops up some tables with other rows than those of an earlier moment: a row that is gone since
   * does not come back, which would look as if it had stayed.
   *
   * @param connection an open connection
   * @param schema the whole schema
   * @param wanted tells which tables
   * @param earlier the rows of that moment
   * @return what was done with these
   * @throws SQLException if the connection fails, or the server refuses something that is not about
   *     values
   */
  public FillReport fill(
      Connection connection,
      DatabaseSchema schema,
      Predicate<QualifiedName> wanted,
      RowSnapshot earlier)
      throws SQLException {
    return fill(
        connection,
        new Filling(
            connection,
            dialect,
            options,
            schema,
            wanted,
            name -> earlier.rowCount(name).orElse(0),
            0));
  }

  /**
   * Puts more rows into some tables, however many there are: as somebody would who uses what the
   * tables have come to allow.
   *
   * @param connection an open connection
   * @param schema the whole schema
   * @param wanted tells which tables
   * @param count how many rows each of them gets, positive
   * @return what was done with these
   * @throws SQLException if the connection fails, or the server refuses something that is not about
   *     values
   */
  public FillReport add(
      Connection connection, DatabaseSchema schema, Predicate<QualifiedName> wanted, int count)
      throws SQLException {
    if (count < 1) {
      throw new IllegalArgumentException("count has to be positive and is " + count);
    }
    return fill(
        connection, new Filling(connection, dialect, options, schema, wanted, name -> 0, count));
  }

  private static FillReport fill(Connection connection, Filling filling) throws SQLException {
    boolean own = connection.getAutoCommit();
    if (!own) {
      return filling.run();
    }
    connection.setAutoCommit(false);
    try {
      FillReport report = filling.run();
      connection.commit();
      return report;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }
}
