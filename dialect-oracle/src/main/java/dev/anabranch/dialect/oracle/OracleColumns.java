package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Nullability;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes columns and their changes (SQL Language Reference 19c, CREATE TABLE, ALTER TABLE).
 *
 * <p>A default stands in front of NOT NULL. To make a column null or not null that is so already is
 * an error (ORA-01442, ORA-01451), which is taken for success. No column that is there can become
 * an identity (ORA-30673), so that to end one could not be taken back, or become computed.
 *
 * @param standard the standard's statements
 * @param refusals refuses what cannot be
 * @param blocks looks where the state of the database is not known
 */
record OracleColumns(StandardDdl standard, OracleRefusals refusals, OracleBlocks blocks) {

  private OracleTypes types() {
    return refusals.types();
  }

  /**
   * Writes a column as it stands in a table.
   *
   * @param what the operation, for refusals
   */
  void write(String what, SqlWriter writer, Column column) {
    OracleOptions options = new OracleOptions(column.options(), types().dialectNames());
    standard.type(writer.name(column.name()), column);
    column.collation().ifPresent(name -> writer.keyword("COLLATE").raw(RawSql.of(name)));
    if (options.has(OracleOptions.VISIBILITY)) {
      writer.keyword("INVISIBLE");
    }
    if (column.value() instanceof ColumnValue.Default given) {
      writer.keyword(options.has(OracleOptions.ON_NULL) ? "DEFAULT ON NULL" : "DEFAULT");
      value(what, writer, given.value(), Optional.of(column.type()));
    } else {
      value(writer, column.value(), options.has(OracleOptions.ON_NULL));
    }
    if (!column.isNullable()) {
      writer.keyword("NOT NULL");
    }
    types()
        .condition(column.name(), column.type())
        .ifPresent(condition -> check(writer, condition));
  }

  private static SqlWriter check(SqlWriter writer, Consumer<SqlWriter> condition) {
    return writer.keyword("CHECK").parentheses(condition);
  }

  private void value(SqlWriter writer, ColumnValue value, boolean onNull) {
    if (value instanceof ColumnValue.Identity identity) {
      identity(writer, identity, onNull);
      options(writer, w -> OracleSequences.options(w, identity.options()));
    } else if (value instanceof ColumnValue.Computed computed) {
      writer
          .keyword("GENERATED ALWAYS AS")
          .parentheses(w -> standard.expression(w, computed.expression()))
          .keyword("VIRTUAL");
    }
  }

  // Only rows that are written turn text into JSON by themselves.
  private void value(String what, SqlWriter writer, SqlValue value, Optional<DataType> type) {
    boolean isJson = type.map(types()::own).filter(DataType.Simple.JSON::equals).isPresent();
    if (types().hasJson()
        && value instanceof SqlValue.Constant constant
        && (constant.literal() instanceof SqlLiteral.Json
            || (isJson && constant.literal() instanceof SqlLiteral.Text))) {
      writer.call("JSON", w -> w.literal(constant.literal()));
    } else {
      standard.value(writer, new OracleValues(refusals).value(what, value));
    }
  }

  private static void identity(SqlWriter writer, ColumnValue.Identity identity, boolean onNull) {
    String given = onNull ? "BY DEFAULT ON NULL" : "BY DEFAULT";
    writer
        .keyword("GENERATED")
        .keyword(identity.generation() == ColumnValue.Generation.ALWAYS ? "ALWAYS" : given)
        .keyword("AS IDENTITY");
  }

  // No parentheses around nothing.
  private void options(SqlWriter writer, Consumer<SqlWriter> options) {
    SqlWriter written = standard.writer();
    options.accept(written);
    if (!written.toSql().isEmpty()) {
      writer.parentheses(options);
    }
  }

  /** Returns {@code ALTER TABLE ... ADD}. */
  String add(AddColumn operation) {
    return standard
        .alterTable(operation.table())
        .keyword("ADD")
        .parentheses(w -> write(operation.describe(), w, operation.column()))
        .toSql();
  }

