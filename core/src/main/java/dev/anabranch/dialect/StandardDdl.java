package dev.anabranch.dialect;

import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.AlterSequence;
import dev.anabranch.operation.Condition;
import dev.anabranch.operation.CreateSchema;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.DeleteRows;
import dev.anabranch.operation.DropColumn;
import dev.anabranch.operation.DropConstraint;
import dev.anabranch.operation.DropSchema;
import dev.anabranch.operation.DropSequence;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.DropView;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.InsertRows;
import dev.anabranch.operation.RenameColumn;
import dev.anabranch.operation.RenameConstraint;
import dev.anabranch.operation.RenameTable;
import dev.anabranch.operation.UpdateRows;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.sql.SqlWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Statements and parts of statements as the SQL standard writes them. A dialect delegates to it
 * where it is standard and writes only what differs. Immutable and safe for use by several threads.
 *
 * <p>{@code IF EXISTS} and {@code IF NOT EXISTS} are no standard, but written alike by every
 * product that knows them; a dialect asks for them only where its release does.
 */
public final class StandardDdl {

  private final SqlStyle style;
  private final List<String> dialectNames;
  private final TypeWriter types;
  private final BiConsumer<SqlWriter, QualifiedName> nextValue;

  /**
   * Creates the statements of a product that takes a sequence's number as the standard says.
   *
   * @param style how it writes names and values
   * @param dialectNames the names the dialect answers to, the most specific first
   * @param types how it writes types
   */
  public StandardDdl(SqlStyle style, List<String> dialectNames, TypeWriter types) {
    this(style, dialectNames, types, (w, sequence) -> w.keyword("NEXT VALUE FOR").name(sequence));
  }

  /**
   * Creates the statements of a product.
   *
   * @param style how it writes names and values
   * @param dialectNames the names the dialect answers to, the most specific first
   * @param types how it writes types
   * @param nextValue how it takes the next number of a sequence
   */
  public StandardDdl(
      SqlStyle style,
      List<String> dialectNames,
      TypeWriter types,
      BiConsumer<SqlWriter, QualifiedName> nextValue) {
    this.style = Objects.requireNonNull(style, "style");
    this.dialectNames = List.copyOf(dialectNames);
    this.types = Objects.requireNonNull(types, "types");
    this.nextValue = Objects.requireNonNull(nextValue, "nextValue");
  }

  // Parts.

  /** Returns a new writer. */
  public SqlWriter writer() {
    return style.writer();
  }

  /** Writes a column's type. */
  public SqlWriter type(SqlWriter writer, Column column) {
    types.write(writer, column.type().forDialect(dialectNames));
    return writer;
  }

  /** Writes what an author wrote for this dialect. */
  public SqlWriter expression(SqlWriter writer, SqlExpression expression) {
    return writer.raw(expression.forDialect(dialectNames));
  }

  /**
   * Writes a column as it stands in a table: name, type, collation, where its value comes from, not
   * null.
   */
  public SqlWriter column(SqlWriter writer, Column column) {
    type(writer.name(column.name()), column);
    column.collation().ifPresent(name -> writer.keyword("COLLATE").raw(RawSql.of(name)));
    columnValue(writer, column.value());
    return column.isNullable() ? writer : writer.keyword("NOT NULL");
  }

  /** Writes a default, an identity or a computation behind a column's type. */
  public SqlWriter columnValue(SqlWriter writer, ColumnValue value) {
    if (value instanceof ColumnValue.Default given) {
      return value(writer.keyword("DEFAULT"), given.value());
    } else if (value instanceof ColumnValue.Identity identity) {
      return identity(writer.keyword("GENERATED"), identity);
    } else if (value instanceof ColumnValue.Computed computed) {
      return writer
          .keyword("GENERATED ALWAYS AS")
          .parentheses(w -> expression(w, computed.expression()))
          .keyword(computed.storage().name());
    }
    return writer;
  }

  /** Writes {@code ALWAYS AS IDENTITY (...)}. */
  public SqlWriter identity(SqlWriter writer, ColumnValue.Identity identity) {
    writer
        .keyword(identity.generation() == ColumnValue.Generation.ALWAYS ? "ALWAYS" : "BY DEFAULT")
        .keyword("AS IDENTITY");
    SqlWriter options = style.writer();
    sequenceOptions(options, identity.options());
    return options.toSql().isEmpty()
        ? writer
        : writer.parentheses(w -> sequenceOptions(w, identity.options()));
  }

