package dev.anabranch.dialect.mysql;

import java.util.Locale;
import java.util.Set;

/**
 * What the setting {@code sql_mode} says about the way text is read (MySQL 8.0 Reference Manual,
 * 5.1.11; MariaDB, "SQL_MODE").
 *
 * @param backslashes how a backslash in quotes is read
 * @param doubleQuotes what stands between double quotes
 * @param bodies in which language the bodies of routines are written
 */
record MysqlSqlMode(Backslashes backslashes, DoubleQuotes doubleQuotes, Bodies bodies) {

  /** How a backslash in quotes is read. */
  enum Backslashes {
    /** It protects the next character. */
    ESCAPE,
    /** It is a character like any other. */
    PLAIN
  }

  /** What stands between double quotes. */
  enum DoubleQuotes {
    /** Text. */
    TEXT,
    /** A name. */
    NAME
  }

  /** In which language the bodies of routines are written. */
  enum Bodies {
    /** SQL/PSM, as the standard has it. */
    STANDARD,
    /** PL/SQL, of which MariaDB knows a part. */
    ORACLE
  }

  /** What servers start with. */
  static final MysqlSqlMode USUAL =
      new MysqlSqlMode(Backslashes.ESCAPE, DoubleQuotes.TEXT, Bodies.STANDARD);

  // The names of other products stand for sets of modes that hold ANSI_QUOTES.
  private static final Set<String> WITH_ANSI_QUOTES =
      Set.of("ANSI_QUOTES", "ANSI", "ORACLE", "MSSQL", "DB2", "POSTGRESQL", "MAXDB");

  /**
   * Reads a value of the setting.
   *
   * @param value names of modes with commas between
   */
  static MysqlSqlMode of(String value) {
    return USUAL.with(value);
  }

  /** Returns this mode with others added. */
  MysqlSqlMode with(String value) {
    MysqlSqlMode mode = this;
    for (String name : value.split(",", -1)) {
      mode = mode.changed(name, Backslashes.PLAIN, DoubleQuotes.NAME, Bodies.ORACLE);
    }
    return mode;
  }

  /** Returns this mode with others taken out. */
  MysqlSqlMode without(String value) {
    MysqlSqlMode mode = this;
    for (String name : value.split(",", -1)) {
      mode = mode.changed(name, Backslashes.ESCAPE, DoubleQuotes.TEXT, Bodies.STANDARD);
    }
    return mode;
  }

  private MysqlSqlMode changed(
      String name, Backslashes backslashTo, DoubleQuotes quotesTo, Bodies bodiesTo) {
    String mode = name.strip().toUpperCase(Locale.ROOT);
    return new MysqlSqlMode(
        mode.equals("NO_BACKSLASH_ESCAPES") ? backslashTo : backslashes,
        WITH_ANSI_QUOTES.contains(mode) ? quotesTo : doubleQuotes,
        mode.equals("ORACLE") ? bodiesTo : bodies);
  }
}
