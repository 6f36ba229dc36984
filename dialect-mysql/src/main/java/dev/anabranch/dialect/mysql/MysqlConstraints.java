package dev.anabranch.dialect.mysql;

import static dev.anabranch.dialect.mysql.MysqlExpressions.text;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.DropConstraint;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlWriter;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Writes and drops constraints (MySQL 8.0 Reference Manual, 13.1.9 "ALTER TABLE Statement").
 *
 * @param standard the standard's statements
 * @param features what the release knows
 */
record MysqlConstraints(StandardDdl standard, MysqlFeatures features) {

  /** The name of every primary key. */
  static final Identifier PRIMARY = Identifier.of("PRIMARY");

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

  /** Writes the statement that drops a check. */
  String dropCheck(DropConstraint operation) {
    return standard
        .alterTable(operation.table())
        .keyword(features.has(MysqlFeature.DROP_CHECK) ? "DROP CHECK" : "DROP CONSTRAINT")
        .name(operation.name())
        .toSql();
  }

  /** Returns an expression that returns the statement which drops any other constraint. */
  Consumer<SqlWriter> drop(DropConstraint operation) {
    MysqlDrops drops = new MysqlDrops(standard);
    return switch (operation.kind()) {
      case PRIMARY_KEY -> drops.index(operation.table(), PRIMARY, "DROP PRIMARY KEY", "");
      case UNIQUE ->
          drops.index(
              operation.table(),
              operation.name(),
              standard.writer().keyword("DROP INDEX").name(operation.name()).toSql(),
              "");
      case FOREIGN_KEY -> drops.foreignKey(operation.table(), operation.name());
      case CHECK, EXCLUSION -> text(dropCheck(operation));
    };
  }

  /** Returns the condition that the constraint which is to be dropped is there. */
  static Consumer<SqlWriter> isThere(DropConstraint operation) {
    MysqlCatalogue catalogue = new MysqlCatalogue(operation.table());
    return switch (operation.kind()) {
      case PRIMARY_KEY -> catalogue.hasConstraint(PRIMARY, "PRIMARY KEY");
      case UNIQUE -> catalogue.hasIndex(operation.name());
      case FOREIGN_KEY -> catalogue.hasConstraint(operation.name(), "FOREIGN KEY");
      case CHECK, EXCLUSION -> catalogue.hasConstraint(operation.name(), "CHECK");
    };
  }
}
