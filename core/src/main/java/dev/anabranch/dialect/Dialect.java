package dev.anabranch.dialect;

import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.StatementSplitter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One release of one database product, as the engine sees it. Immutable and safe for use by several
 * threads.
 */
public interface Dialect {

  /**
   * Returns the product's name, lower case, as it stands behind {@code @upgrade} in a revision
   * file.
   */
  String name();

  /**
   * Returns the names the dialect answers to in revisions, the most specific first: its own, and
   * that of a family where a product is one of several that mostly read the same SQL.
   */
  default List<String> names() {
    return List.of(name());
  }

  /** Returns the release; for a dialect without a server the oldest supported one. */
  ServerVersion version();

  /** Returns what this release can do. */
  Set<Capability> capabilities();

  /** Returns whether this release can do something. */
  default boolean has(Capability capability) {
    return capabilities().contains(capability);
  }

  /** Returns how the product writes names and values. */
  SqlStyle style();

  /** Returns what turns operations into statements. */
  DdlCompiler ddl();

  /** Returns what reads a database of this product. */
  SchemaInspector inspector();

  /** Returns what knows which values columns can hold. */
  default ValueRanges valueRanges() {
    return new StandardRanges(style(), names(), 6);
  }

  /**
   * Returns what lets a reference wait though it is checked after each statement, for those who
   * fill tables that refer to each other.
   *
   * @param table the referring table
   * @param key its foreign key, which has a name
   * @return empty if the product knows nothing that leaves the transaction open
   */
  default Optional<ReferencePause> referencePause(QualifiedName table, ForeignKey key) {
    return Optional.empty();
  }

  /**
   * Returns the tables that the migration lock needs, besides the version and history tables.
   *
   * @param versionTable the version table the lock stands for
   */
  default List<QualifiedName> lockTables(QualifiedName versionTable) {
    return List.of();
  }

  /** Returns the rules by which a script is cut into statements. */
  StatementSplitter splitter();

  /**
   * Returns the texts of the tables Anabranch keeps its state in, and of the statements that change
   * them.
   */
  StateTables stateTables();

  /** Returns how the server's errors are read. */
  ServerErrors errors();

  /** Returns what frames statements in a script for the product's own client. */
  OfflineSyntax offline();

  /**
   * Says whether the server commits a statement by itself, and with it everything before it in the
   * transaction.
   *
   * @param statement one statement as the splitter gives it
   * @return false where {@link Capability#TRANSACTIONAL_DDL} holds, or where the statement surely
   *     changes only data
   */
  boolean commitsImplicitly(String statement);

  /**
   * Says whether a statement may make, change or drop something that the databases of a server
   * share, such as a role: it cannot be run at the same time in two of them, nor twice. To say so
   * of a statement that does not is no fault.
   *
   * @param statement one statement as the splitter gives it
   */
  default boolean reachesOtherDatabases(String statement) {
    return false;
  }

  /**
   * Says whether a statement begins or ends a transaction, and so would take the one that a run has
   * open out of its hands. Going back to a savepoint does not.
   *
   * @param statement one statement as the splitter gives it
   */
  boolean controlsTransaction(String statement);

  /**
   * Returns what undoes, behind the last statement of a revision, what a statement does to the way
   * the session reads names without a schema: the state tables and the revisions that follow are to
   * be found where they were.
   *
   * @param statement one statement as the splitter gives it
   * @return a statement; empty if nothing has to be undone
   * @throws UnsupportedServerException if something has to be undone and, without a server, it is
   *     not known how
   */
  default Optional<String> nameScopeReset(String statement) {
    return Optional.empty();
  }

  /**
   * Returns statements that are sent before the first one of a run, to give the session what the
   * server does not give it by itself, such as patience with other sessions' locks.
   */
  default List<String> runSettings() {
    return List.of();
  }

  /**
   * Says whether the server makes up names like this one where a statement gives none, so that the
   * same statements may lead to another name the next time.
   *
   * @param name the name of a constraint or index as the server has it
   */
  default boolean makesUpName(String name) {
    return false;
  }

  /**
   * Says whether a constraint may have its name from the server, because no statement gave one.
   * Such a name may be the same each time, made of table and columns, and another product makes
   * another one; of a name that an author has chosen like it nothing tells it apart.
   *
   * @param table the table as the server has it
   * @param constraint one of its constraints, which has a name
   */
  default boolean mayHaveNamed(Table table, TableConstraint constraint) {
    return constraint.name().filter(name -> makesUpName(name.value())).isPresent();
  }

  /**
   * Says whether the server may have made an index by itself, for a constraint to which no
   * statement gave a name, and shows it as it shows others.
   *
   * @param table the table as the server has it
   * @param index one of its indexes
   */
  default boolean mayHaveMade(Table table, Index index) {
    return false;
  }

  /**
   * Says what went wrong with a statement that the server took with no more than a warning, though
   * what was asked for is not there to be used, such as a routine that was stored with errors.
   *
   * @param warning what the server said
   * @param statement the statement
   * @param connection where it ran; may be asked for details
   * @return the failure, fit for {@link #errors()}; empty if the statement has done what it says
   */
  default Optional<SQLException> failureBehind(
      SQLWarning warning, String statement, Connection connection) throws SQLException {
    return Optional.empty();
  }

  /**
   * Returns the lock that lets one run at a time change the state in a version table.
   *
   * @param connection a connection of the lock's own, in auto-commit mode; the lock does not close
   *     it
   * @param versionTable the version table the lock stands for
   */
  MigrationLock lock(Connection connection, QualifiedName versionTable);
}