  /** Writes how a sequence counts; nothing for what is as by default. */
  public SqlWriter sequenceOptions(SqlWriter writer, SequenceOptions options) {
    number(writer, "START WITH", options.start());
    number(writer, "INCREMENT BY", options.increment());
    number(writer, "MINVALUE", options.minimum());
    number(writer, "MAXVALUE", options.maximum());
    number(writer, "CACHE", options.cache());
    return options.wrap() == SequenceOptions.Wrap.CYCLE ? writer.keyword("CYCLE") : writer;
  }

  private static void number(SqlWriter writer, String words, Optional<BigInteger> number) {
    number.ifPresent(value -> writer.keyword(words).raw(RawSql.of(value.toString())));
  }

  /** Writes a value: a constant, an expression, the present moment, a sequence's next number. */
  public SqlWriter value(SqlWriter writer, SqlValue value) {
    if (value instanceof SqlValue.Constant constant) {
      return writer.literal(constant.literal());
    } else if (value instanceof SqlValue.Computed computed) {
      return expression(writer, computed.expression());
    } else if (value instanceof SqlValue.NextValue next) {
      nextValue.accept(writer, next.sequence());
      return writer;
    }
    return writer.keyword("CURRENT_" + ((SqlValue.Current) value).name());
  }

  /** Writes a constraint with its name, as it stands in a table or behind {@code ADD}. */
  public SqlWriter constraint(SqlWriter writer, TableConstraint constraint) {
    constraint.name().ifPresent(name -> writer.keyword("CONSTRAINT").name(name));
    if (constraint instanceof PrimaryKey key) {
      writer.keyword("PRIMARY KEY").parentheses(w -> w.names(key.columns()));
      return deferrability(writer, key.deferrability());
    } else if (constraint instanceof UniqueConstraint unique) {
      writer.keyword("UNIQUE");
      if (unique.nulls() == UniqueConstraint.Nulls.NOT_DISTINCT) {
        writer.keyword("NULLS NOT DISTINCT");
      }
      writer.parentheses(w -> w.names(unique.columns()));
      return deferrability(writer, unique.deferrability());
    } else if (constraint instanceof ForeignKey key) {
      return foreignKey(writer, key);
    } else if (constraint instanceof CheckConstraint check) {
      return writer.keyword("CHECK").parentheses(w -> expression(w, check.condition()));
    }
    throw new IllegalArgumentException(
        "an exclusion constraint is no standard: " + constraint.name());
  }

  private static SqlWriter foreignKey(SqlWriter writer, ForeignKey key) {
    writer
        .keyword("FOREIGN KEY")
        .parentheses(w -> w.names(key.columns()))
        .keyword("REFERENCES")
        .name(key.referredTable())
        .parentheses(w -> w.names(key.referredColumns()));
    ForeignKey.Rules rules = key.rules();
    if (rules.match() == ForeignKey.Match.FULL) {
      writer.keyword("MATCH FULL");
    }
    action(writer, "ON DELETE", rules.onDelete());
    action(writer, "ON UPDATE", rules.onUpdate());
    return deferrability(writer, rules.deferrability());
  }

  private static void action(SqlWriter writer, String words, ReferentialAction action) {
    if (action != ReferentialAction.NO_ACTION) {
      writer.keyword(words).keyword(action.name().replace('_', ' '));
    }
  }

  /** Writes when a constraint is checked; nothing where that is after each statement. */
  public static SqlWriter deferrability(SqlWriter writer, Deferrability deferrability) {
    return switch (deferrability) {
      case NOT_DEFERRABLE -> writer;
      case DEFERRABLE -> writer.keyword("DEFERRABLE");
      case INITIALLY_DEFERRED -> writer.keyword("DEFERRABLE INITIALLY DEFERRED");
    };
  }

  /** Writes {@code WHERE} and a condition; nothing for every row. */
  public SqlWriter where(SqlWriter writer, Condition condition) {
    return condition instanceof Condition.AllRows
        ? writer
        : condition(writer.keyword("WHERE"), condition);
  }

  /** Writes a condition. */
  public SqlWriter condition(SqlWriter writer, Condition condition) {
    if (condition instanceof Condition.Comparison comparison) {
      return comparison(writer, comparison);
    } else if (condition instanceof Condition.In in) {
      return writer
          .name(in.column())
          .keyword("IN")
          .parentheses(w -> w.list(in.values(), this::value));
    } else if (condition instanceof Condition.All all) {
      return joined(writer, "AND", all.conditions());
    } else if (condition instanceof Condition.Any any) {
      return joined(writer, "OR", any.conditions());
    } else if (condition instanceof Condition.Written written) {
      return writer.parentheses(w -> expression(w, written.expression()));
    }
    return writer.number(1).operator("=").number(1);
  }

