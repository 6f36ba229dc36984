package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.operation.Existence;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.Nullability;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes columns and their changes for H2. */
final class H2Columns {

  private final StandardDdl standard;
  private final H2Types types;
  private final H2Refusals refusals;

  H2Columns(StandardDdl standard, H2Types types, H2Refusals refusals) {
    this.standard = standard;
    this.types = types;
    this.refusals = refusals;
  }

  /** Writes a column with its comment, as it stands in a table. */
  void write(SqlWriter writer, Column column) {
    Map<String, String> options = column.options().of(types.dialectNames());
    standard.type(writer.name(column.name()), column);
    if (options.containsKey(H2Options.VISIBILITY)) {
      writer.keyword("INVISIBLE");
    }
    value(writer, column.value());
    if (options.containsKey(H2Options.ON_UPDATE)) {
      writer.keyword("ON UPDATE").raw(RawSql.of(options.getOrDefault(H2Options.ON_UPDATE, "")));
    }
    if (options.containsKey(H2Options.ON_NULL)) {
      writer.keyword("DEFAULT ON NULL");
    }
    column.comment().ifPresent(text -> writer.keyword("COMMENT").literal(SqlLiteral.text(text)));
    if (!column.isNullable()) {
      writer.keyword("NOT NULL");
    }
  }

  // H2 stores every computed column and has no word for it.
  private void value(SqlWriter writer, ColumnValue value) {
    if (value instanceof ColumnValue.Computed computed) {
      writer
          .keyword("GENERATED ALWAYS AS")
          .parentheses(w -> standard.expression(w, computed.expression()));
    } else {
      standard.columnValue(writer, value);
    }
  }

  String add(AddColumn operation) {
    SqlWriter writer = standard.alterTable(operation.table()).keyword("ADD COLUMN");
    if (operation.existence() == Existence.TOLERANT) {
      writer.keyword("IF NOT EXISTS");
    }
    write(writer, operation.column());
    return writer.toSql();
  }

  /**
   * Returns the statements of an alteration: what the value came from goes first and what it comes
   * from then behind the change of the type, so that no default meets a type that is not its own.
   */
  List<String> alter(AlterColumn operation) {
    List<String> statements = new ArrayList<>();
    Optional<ColumnChange.Value> value = operation.change(ColumnChange.Value.class);
    value.ifPresent(change -> takeAway(statements, operation, change));
    operation
        .change(ColumnChange.Type.class)
        .ifPresent(change -> statements.add(type(operation, change)));
    value.ifPresent(change -> give(statements, operation, change));
    operation
        .change(ColumnChange.Null.class)
        .ifPresent(
            change ->
                statements.add(
                    alterColumn(operation)
                        .keyword(
                            change.to() == Nullability.NULLABLE ? "DROP NOT NULL" : "SET NOT NULL")
                        .toSql()));
    operation
        .change(ColumnChange.Comment.class)
        .ifPresent(
            change ->
                statements.add(
                    standard.columnComment(operation.table(), operation.column(), change.to())));
    return statements;
  }

  private SqlWriter alterColumn(AlterColumn operation) {
    return standard.alterTable(operation.table()).keyword("ALTER COLUMN").name(operation.column());
  }

  private String type(AlterColumn operation, ColumnChange.Type change) {
    SqlWriter writer = alterColumn(operation).keyword("SET DATA TYPE");
    types.write(writer, change.to());
    change.using().ifPresent(rule -> standard.expression(writer.keyword("USING"), rule));
    return writer.toSql();
  }

  // H2 passes over SET DEFAULT where a column is an identity or computed, without a word; and over
  // DROP IDENTITY and DROP EXPRESSION where it is not. So what is not known to be absent goes.
  private void takeAway(List<String> statements, AlterColumn operation, ColumnChange.Value change) {
    boolean unknown = change.from().isEmpty();
    ColumnValue before = change.from().orElse(ColumnValue.none());
    if ((unknown || before instanceof ColumnValue.Identity)
        && !(change.to() instanceof ColumnValue.Identity)) {
      statements.add(alterColumn(operation).keyword("DROP IDENTITY").toSql());
    }
    if (unknown || before instanceof ColumnValue.Computed) {
      statements.add(alterColumn(operation).keyword("DROP EXPRESSION").toSql());
    }
    if ((unknown && change.to() instanceof ColumnValue.None)
        || (before instanceof ColumnValue.Default
            && !(change.to() instanceof ColumnValue.Default))) {
      statements.add(alterColumn(operation).keyword("DROP DEFAULT").toSql());
    }
  }

  private void give(List<String> statements, AlterColumn operation, ColumnChange.Value change) {
    if (change.to() instanceof ColumnValue.Default given) {
      statements.add(
          standard.value(alterColumn(operation).keyword("SET DEFAULT"), given.value()).toSql());
    } else if (change.to() instanceof ColumnValue.Identity identity) {
      statements.add(identity(operation, identity, change.from()));
    } else if (change.to() instanceof ColumnValue.Computed) {
      throw refusals.refuse(
          operation.describe(),
          "an existing column cannot become a computed one or be computed otherwise",
          "Drop the column and add it anew.");
    }
  }

  private String identity(
      AlterColumn operation, ColumnValue.Identity identity, Optional<ColumnValue> from) {
    Optional<ColumnValue.Identity> before =
        from.filter(ColumnValue.Identity.class::isInstance).map(ColumnValue.Identity.class::cast);
    SqlWriter writer =
        alterColumn(operation)
            .keyword("SET GENERATED")
            .keyword(
                identity.generation() == ColumnValue.Generation.ALWAYS ? "ALWAYS" : "BY DEFAULT");
    new H2SequenceChanges(identity.options(), before.map(ColumnValue.Identity::options))
        .writeForIdentity(writer, before.isPresent());
    return writer.toSql();
  }
}
