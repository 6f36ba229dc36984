package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.StateTables;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.IdentifierLimit;
import dev.anabranch.sql.IdentifierQuoting;
import dev.anabranch.sql.NameFolding;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The state tables: in an engine with transactions, and with ids told apart letter by letter,
 * whatever the database's defaults are.
 *
 * @param database where the tables are if their names do not say it: the statements of a revision
 *     may choose another database by {@code USE} while the history is written; empty if it is not
 *     known
 */
record MysqlStateTables(Optional<Identifier> database) implements StateTables {

  // 64 characters for every kind of name but an alias (MySQL 8.0 Reference Manual, 9.2.1).
  static final SqlStyle STYLE =
      new SqlStyle(
          IdentifierQuoting.backticks(),
          new MysqlLiterals(),
          NameFolding.NONE,
          new IdentifierLimit(64, IdentifierLimit.Unit.CHARACTERS));

  private static final int ID_LENGTH = 255;

  @Override
  public SqlWriter writer() {
    return STYLE.writer();
  }

  // Names keep their case; whether tables are told apart by it is up to the server's file system.
  @Override
  public Identifier fold(String unquoted) {
    return Identifier.of(unquoted);
  }

  @Override
  public QualifiedName qualified(QualifiedName table) {
    return table.schema().isPresent() ? table : new QualifiedName(database, table.name());
  }

  @Override
  public String createVersionTable(QualifiedName table) {
    return create(
        table,
        List.of(
            varchar("version_num", ID_LENGTH, true),
            w -> w.keyword("PRIMARY KEY").parentheses(key -> key.name(fold("version_num")))));
  }

  @Override
  public String createHistoryTable(QualifiedName table) {
    return create(
        table,
        List.of(
            column("entry", "BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY"),
            column("format", "INTEGER NOT NULL"),
            varchar("run_id", 36, true),
            varchar("revision", ID_LENGTH, true),
            varchar("action", 16, true),
            varchar("outcome", 16, true),
            column("statements_done", "INTEGER NOT NULL"),
            column("statements_total", "INTEGER NOT NULL"),
            varchar("checksum", 64, false),
            varchar("done_checksum", 64, false),
            timestamp("started_at"),
            timestamp("finished_at"),
            varchar("operator", 255, true),
            varchar("tool", 64, true),
            varchar("detail", 255, false)));
  }

  @Override
  public RawSql utcNow() {
    return RawSql.of("UTC_TIMESTAMP(3)");
  }

  private String create(QualifiedName table, List<Consumer<SqlWriter>> parts) {
    return writer()
        .keyword("CREATE TABLE IF NOT EXISTS")
        .name(table)
        .lines(parts, (writer, part) -> part.accept(writer))
        .keyword("ENGINE")
        .operator("=")
        .raw(RawSql.of("InnoDB"))
        .keyword("CHARACTER SET")
        .raw(RawSql.of("utf8mb4"))
        .keyword("COLLATE")
        .raw(RawSql.of("utf8mb4_bin"))
        .toSql();
  }

  private Consumer<SqlWriter> column(String name, String type) {
    return w -> w.name(fold(name)).keyword(type);
  }

  private Consumer<SqlWriter> varchar(String name, int length, boolean required) {
    return w -> {
      w.name(fold(name)).call("VARCHAR", arguments -> arguments.number(length));
      if (required) {
        w.keyword("NOT NULL");
      }
    };
  }

  // The type TIMESTAMP ends in 2038 and is read in the session's time zone.
  private Consumer<SqlWriter> timestamp(String name) {
    return w ->
        w.name(fold(name)).call("DATETIME", arguments -> arguments.number(3)).keyword("NOT NULL");
  }
}
