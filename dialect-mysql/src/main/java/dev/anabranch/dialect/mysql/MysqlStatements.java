package dev.anabranch.dialect.mysql;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What statements do to the transaction and to the session (MySQL 8.0 Reference Manual, 13.3.3
 * "Statements That Cause an Implicit Commit"; MariaDB, "SQL statements That Cause an Implicit
 * Commit").
 */
final class MysqlStatements {

  private static final int WORDS = 4;

  // Everything else is, or may be, a statement that commits; a procedure may hold one.
  private static final Set<String> DATA_WORDS =
      Set.of(
          "(",
          "CHECKSUM",
          "DEALLOCATE",
          "DELETE",
          "DESC",
          "DESCRIBE",
          "DO",
          "EXPLAIN",
          "GET",
          "HANDLER",
          "HELP",
          "INSERT",
          "KILL",
          "RELEASE",
          "REPLACE",
          "ROLLBACK",
          "SAVEPOINT",
          "SELECT",
          "SHOW",
          "SIGNAL",
          "TABLE",
          "UPDATE",
          "USE",
          "VALUES",
          "WITH");

  private static final Pattern TEMPORARY_TABLE =
      Pattern.compile("(?:CREATE(?: OR REPLACE)?|DROP) TEMPORARY\\b.*");

  private static final Pattern ACCOUNT_SETTING =
      Pattern.compile("SET (?:PASSWORD|DEFAULT ROLE|RESOURCE)\\b.*");

  // A schema is a database (MySQL 8.0 Reference Manual, 13.1.12 "CREATE DATABASE Statement").
  private static final Pattern OF_THE_SERVER =
      Pattern.compile(
          "\\b(?:CREATE|ALTER|DROP|RENAME)\\s+(?:OR\\s+REPLACE\\s+)?"
              + "(?:UNDO\\s+)?(?:DATABASE|SCHEMA|USER|ROLE|SERVER|TABLESPACE|RESOURCE\\s+GROUP)\\b"
              + "|\\b(?:INSTALL|UNINSTALL)\\s+(?:PLUGIN|COMPONENT|SONAME)\\b"
              + "|\\bSET\\s+(?:GLOBAL|PERSIST)\\b",
          Pattern.CASE_INSENSITIVE);

  // A savepoint may be gone back to: ROLLBACK TO leaves the transaction open.
  private static final Pattern TRANSACTION_CONTROL =
      Pattern.compile(
          "(?:BEGIN(?! NOT\\b)|START TRANSACTION|COMMIT|XA|ROLLBACK(?!(?: WORK)? TO\\b))\\b.*");

  private static final Pattern AUTOCOMMIT =
      Pattern.compile(
          "(?<![\\w@$.])(?:@@(?:(?:SESSION|LOCAL)\\.)?)?AUTOCOMMIT\\s*:?=",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SQL_MODE =
      Pattern.compile("(?<![\\w$])SQL_MODE\\s*:?=", Pattern.CASE_INSENSITIVE);

  private static final Pattern CHARACTER_SET =
      Pattern.compile(
          "SET (?:NAMES|CHARSET|CHARACTER SET|@ ?@ CHARACTER_SET_\\w+|CHARACTER_SET_\\w+)\\b.*");

  private MysqlStatements() {}

  /** Returns whether a statement may reach what all databases of a server share. */
  static boolean reachesOtherDatabases(String statement) {
    return OF_THE_SERVER.matcher(statement).find();
  }

  /** What the session has to be given back behind a revision. */
  enum Change {
    /** Nothing. */
    NONE,
    /** The database it had chosen. */
    DATABASE,
    /** The modes in which it reads text. */
    SQL_MODE,
    /** The character set in which it sends text. */
    CHARACTER_SET
  }

  static boolean commitsImplicitly(String statement) {
    String words = MysqlWords.first(statement, WORDS);
    String first = words.split(" ", 2)[0];
    if (first.equals("SET")) {
      return ACCOUNT_SETTING.matcher(words).matches() || AUTOCOMMIT.matcher(statement).find();
    }
    boolean data =
        DATA_WORDS.contains(first)
            || words.startsWith("LOAD DATA")
            || words.startsWith("LOAD XML")
            || TEMPORARY_TABLE.matcher(words).matches();
    return !data;
  }

  static boolean controlsTransaction(String statement) {
    String words = MysqlWords.first(statement, WORDS);
    return TRANSACTION_CONTROL.matcher(words).matches()
        || (words.startsWith("SET ") && AUTOCOMMIT.matcher(statement).find());
  }

  static Change change(String statement) {
    String words = MysqlWords.first(statement, WORDS);
    if (words.startsWith("USE ")) {
      return Change.DATABASE;
    } else if (!words.startsWith("SET ")) {
      return Change.NONE;
    } else if (CHARACTER_SET.matcher(words).matches()) {
      return Change.CHARACTER_SET;
    }
    return SQL_MODE.matcher(statement).find() ? Change.SQL_MODE : Change.NONE;
  }
}
