package dev.anabranch.dialect.mysql;

import dev.anabranch.sql.SplitScript;
import dev.anabranch.sql.StatementSplitter;
import java.util.Objects;

/**
 * Cuts scripts as the clients {@code mysql} and {@code mariadb} do, and bodies of routines also
 * where a script does not protect them by {@code DELIMITER}.
 *
 * <p>The delimiter, at first a semicolon, ends a statement unless it stands in quotes or in a
 * comment. While it is a semicolon, those between {@code BEGIN} and {@code END} of a routine,
 * trigger or event belong to its statement; where begin and end do not fit together the script is
 * refused, with the line. Behind {@code DELIMITER} the author's word counts (MySQL 8.0 Reference
 * Manual, 25.1 "Defining Stored Programs").
 *
 * <p>A backslash in quotes protects the next character, and double quotes hold text, unless {@code
 * sql_mode} says otherwise: in the session, or by a statement of the script. Comments that only
 * some servers pass over, {@code /*! ... *}{@code /}, are part of a statement.
 */
public final class MysqlSplitter implements StatementSplitter {

  private final ConditionalComments comments;
  private final MysqlSqlMode mode;

  /** Which conditional comments a server reads as SQL. */
  enum ConditionalComments {
    /** Those of MySQL. */
    MYSQL,
    /** Those of MySQL and its own, {@code /*M! ... *}{@code /}. */
    MARIADB
  }

  /**
   * Creates the splitter for a server.
   *
   * @param comments which comments the server reads as SQL
   * @param mode the mode in which a script begins
   */
  MysqlSplitter(ConditionalComments comments, MysqlSqlMode mode) {
    this.comments = Objects.requireNonNull(comments, "comments");
    this.mode = Objects.requireNonNull(mode, "mode");
  }

  @Override
  public SplitScript split(String script) {
    return new MysqlScan(script, comments, mode).run();
  }
}