  private SqlWriter comparison(SqlWriter writer, Condition.Comparison comparison) {
    writer.name(comparison.column());
    boolean isNull =
        comparison.value() instanceof SqlValue.Constant constant
            && constant.literal() instanceof SqlLiteral.Null;
    if (isNull && comparison.comparator() == Condition.Comparator.EQUAL) {
      return writer.keyword("IS NULL");
    } else if (isNull && comparison.comparator() == Condition.Comparator.NOT_EQUAL) {
      return writer.keyword("IS NOT NULL");
    }
    return value(writer.operator(comparison.comparator().operator()), comparison.value());
  }

  private SqlWriter joined(SqlWriter writer, String word, List<Condition> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      if (i > 0) {
        writer.keyword(word);
      }
      Condition part = conditions.get(i);
      if (part instanceof Condition.All || part instanceof Condition.Any) {
        writer.parentheses(w -> condition(w, part));
      } else {
        condition(writer, part);
      }
    }
    return writer;
  }

  // Tables and columns.

  /**
   * Writes {@code CREATE TABLE} with columns and constraints; indexes and comments are statements
   * of their own.
   *
   * @param table the table
   * @param existence whether {@code IF NOT EXISTS} is written
   * @param column writes one column
   */
  public SqlWriter createTable(
      Table table, Existence existence, BiConsumer<SqlWriter, Column> column) {
    List<Consumer<SqlWriter>> parts = new ArrayList<>();
    table.columns().forEach(each -> parts.add(w -> column.accept(w, each)));
    table.constraints().forEach(each -> parts.add(w -> constraint(w, each)));
    return create("TABLE", existence).name(table.name()).lines(parts, (w, part) -> part.accept(w));
  }

  /** Writes {@code DROP TABLE}. */
  public String dropTable(DropTable operation) {
    return drop("TABLE", operation.existence()).name(operation.name()).toSql();
  }

  /** Writes {@code ALTER TABLE ... RENAME TO}. */
  public String renameTable(RenameTable operation) {
    return alterTable(operation.from()).keyword("RENAME TO").name(operation.to()).toSql();
  }

  /** Writes {@code ALTER TABLE} and the table's name. */
  public SqlWriter alterTable(QualifiedName table) {
    return writer().keyword("ALTER TABLE").name(table);
  }

  /** Writes {@code ALTER TABLE ... ADD COLUMN}. */
  public String addColumn(AddColumn operation) {
    SqlWriter writer = alterTable(operation.table()).keyword("ADD COLUMN");
    if (operation.existence() == Existence.TOLERANT) {
      writer.keyword("IF NOT EXISTS");
    }
    return column(writer, operation.column()).toSql();
  }

  /** Writes {@code ALTER TABLE ... DROP COLUMN}. */
  public String dropColumn(DropColumn operation) {
    return ifExists(alterTable(operation.table()).keyword("DROP COLUMN"), operation.existence())
        .name(operation.name())
        .toSql();
  }

  /** Writes {@code ALTER TABLE ... RENAME COLUMN}. */
  public String renameColumn(RenameColumn operation) {
    return alterTable(operation.table())
        .keyword("RENAME COLUMN")
        .name(operation.from())
        .keyword("TO")
        .name(operation.to())
        .toSql();
  }

  /** Writes {@code ALTER TABLE ... ADD CONSTRAINT}. */
  public String addConstraint(AddConstraint operation) {
    return constraint(alterTable(operation.table()).keyword("ADD"), operation.constraint()).toSql();
  }

  /** Writes {@code ALTER TABLE ... DROP CONSTRAINT}. */
  public String dropConstraint(DropConstraint operation) {
    return ifExists(alterTable(operation.table()).keyword("DROP CONSTRAINT"), operation.existence())
        .name(operation.name())
        .toSql();
  }

  /** Writes {@code ALTER TABLE ... RENAME CONSTRAINT}. */
  public String renameConstraint(RenameConstraint operation) {
    return alterTable(operation.table())
        .keyword("RENAME CONSTRAINT")
        .name(operation.from())
        .keyword("TO")
        .name(operation.to())
        .toSql();
  }

  // Sequences, views, schemas.

  /** Writes {@code CREATE SEQUENCE}. */
  public SqlWriter createSequence(CreateSequence operation) {
    SqlWriter writer = create("SEQUENCE", operation.existence()).name(operation.sequence().name());
    operation
        .sequence()
        .type()
        .ifPresent(type -> types.write(writer.keyword("AS"), type.forDialect(dialectNames)));
    return sequenceOptions(writer, operation.sequence().options());
  }

  /** Writes {@code ALTER SEQUENCE}. */
  public String alterSequence(AlterSequence operation) {
    return sequenceOptions(
            writer().keyword("ALTER SEQUENCE").name(operation.name()), operation.to())
        .toSql();
  }

  /** Writes {@code DROP SEQUENCE}. */
  public String dropSequence(DropSequence operation) {
    return drop("SEQUENCE", operation.existence()).name(operation.name()).toSql();
  }

  /**
   * Writes a view's creation.
   *
   * @param words such as {@code CREATE VIEW} or {@code CREATE OR REPLACE VIEW}
   * @param view the view
   */
  public String view(String words, View view) {
    SqlWriter writer = writer().keyword(words).name(view.name());
    if (!view.columns().isEmpty()) {
      writer.parentheses(w -> w.names(view.columns()));
    }
    return expression(writer.keyword("AS").newLine(), view.query()).toSql();
  }

  /** Writes {@code DROP VIEW}. */
  public String dropView(DropView operation) {
    String words = operation.kind() == View.Kind.MATERIALIZED ? "MATERIALIZED VIEW" : "VIEW";
    return drop(words, operation.existence()).name(operation.name()).toSql();
  }

  /** Writes {@code CREATE SCHEMA}. */
  public String createSchema(CreateSchema operation) {
    return create("SCHEMA", operation.existence()).name(operation.name()).toSql();
  }

  /** Writes {@code DROP SCHEMA}. */
  public String dropSchema(DropSchema operation) {
    return drop("SCHEMA", operation.existence()).name(operation.name()).toSql();
  }

  /** Writes {@code CREATE} and what is created. */
  public SqlWriter create(String what, Existence existence) {
    SqlWriter writer = writer().keyword("CREATE").keyword(what);
    return existence == Existence.TOLERANT ? writer.keyword("IF NOT EXISTS") : writer;
  }

  /** Writes {@code DROP} and what is dropped. */
  public SqlWriter drop(String what, Existence existence) {
    return ifExists(writer().keyword("DROP").keyword(what), existence);
  }

  /** Writes {@code IF EXISTS} where a drop forgives. */
  public static SqlWriter ifExists(SqlWriter writer, Existence existence) {
    return existence == Existence.TOLERANT ? writer.keyword("IF EXISTS") : writer;
  }

  /** Writes {@code COMMENT ON}; without a text the comment is removed. */
  public String comment(String what, Consumer<SqlWriter> name, String text) {
    SqlWriter writer = writer().keyword("COMMENT ON").keyword(what.toUpperCase(Locale.ROOT));
    name.accept(writer);
    return writer
        .keyword("IS")
        .literal(text.isEmpty() ? SqlLiteral.nothing() : SqlLiteral.text(text))
        .toSql();
  }

  /** Writes {@code COMMENT ON COLUMN}; without a text the comment is removed. */
  public String columnComment(QualifiedName table, Identifier column, String text) {
    return comment("COLUMN", writer -> writer.name(table, column), text);
  }

  // Rows.

  /** Writes one {@code INSERT} with all rows. */
  public String insertRows(InsertRows operation) {
    return writer()
        .keyword("INSERT INTO")
        .name(operation.table())
        .parentheses(w -> w.names(operation.columns()))
        .keyword("VALUES")
        .newLine()
        .list(
            operation.rows(),
            (SqlWriter w, List<SqlValue> row) -> w.parentheses(r -> r.list(row, this::value)))
        .toSql();
  }

  /** Writes {@code UPDATE}. */
  public String updateRows(UpdateRows operation) {
    SqlWriter writer = writer().keyword("UPDATE").name(operation.table()).keyword("SET");
    writer.list(
        operation.assignments().entrySet(),
        (SqlWriter w, Map.Entry<Identifier, SqlValue> each) ->
            value(w.name(each.getKey()).operator("="), each.getValue()));
    return where(writer, operation.condition()).toSql();
  }

  /** Writes {@code DELETE}. */
  public String deleteRows(DeleteRows operation) {
    return where(writer().keyword("DELETE FROM").name(operation.table()), operation.condition())
        .toSql();
  }
}
