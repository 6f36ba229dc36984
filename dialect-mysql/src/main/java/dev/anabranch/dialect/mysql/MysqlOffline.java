package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.OfflineSyntax;
import dev.anabranch.dialect.VersionRows;
import dev.anabranch.dialect.mysql.MysqlSplitter.ConditionalComments;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.ScriptSplitException;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import dev.anabranch.sql.StatementSplitter;
import java.util.ArrayList;
import java.util.List;

/**
 * Scripts for the clients {@code mysql} and {@code mariadb}, which take the same.
 *
 * @param client the client's name
 * @param tables writes the statements about the version table
 */
record MysqlOffline(String client, MysqlStateTables tables) implements OfflineSyntax {

  private static final List<String> DELIMITERS = List.of("$$", "//", "||", ";;");

  private static final StatementSplitter READER =
      new MysqlSplitter(ConditionalComments.MARIADB, MysqlSqlMode.USUAL);

  private static final RawSql CANNOT_RUN = RawSql.of("cannot_run");
  private static final RawSql GUARD = RawSql.of("guard");
  private static final RawSql COMMA = RawSql.of(",");
  private static final RawSql TWO_ROWS = RawSql.of("SELECT 1 UNION ALL SELECT 2");

  // binary-mode: line breaks in text arrive as they are, and only DELIMITER is a command. comments:
  // those in the body of a routine arrive as well.
  @Override
  public String clientCommand() {
    return client + " --binary-mode --comments --default-character-set=utf8mb4 DATABASE < FILE";
  }

  @Override
  public String begin() {
    return "START TRANSACTION";
  }

  @Override
  public String commit() {
    return "COMMIT";
  }

  @Override
  public String terminate(String statement) {
    if (statement.indexOf(';') < 0 && endsAlone(statement)) {
      return statement + ";\n";
    }
    String delimiter = delimiterFor(statement);
    return "DELIMITER " + delimiter + "\n" + statement + "\n" + delimiter + "\nDELIMITER ;\n";
  }

  private static boolean endsAlone(String statement) {
    try {
      return READER.split(statement).statements().size() == 1;
    } catch (ScriptSplitException e) {
      return false;
    }
  }

  private static String delimiterFor(String statement) {
    for (String delimiter : DELIMITERS) {
      if (!statement.contains(delimiter)) {
        return delimiter;
      }
    }
    int number = 1;
    while (statement.contains("$" + number + "$")) {
      number++;
    }
    return "$" + number + "$";
  }

  /**
   * {@inheritDoc}
   *
   * <p>A condition outside a routine can raise no message of its own, so that the message is a row,
   * and behind it stands a query that fails. A table that is missing fails every query that names
   * it, so where none will do it is made first.
   */
  @Override
  public List<String> guard(QualifiedName versionTable, List<String> rows, String message) {
    List<String> statements = new ArrayList<>();
    if (rows.isEmpty()) {
      statements.add(tables.createVersionTable(versionTable));
    }
    SqlWriter told =
        writer().keyword("SELECT").literal(SqlLiteral.text(message)).keyword("AS").raw(CANNOT_RUN);
    statements.add(differ(told.keyword("FROM DUAL WHERE"), versionTable, rows).toSql());
    statements.add(
        writer()
            .keyword("SELECT")
            .call(
                "IF",
                w -> {
                  differ(w, versionTable, rows).raw(COMMA);
                  w.parentheses(two -> two.raw(TWO_ROWS)).raw(COMMA).number(0);
                })
            .keyword("AS")
            .raw(GUARD)
            .toSql());
    return statements;
  }

  private SqlWriter differ(SqlWriter writer, QualifiedName table, List<String> rows) {
    if (!rows.isEmpty()) {
      return new VersionRows(table, rows).differ(writer, tables);
    }
    return writer
        .keyword("EXISTS")
        .parentheses(w -> w.keyword("SELECT").number(1).keyword("FROM").name(table));
  }

  private SqlWriter writer() {
    return tables.writer();
  }
}
