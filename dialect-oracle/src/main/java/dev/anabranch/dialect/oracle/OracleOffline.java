package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.OfflineSyntax;
import dev.anabranch.dialect.VersionRows;
import dev.anabranch.dialect.oracle.OracleStatementShape.Body;
import dev.anabranch.sql.LiteralStyle;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Scripts for SQL*Plus (SQL*Plus User's Guide and Reference 19c).
 *
 * <p>SQL*Plus reads lines before it reads SQL, whatever quotes they stand in. A statement with a
 * line that it would take for its own is run by a block, in which that line is put together from
 * harmless pieces. A unit that was stored with errors is a success to SQL*Plus as well, so each is
 * followed by a block that looks.
 *
 * @param tables the state tables of the release
 */
record OracleOffline(OracleStateTables tables) implements OfflineSyntax {

  private static final int TABLE_IS_MISSING = 942;

  // 12.1 reads lines of 2,499 characters, later releases longer ones.
  private static final int LONGEST_LINE = 2_000;
  private static final int PIECE = 1_000;

  // A slash or dot alone, a line that is handed to SQL*Plus, a continuation.
  private static final Pattern MISREAD = Pattern.compile("\\s*[/.]\\s*|\\s*#.*|.*-\\s*");
  private static final Pattern LINE_BREAK = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");

  @Override
  public String clientCommand() {
    return "sqlplus -L USER@SERVICE @FILE < /dev/null";
  }

  @Override
  public String preamble() {
    return """
    SET DEFINE OFF
    SET SQLBLANKLINES ON
    SET AUTOCOMMIT OFF
    WHENEVER OSERROR EXIT FAILURE ROLLBACK
    WHENEVER SQLERROR EXIT FAILURE ROLLBACK
    """
        + terminate(OracleDialect.PATIENCE);
  }

  /** A transaction begins by itself. */
  @Override
  public String begin() {
    return "";
  }

  @Override
  public String commit() {
    return "COMMIT";
  }

  @Override
  public String terminate(String statement) {
    Body body = OracleWords.body(statement);
    if (isMisread(statement, body)) {
      return executed(statement) + checked(statement);
    }
    String end = body == Body.SQL ? ";\n" : body == Body.QUERY_WITH_UNITS ? ";\n/\n" : "\n/\n";
    return statement + end + checked(statement);
  }

  private String checked(String statement) {
    return OracleUnit.of(statement)
        .map(unit -> new CompilationErrors(tables.style()).check(unit) + "\n/\n")
        .orElse("");
  }

  private static boolean isMisread(String statement, Body body) {
    List<String> lines = statement.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean last = i == lines.size() - 1;
      boolean ends = body == Body.SQL && !last && line.stripTrailing().endsWith(";");
      if (ends || line.length() > LONGEST_LINE || MISREAD.matcher(line).matches()) {
        return true;
      }
    }
    return false;
  }

  private String executed(String statement) {
    List<String> pieces = new ArrayList<>();
    for (String line : LINE_BREAK.splitAsStream(statement).toList()) {
      String text = line.replaceAll("[\r\n]+$", "");
      for (int from = 0; from < text.length(); from = end(text, from)) {
        pieces.add(quoted(text.substring(from, end(text, from))));
      }
      line.substring(text.length()).chars().forEach(c -> pieces.add("CHR(" + c + ")"));
    }
    // What is longer than a text of PL/SQL may be (32,767 bytes) has to begin as a CLOB.
    pieces.set(0, "TO_CLOB(" + pieces.get(0) + ")");
    return new PlSql(tables.style()).executing(pieces) + "\n/\n";
  }

  private static int end(String text, int from) {
    int end = Math.min(text.length(), from + PIECE);
    return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  private static String quoted(String text) {
    return LiteralStyle.standard().render(SqlLiteral.text(text));
  }

  // A block is read as a whole, so a table that may be missing is asked by a statement in text.
  @Override
  public List<String> guard(QualifiedName versionTable, List<String> rows, String message) {
    PlSql blocks = new PlSql(tables.style());
    if (rows.isEmpty()) {
      String count =
          tables
              .writer()
              .keyword("SELECT")
              .call("COUNT", w -> w.operator("*"))
              .keyword("FROM")
              .name(versionTable)
              .toSql();
      return List.of(
          blocks.requiringZero(
              w -> PlSql.execute(w, count).keyword("INTO FOUND"), TABLE_IS_MISSING, message));
    }
    return List.of(
        blocks.requiringZero(
            w -> differ(w.keyword("SELECT CASE WHEN"), new VersionRows(versionTable, rows)),
            PlSql.NO_ERROR,
            message));
  }

  private void differ(SqlWriter writer, VersionRows rows) {
    rows.differ(writer, tables)
        .keyword("THEN")
        .number(1)
        .keyword("ELSE")
        .number(0)
        .keyword("END INTO FOUND FROM DUAL");
  }
}
