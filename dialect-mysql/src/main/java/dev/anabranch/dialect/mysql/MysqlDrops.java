package dev.anabranch.dialect.mysql;

import static dev.anabranch.dialect.mysql.MysqlCatalogue.named;
import static dev.anabranch.dialect.mysql.MysqlExpressions.call;
import static dev.anabranch.dialect.mysql.MysqlExpressions.choose;
import static dev.anabranch.dialect.mysql.MysqlExpressions.compare;
import static dev.anabranch.dialect.mysql.MysqlExpressions.concat;
import static dev.anabranch.dialect.mysql.MysqlExpressions.parentheses;
import static dev.anabranch.dialect.mysql.MysqlExpressions.text;
import static dev.anabranch.dialect.mysql.MysqlExpressions.words;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Drops indexes and foreign keys, which hang together: a foreign key needs an index over its
 * columns and the server makes one of the key's name where there is none, and drops it again when
 * somebody makes another that will do (MySQL 8.0 Reference Manual, 13.1.20.5 "FOREIGN KEY
 * Constraints").
 *
 * <p>So that each drop takes back a creation, and nothing else, the index that was made for a key
 * is dropped with it, and is made again when the other one is dropped. Which keys that concerns is
 * looked up when the statement runs.
 *
 * @param standard the standard's statements
 */
record MysqlDrops(StandardDdl standard) {

  private static final RawSql KEYS = RawSql.of("k");
  private static final RawSql INDEXES = RawSql.of("i");
  private static final RawSql KEY_NAME = RawSql.of("k.name");
  private static final RawSql KEY_COLUMNS = RawSql.of("k.list");
  private static final RawSql INDEX_NAME = RawSql.of("i.name");
  private static final RawSql INDEX_COLUMNS = RawSql.of("i.list");
  private static final RawSql NAME = RawSql.of("name");
  private static final RawSql LIST = RawSql.of("list");

  /** Checks that the statements are there. */
  MysqlDrops {
    Objects.requireNonNull(standard, "standard");
  }

  /**
   * Returns an expression that returns the statement which drops an index, and makes indexes for
   * the foreign keys of the table that have used it and find no other.
   *
   * @param table the table
   * @param index the index
   * @param drop what drops it, such as {@code DROP PRIMARY KEY}
   * @param end what stands behind, such as {@code , LOCK = NONE}
   */
  Consumer<SqlWriter> index(QualifiedName table, Identifier index, String drop, String end) {
    String head = standard.alterTable(table).toSql() + " " + drop;
    return concat(text(head), needed(table, index), text(end));
  }

  private static Consumer<SqlWriter> needed(QualifiedName table, Identifier index) {
    return call("IFNULL", parentheses(w -> needed(w, table, index)), text(""));
  }

  private static void needed(SqlWriter writer, QualifiedName table, Identifier index) {
    writer.newLine().keyword("SELECT");
    call(
            "GROUP_CONCAT",
            w ->
                w.list(
                        List.<Consumer<SqlWriter>>of(
                            text(", ADD INDEX "),
                            quoted(name -> name.raw(KEY_NAME)),
                            text(" ("),
                            list -> list.raw(KEY_COLUMNS),
                            text(")")),
                        (v, each) -> each.accept(v))
                    .keyword("ORDER BY")
                    .raw(KEY_NAME)
                    .keyword("SEPARATOR")
                    .raw(RawSql.of("''")))
        .accept(writer);
    writer.newLine().keyword("FROM").parentheses(w -> keys(w, table)).keyword("AS").raw(KEYS);
    writer.newLine().keyword("WHERE").raw(KEY_NAME).operator("<>");
    text(index.value()).accept(writer);
    serves(writer.newLine().keyword("AND EXISTS"), table, "=", index);
    serves(writer.newLine().keyword("AND NOT EXISTS"), table, "<>", index);
  }

  private static void serves(
      SqlWriter writer, QualifiedName table, String operator, Identifier index) {
    writer.parentheses(
        w -> {
          w.keyword("SELECT").number(1).keyword("FROM").parentheses(i -> indexes(i, table));
          w.keyword("AS").raw(INDEXES).keyword("WHERE").raw(INDEX_NAME).operator(operator);
          text(index.value()).accept(w);
          compare(
                  call(
                      "LOCATE",
                      concat(key -> key.raw(KEY_COLUMNS), text(",")),
                      concat(own -> own.raw(INDEX_COLUMNS), text(","))),
                  "=",
                  one -> one.number(1))
              .accept(w.keyword("AND"));
        });
  }

  private static void keys(SqlWriter writer, QualifiedName table) {
    List<Consumer<SqlWriter>> conditions = new ArrayList<>(new MysqlCatalogue(table).ofTable());
    conditions.add(words("REFERENCED_TABLE_NAME IS NOT NULL"));
    namedLists(
        writer,
        "CONSTRAINT_NAME",
        columnsInOrder(quoted(words("COLUMN_NAME")), "ORDINAL_POSITION"),
        "KEY_COLUMN_USAGE",
        conditions);
  }

  // The beginning of a text does not serve a key, and neither does an expression.
  private static void indexes(SqlWriter writer, QualifiedName table) {
    Consumer<SqlWriter> part =
        concat(
            quoted(call("IFNULL", words("COLUMN_NAME"), text(""))),
            call("IFNULL", words("SUB_PART"), text("")));
    namedLists(
        writer,
        "INDEX_NAME",
        columnsInOrder(part, "SEQ_IN_INDEX"),
        "STATISTICS",
        new MysqlCatalogue(table).ofTable());
  }

  private static void namedLists(
      SqlWriter writer,
      String name,
      Consumer<SqlWriter> list,
      String catalogue,
      List<Consumer<SqlWriter>> conditions) {
    writer
        .keyword("SELECT")
        .list(
            List.<Consumer<SqlWriter>>of(
                w -> w.keyword(name).keyword("AS").raw(NAME),
                w -> {
                  list.accept(w);
                  w.keyword("AS").raw(LIST);
                }),
            (w, each) -> each.accept(w));
    MysqlCatalogue.rows(writer, catalogue, conditions);
    writer.keyword("GROUP BY").keyword(name);
  }

  private static Consumer<SqlWriter> columnsInOrder(Consumer<SqlWriter> part, String order) {
    return call(
        "GROUP_CONCAT",
        w -> {
          part.accept(w);
          w.keyword("ORDER BY").keyword(order);
        });
  }

  private static Consumer<SqlWriter> quoted(Consumer<SqlWriter> name) {
    return concat(text("`"), MysqlExpressions.replace(name, text("`"), text("``")), text("`"));
  }

  /**
   * Returns an expression that returns the statement which drops a foreign key, and with it the
   * index that was made for it.
   */
  Consumer<SqlWriter> foreignKey(QualifiedName table, Identifier name) {
    String drop = standard.alterTable(table).keyword("DROP FOREIGN KEY").name(name).toSql();
    String index = ", " + standard.writer().keyword("DROP INDEX").name(name).toSql();
    return concat(
        text(drop),
        choose(hasOwnIndex(table, name), concat(text(index), needed(table, name)), text("")));
  }

  // Tables may also refer to columns that are not unique: then the server refuses the drop.
  private static Consumer<SqlWriter> hasOwnIndex(QualifiedName table, Identifier name) {
    MysqlCatalogue catalogue = new MysqlCatalogue(table);
    List<Consumer<SqlWriter>> index = new ArrayList<>(catalogue.ofTable());
    index.add(named("INDEX_NAME", name));
    index.add(compare(words("NON_UNIQUE"), "=", w -> w.number(1)));
    List<Consumer<SqlWriter>> key = new ArrayList<>(catalogue.ofTable());
    key.add(named("CONSTRAINT_NAME", name));
    key.add(words("REFERENCED_TABLE_NAME IS NOT NULL"));
    return compare(
        columns("STATISTICS", "SEQ_IN_INDEX", index),
        "=",
        columns("KEY_COLUMN_USAGE", "ORDINAL_POSITION", key));
  }

  private static Consumer<SqlWriter> columns(
      String table, String order, List<Consumer<SqlWriter>> conditions) {
    return parentheses(
        w -> {
          columnsInOrder(words("COLUMN_NAME"), order).accept(w.newLine().keyword("SELECT"));
          MysqlCatalogue.rows(w, table, conditions);
        });
  }
}