  /** Returns the statements that change a column. */
  List<String> alter(AlterColumn operation) {
    List<String> statements = new ArrayList<>();
    Optional<ColumnChange.Type> type = operation.change(ColumnChange.Type.class);
    Optional<ColumnChange.Value> value = operation.change(ColumnChange.Value.class);
    type.ifPresent(change -> checkType(operation, change));
    value.ifPresent(change -> checkValue(operation, change));
    if (type.filter(this::mayHaveCondition).isPresent()) {
      statements.add(blocks.droppingTypeConditions(operation.table(), operation.column()));
    }
    if (type.isPresent() || value.isPresent()) {
      statements.add(modify(operation, w -> typeAndValue(w, operation, type, value)));
    }
    type.flatMap(change -> types().condition(operation.column(), change.to()))
        .ifPresent(condition -> statements.add(addCondition(operation.table(), condition)));
    operation
        .change(ColumnChange.Null.class)
        .ifPresent(change -> statements.add(nullability(operation, change.to())));
    operation
        .change(ColumnChange.Comment.class)
        .ifPresent(change -> statements.add(comment(operation, change)));
    return statements;
  }

  private void checkType(AlterColumn operation, ColumnChange.Type change) {
    String what = operation.describe();
    types()
        .cannot(change.to())
        .ifPresent(
            cannot -> {
              throw refusals.refuse(what, cannot.reason(), cannot.wayRound());
            });
    boolean lob = types().isLob(change.to()) || change.from().filter(types()::isLob).isPresent();
    if (lob || change.using().isPresent()) {
      throw refusals.refuse(
          what,
          lob
              ? "a column cannot become text, blob or JSON of any length, or cease to be"
              : "no rule makes the values of another type",
          "Add a column of the new type, fill it with op.update, drop this one, and give its name to"
              + " the other.");
    }
  }

  private void checkValue(AlterColumn operation, ColumnChange.Value change) {
    String what = operation.describe();
    refusals.checkValue(what, change.to());
    boolean toComputed = change.to() instanceof ColumnValue.Computed;
    boolean fromComputed = is(change.from(), ColumnValue.Computed.class);
    if (change.to() instanceof ColumnValue.Identity
        || is(change.from(), ColumnValue.Identity.class)) {
      throw refusals.refuse(
          what,
          "an existing column cannot become an identity (ORA-30673), so that no way would lead back",
          "Add another column that is one, or let the column default to the next value of a"
              + " sequence; MODIFY (column DROP IDENTITY) in op.execute ends one for good.");
    } else if (toComputed != fromComputed && (toComputed || change.from().isPresent())) {
      throw refusals.refuse(
          what,
          "an existing column cannot become computed, or be computed no longer",
          "Drop the column and add it anew. If it is computed and changes, say what it was with"
              + " from(...).");
    }
  }

  private static boolean is(Optional<ColumnValue> value, Class<? extends ColumnValue> type) {
    return value.filter(type::isInstance).isPresent();
  }

  // What the column was is known only if the author says so.
  private boolean mayHaveCondition(ColumnChange.Type change) {
    return change.from().isEmpty()
        || types().condition(Identifier.of("c"), change.from().get()).isPresent();
  }

  private void typeAndValue(
      SqlWriter writer,
      AlterColumn operation,
      Optional<ColumnChange.Type> type,
      Optional<ColumnChange.Value> value) {
    type.ifPresent(change -> types().write(writer, types().own(change.to())));
    value.ifPresent(change -> value(operation, writer, change, type.map(ColumnChange.Type::to)));
  }

  private void value(
      AlterColumn operation, SqlWriter writer, ColumnChange.Value change, Optional<DataType> type) {
    if (change.to() instanceof ColumnValue.Default given) {
      value(operation.describe(), writer.keyword("DEFAULT"), given.value(), type);
    } else if (change.to() instanceof ColumnValue.None) {
      writer.keyword("DEFAULT NULL");
    } else {
      value(writer, change.to(), false);
    }
  }

  private String modify(AlterColumn operation, Consumer<SqlWriter> changes) {
    return standard
        .alterTable(operation.table())
        .keyword("MODIFY")
        .parentheses(
            w -> {
              w.name(operation.column());
              changes.accept(w);
            })
        .toSql();
  }

  private String addCondition(QualifiedName table, Consumer<SqlWriter> condition) {
    return check(standard.alterTable(table).keyword("ADD"), condition).toSql();
  }

  private String nullability(AlterColumn operation, Nullability to) {
    return to == Nullability.NOT_NULL
        ? blocks.unlessNotNull(modify(operation, w -> w.keyword("NOT NULL")))
        : blocks.unlessNullable(
            operation.table(), operation.column(), modify(operation, w -> w.keyword("NULL")));
  }

  private String comment(AlterColumn operation, ColumnChange.Comment change) {
    refusals.checkComment(operation.describe(), change.to());
    return new OracleComments(standard)
        .onColumn(operation.table(), operation.column(), change.to());
  }
}
