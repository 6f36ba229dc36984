package dev.anabranch.dialect.mysql;

import static dev.anabranch.dialect.mysql.MysqlCatalogue.named;
import static dev.anabranch.dialect.mysql.MysqlExpressions.call;
import static dev.anabranch.dialect.mysql.MysqlExpressions.choose;
import static dev.anabranch.dialect.mysql.MysqlExpressions.parentheses;
import static dev.anabranch.dialect.mysql.MysqlExpressions.text;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Alters a column. {@code MODIFY COLUMN} states the whole definition, and what it does not state is
 * lost; so the server puts the statement together from {@code information_schema}, with what
 * changes in its place. Only a constant is set instead of another default without that.
 *
 * <p>What the catalogue does not show exactly is not restated: the statement fails then, and
 * changes nothing. {@link MysqlDoubt} tells what that is.
 *
 * @param style how the session's statements write names and constants
 * @param columns writes parts of definitions
 * @param features what the release knows
 */
record MysqlAlteration(SqlStyle style, MysqlColumns columns, MysqlFeatures features) {

  /** Checks that all parts are there. */
  MysqlAlteration {
    Objects.requireNonNull(style, "style");
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(features, "features");
  }

  private StandardDdl standard() {
    return columns.standard();
  }

  /** Returns the statement that alters a column. */
  DdlStatement statement(AlterColumn operation) {
    Optional<SqlValue.Constant> constant = constantAlone(operation);
    if (constant.isPresent()) {
      SqlWriter writer =
          standard()
              .alterTable(operation.table())
              .keyword("ALTER COLUMN")
              .name(operation.column())
              .keyword("SET DEFAULT");
      return DdlStatement.committing(columns.constant(writer, constant.get()).toSql());
    }
    return MysqlSessionText.run(style, w -> found(w, operation));
  }

  // Of texts MySQL has to be told in another way if the column is a long one, which is not known.
  private Optional<SqlValue.Constant> constantAlone(AlterColumn operation) {
    if (operation.changes().size() == 1
        && operation.changes().get(0) instanceof ColumnChange.Value change
        && change.to() instanceof ColumnValue.Default to
        && to.value() instanceof SqlValue.Constant constant
        && change.from().filter(MysqlAlteration::isPlain).isPresent()
        && isPlain(constant.literal())) {
      return Optional.of(constant);
    }
    return Optional.empty();
  }

  private static boolean isPlain(ColumnValue value) {
    return value instanceof ColumnValue.None || value instanceof ColumnValue.Default;
  }

  private static boolean isPlain(SqlLiteral literal) {
    return literal instanceof SqlLiteral.Number
        || literal instanceof SqlLiteral.Truth
        || literal instanceof SqlLiteral.Date
        || literal instanceof SqlLiteral.Time
        || literal instanceof SqlLiteral.Timestamp;
  }

  // Without a column there is no text; what is executed then tells it, and changes nothing even if
  // the column is there and the catalogue hides it.
  private void found(SqlWriter writer, AlterColumn operation) {
    List<Consumer<SqlWriter>> column =
        new ArrayList<>(new MysqlCatalogue(operation.table()).ofTable());
    column.add(named("COLUMN_NAME", operation.column()));
    String missing =
        standard()
            .writer()
            .keyword("SELECT")
            .name(operation.column())
            .keyword("FROM")
            .name(operation.table())
            .keyword("WHERE")
            .number(1)
            .operator("=")
            .parentheses(w -> w.keyword("SELECT").number(1).keyword("UNION ALL SELECT").number(2))
            .toSql();
    call(
            "IFNULL",
            parentheses(
                select -> {
                  told(select.keyword("SELECT"), operation);
                  MysqlCatalogue.rows(select.newLine(), "COLUMNS", column);
                }),
            text(missing))
        .accept(writer);
  }

  private void told(SqlWriter writer, AlterColumn operation) {
    MysqlSessionText definition = new MysqlSessionText();
    definition.text(
        standard()
            .alterTable(operation.table())
            .keyword("MODIFY COLUMN")
            .name(operation.column())
            .toSql());
    new MysqlDefinition(columns, features, operation).write(definition);
    Optional<Consumer<SqlWriter>> uncertain = new MysqlDoubt(operation, features).condition();
    if (uncertain.isEmpty()) {
      definition.write(writer);
      return;
    }
    Consumer<SqlWriter> failing =
        MysqlSessionText.failing(
            standard(),
            "Cannot "
                + operation.describe()
                + ": information_schema does not show its definition exactly."
                + " Write ALTER TABLE ... MODIFY COLUMN with op.execute.");
    choose(uncertain.get(), onLine(failing), onLine(definition::write)).accept(writer);
  }

  private static Consumer<SqlWriter> onLine(Consumer<SqlWriter> part) {
    return w -> part.accept(w.newLine());
  }
}
