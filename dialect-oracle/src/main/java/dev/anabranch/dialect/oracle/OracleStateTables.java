package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.StateTables;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.IdentifierLimit;
import dev.anabranch.sql.IdentifierQuoting;
import dev.anabranch.sql.IdentifierQuoting.QuoteInside;
import dev.anabranch.sql.NameFolding;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlWriter;
import java.util.List;
import java.util.function.Consumer;

/**
 * The state tables. Below 23ai there is no {@code IF NOT EXISTS}: a block runs the statement and
 * takes ORA-00955, "name is already used by an existing object", for success, and no other error.
 *
 * @param release the server
 */
record OracleStateTables(OracleRelease release) implements StateTables {

  private static final int NAME_IS_USED = 955;
  private static final int ID_LENGTH = 255;

  /** Returns how the release writes names and values; no name may hold a double quote. */
  SqlStyle style() {
    return new SqlStyle(
        new IdentifierQuoting('"', QuoteInside.REFUSED),
        new OracleLiterals(release.version()),
        NameFolding.UPPER,
        new IdentifierLimit(release.longestName(), IdentifierLimit.Unit.BYTES));
  }

  @Override
  public SqlWriter writer() {
    return style().writer();
  }

  @Override
  public Identifier fold(String unquoted) {
    return Identifier.of(NameFolding.UPPER.fold(unquoted));
  }

  @Override
  public RawSql utcNow() {
    return RawSql.of("SYS_EXTRACT_UTC(SYSTIMESTAMP)");
  }

  @Override
  public String createVersionTable(QualifiedName table) {
    return create(
        table,
        List.of(
            w -> varchar(w, "version_num", ID_LENGTH).keyword("NOT NULL"),
            w ->
                w.keyword("CONSTRAINT")
                    .name(Identifier.of(table.name().value() + fold("_pkc").value()))
                    .keyword("PRIMARY KEY")
                    .parentheses(key -> key.name(fold("version_num")))));
  }

  // An empty text is null: operator and tool may be empty, so they may be null.
  @Override
  public String createHistoryTable(QualifiedName table) {
    return create(
        table,
        List.of(
            w ->
                w.name(fold("entry"))
                    .call("NUMBER", p -> p.number(19))
                    .keyword("GENERATED ALWAYS AS IDENTITY NOT NULL PRIMARY KEY"),
            w -> number(w, "format"),
            w -> varchar(w, "run_id", 36).keyword("NOT NULL"),
            w -> varchar(w, "revision", ID_LENGTH).keyword("NOT NULL"),
            w -> varchar(w, "action", 16).keyword("NOT NULL"),
            w -> varchar(w, "outcome", 16).keyword("NOT NULL"),
            w -> number(w, "statements_done"),
            w -> number(w, "statements_total"),
            w -> varchar(w, "checksum", 64),
            w -> varchar(w, "done_checksum", 64),
            w -> timestamp(w, "started_at"),
            w -> timestamp(w, "finished_at"),
            w -> varchar(w, "operator", 255),
            w -> varchar(w, "tool", 64),
            w -> varchar(w, "detail", 255)));
  }

  /**
   * Returns the statement that creates a table if it is not there.
   *
   * @param columns writes each column or constraint
   */
  String create(QualifiedName table, List<Consumer<SqlWriter>> columns) {
    boolean knows = release.version().isAtLeast(23, 0);
    String sql =
        writer()
            .keyword(knows ? "CREATE TABLE IF NOT EXISTS" : "CREATE TABLE")
            .name(table)
            .lines(columns, (writer, column) -> column.accept(writer))
            .toSql();
    return knows ? sql : new PlSql(style()).ignoring(sql, NAME_IS_USED);
  }

  // The session's NLS_LENGTH_SEMANTICS says what a length counts unless it is written.
  private SqlWriter varchar(SqlWriter writer, String name, int length) {
    return writer.name(fold(name)).call("VARCHAR2", w -> w.number(length).keyword("CHAR"));
  }

  private SqlWriter number(SqlWriter writer, String name) {
    return writer.name(fold(name)).call("NUMBER", w -> w.number(10)).keyword("NOT NULL");
  }

  private SqlWriter timestamp(SqlWriter writer, String name) {
    return writer.name(fold(name)).call("TIMESTAMP", w -> w.number(3)).keyword("NOT NULL");
  }
}
