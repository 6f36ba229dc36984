package dev.anabranch.testkit.contract;

import dev.anabranch.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;

/**
 * What the contract has to know of a product and cannot say in standard SQL.
 *
 * <p>Implementations are found through {@link java.util.ServiceLoader}, have a public constructor
 * without parameters and hold no state.
 */
public interface ContractProduct {

  /**
   * Returns the product's name, such as {@code postgresql}, that of its dialect and its servers.
   */
  String name();

  /**
   * Returns a query that runs for at least a minute unless it is cancelled, and changes nothing.
   *
   * @param marker a word that stands in its text, by which {@link #isRunning} finds it
   */
  String slowQuery(String marker);

  /**
   * Returns whether a session is running a statement whose text has this word in it.
   *
   * @param database where
   * @param marker the word
   */
  boolean isRunning(TestDatabase database, String marker);

  /** Returns whether comments and the values of enum types may hold letters beyond U+FFFF. */
  default boolean describesInEveryLetter() {
    return true;
  }

  /** Returns whether two columns of a table may differ in capital and small letters only. */
  default boolean tellsColumnsByCase() {
    return true;
  }

  /**
   * Returns the statement that drops a schema with all that is in it, and forgives if there is
   * none.
   *
   * @param schema its name
   */
  default String dropSchema(String schema) {
    return "DROP SCHEMA IF EXISTS " + schema + " CASCADE";
  }

  /**
   * Ends every session of a database but the one that does it, as an administrator would.
   *
   * @return how many there were
   */
  int endSessions(TestDatabase database);

  /**
   * Returns statements that the server refuses inside a transaction and that work outside; empty
   * where {@link dev.anabranch.dialect.Capability#STATEMENTS_OUTSIDE_TRANSACTION} is not declared.
   *
   * @param table a table with the columns {@code id} and {@code note}
   */
  List<String> outsideTransaction(String table);

  /**
   * Returns a query with one text column that describes what users have made in the current schema:
   * tables, columns with type, default and nullability, keys and indexes, in a fixed order.
   */
  String catalogQuery();

  /**
   * Creates an empty schema beside the current one, which goes with the database.
   *
   * @param name the name it has where schemas belong to a database
   * @return its name, fit for use in SQL without quotes
   */
  default String createSchema(TestDatabase database, String name) {
    database.execute("CREATE SCHEMA " + name);
    return name;
  }

  /**
   * Returns statements that the server refuses because the value of a row, {@code s3cret}, cannot
   * be made a value of another type; none of them changes anything.
   *
   * @param table a table with one row, the column {@code id} of type {@code INTEGER} with the value
   *     1 and the text column {@code note} with the value {@code s3cret}
   */
  default List<String> impossibleConversions(String table) {
    return List.of(
        "SELECT CAST(note AS INTEGER) FROM " + table,
        "SELECT CAST(note AS DATE) FROM " + table,
        "SELECT CAST(note AS DECIMAL(3, 1)) FROM " + table,
        "SELECT CAST(CONCAT('987654', note) AS TIMESTAMP) FROM " + table,
        "SELECT CAST('98765432109876' AS INTEGER) FROM " + table);
  }

  /** Returns a query that needs no table and changes nothing, on every release. */
  default String harmlessQuery() {
    return "SELECT 1";
  }

  /**
   * Returns a statement that adds the column {@code note} of type {@code INTEGER} to a table.
   *
   * @param table the table
   */
  default String addNote(String table) {
    return "ALTER TABLE " + table + " ADD COLUMN note INTEGER";
  }

  /**
   * Runs a script by the product's own client, as a person would: on a connection of the client's
   * own, up to the first error.
   *
   * @return what the client said
   */
  ClientRun runScript(TestDatabase database, Path script);

  /**
   * The end of a client.
   *
   * @param succeeded whether it ran the whole script
   * @param output what it wrote
   */
  record ClientRun(boolean succeeded, String output) {}
}
