package dev.anabranch.dialect.mysql;

import static dev.anabranch.dialect.mysql.MysqlCatalogue.named;
import static dev.anabranch.dialect.mysql.MysqlExpressions.both;
import static dev.anabranch.dialect.mysql.MysqlExpressions.choose;
import static dev.anabranch.dialect.mysql.MysqlExpressions.compare;
import static dev.anabranch.dialect.mysql.MysqlExpressions.concat;
import static dev.anabranch.dialect.mysql.MysqlExpressions.text;
import static dev.anabranch.dialect.mysql.MysqlExpressions.words;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.DropConstraint;
import dev.anabranch.operation.Existence;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Writes and drops constraints (MySQL 8.0 Reference Manual, 13.1.9 "ALTER TABLE Statement").
 *
 * @param standard the standard's statements
 * @param features what the release knows
 */
record MysqlConstraints(StandardDdl standard, MysqlFeatures features) {

  /** Checks that both parts are there. */
  MysqlConstraints {
    Objects.requireNonNull(standard, "standard");
    Objects.requireNonNull(features, "features");
  }

  /** Writes a constraint. The name of a primary key is PRIMARY, whatever is said. */
  SqlWriter write(SqlWriter writer, TableConstraint constraint) {
    return constraint instanceof PrimaryKey key
        ? writer.keyword("PRIMARY KEY").parentheses(w -> w.names(key.columns()))
        : standard.constraint(writer, constraint);
  }

  /**
   * Returns the statement that drops a constraint other than a foreign key.
   *
   * @param existence whether {@code IF EXISTS} is written
   */
  String drop(DropConstraint operation, Existence existence) {
    SqlWriter writer = standard.alterTable(operation.table()).keyword("DROP");
    if (operation.kind() == TableConstraint.Kind.PRIMARY_KEY) {
      return writer.keyword("PRIMARY KEY").toSql();
    }
    boolean unique = operation.kind() == TableConstraint.Kind.UNIQUE;
    boolean check = features.has(MysqlFeature.DROP_CHECK);
    writer.keyword(unique ? "INDEX" : check ? "CHECK" : "CONSTRAINT");
    return StandardDdl.ifExists(writer, existence).name(operation.name()).toSql();
  }

  /** Returns the condition that the constraint which is to be dropped is there. */
  static Consumer<SqlWriter> isThere(DropConstraint operation) {
    MysqlCatalogue catalogue = new MysqlCatalogue(operation.table());
    return switch (operation.kind()) {
      case PRIMARY_KEY -> catalogue.hasConstraint(Identifier.of("PRIMARY"), "PRIMARY KEY");
      case UNIQUE -> catalogue.hasIndex(operation.name());
      case FOREIGN_KEY -> catalogue.hasConstraint(operation.name(), "FOREIGN KEY");
      case CHECK, EXCLUSION -> catalogue.hasConstraint(operation.name(), "CHECK");
    };
  }

  /**
   * Writes an expression that returns the statement which drops a foreign key, and with it the
   * index that the server made for it: that has its name and columns (MySQL 8.0 Reference Manual,
   * 13.1.20.5 "FOREIGN KEY Constraints"). An index that another foreign key may use stays.
   */
  void dropForeignKey(SqlWriter writer, DropConstraint operation) {
    Identifier name = operation.name();
    String drop =
        standard.alterTable(operation.table()).keyword("DROP FOREIGN KEY").name(name).toSql();
    String index = standard.writer().keyword("DROP INDEX").name(name).toSql();
    concat(text(drop), choose(hasOwnIndex(operation), text(", " + index), text(""))).accept(writer);
  }

  private static Consumer<SqlWriter> hasOwnIndex(DropConstraint operation) {
    Identifier name = operation.name();
    MysqlCatalogue catalogue = new MysqlCatalogue(operation.table());
    List<Consumer<SqlWriter>> index = new ArrayList<>(catalogue.ofTable());
    index.add(named("INDEX_NAME", name));
    index.add(compare(words("NON_UNIQUE"), "=", w -> w.number(1)));
    List<Consumer<SqlWriter>> key = new ArrayList<>(catalogue.ofTable());
    key.add(named("CONSTRAINT_NAME", name));
    key.add(words("REFERENCED_TABLE_NAME IS NOT NULL"));
    return both(
        compare(
            columns("STATISTICS", "SEQ_IN_INDEX", index),
            "=",
            columns("KEY_COLUMN_USAGE", "ORDINAL_POSITION", key)),
        w -> usedByOther(w.keyword("NOT"), catalogue, key, name));
  }

  private static Consumer<SqlWriter> columns(
      String table, String order, List<Consumer<SqlWriter>> conditions) {
    return w ->
        w.parentheses(
            rows ->
                MysqlCatalogue.rows(
                    rows.keyword("SELECT")
                        .call(
                            "GROUP_CONCAT",
                            names -> names.keyword("COLUMN_NAME ORDER BY").keyword(order)),
                    table,
                    conditions));
  }

  // Tables may also refer to columns that are not unique: then the server refuses the drop.
  private static void usedByOther(
      SqlWriter writer, MysqlCatalogue catalogue, List<Consumer<SqlWriter>> key, Identifier name) {
    List<Consumer<SqlWriter>> own = new ArrayList<>(catalogue.ofTable());
    own.add(compare(words("CONSTRAINT_NAME"), "<>", text(name.value())));
    own.add(words("REFERENCED_TABLE_NAME IS NOT NULL"));
    own.add(
        w -> {
          w.keyword("COLUMN_NAME IN");
          w.parentheses(
              rows ->
                  MysqlCatalogue.rows(rows.keyword("SELECT COLUMN_NAME"), "KEY_COLUMN_USAGE", key));
        });
    MysqlCatalogue.exists(writer, "KEY_COLUMN_USAGE", own);
  }
}
