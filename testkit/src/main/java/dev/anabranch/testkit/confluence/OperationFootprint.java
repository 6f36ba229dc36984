package dev.anabranch.testkit.confluence;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.AddEnumValue;
import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.AlterSequence;
import dev.anabranch.operation.ChangeTableComment;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.operation.CreateEnumType;
import dev.anabranch.operation.CreateIndex;
import dev.anabranch.operation.CreateSchema;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.CustomOperation;
import dev.anabranch.operation.DeleteRows;
import dev.anabranch.operation.DropColumn;
import dev.anabranch.operation.DropConstraint;
import dev.anabranch.operation.DropEnumType;
import dev.anabranch.operation.DropIndex;
import dev.anabranch.operation.DropSchema;
import dev.anabranch.operation.DropSequence;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.DropView;
import dev.anabranch.operation.ExecuteSql;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.InsertRows;
import dev.anabranch.operation.OnDialects;
import dev.anabranch.operation.OperationVisitor;
import dev.anabranch.operation.OutsideTransaction;
import dev.anabranch.operation.RenameColumn;
import dev.anabranch.operation.RenameConstraint;
import dev.anabranch.operation.RenameIndex;
import dev.anabranch.operation.RenameSequence;
import dev.anabranch.operation.RenameTable;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.operation.UpdateRows;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.testkit.confluence.SchemaObject.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Notes what operations touch. */
final class OperationFootprint implements OperationVisitor<FootprintBuilder> {

  private final FootprintBuilder found;
  private final TableWork tables;
  private final RowOperations rows;
  private final SqlFootprint sql;
  private final Dialect dialect;

  OperationFootprint(FootprintBuilder found, SqlFootprint sql, Dialect dialect) {
    this.found = found;
    this.tables = new TableWork(found);
    this.rows = new RowOperations(found, sql, dialect);
    this.sql = sql;
    this.dialect = dialect;
  }

  private static ObjectName name(QualifiedName name) {
    return ObjectName.of(name);
  }

  private static String name(Identifier name) {
    return ObjectName.of(name);
  }

  private static List<String> names(Collection<Identifier> names) {
    return names.stream().map(ObjectName::of).toList();
  }

  private String text(SqlExpression expression) {
    return expression.forDialect(dialect.names()).text();
  }

  private void maybe(Existence existence, Runnable work) {
    found.tolerantly(existence == Existence.TOLERANT, work);
  }

  // Tables.

  @Override
  public FootprintBuilder createTable(CreateTable operation) {
    ObjectName table = name(operation.table().name());
    maybe(operation.existence(), () -> tables.create(table));
    operation.table().columns().forEach(column -> column(table, column));
    operation.table().constraints().forEach(constraint -> partOfNew(table, constraint));
    for (Index index : operation.table().indexes()) {
      index
          .name()
          .ifPresent(
              name -> tables.createIndex(table, Optional.of(name(name)), keyOf(index), false));
      if (index.name().isEmpty()) {
        found.makesUpNames(table);
      }
      expressions(table, index);
    }
    return found;
  }

  // Of a new table only the names of its constraints and what it refers to matter to others.
  private void partOfNew(ObjectName table, TableConstraint constraint) {
    constraint
        .name()
        .ifPresentOrElse(
            name -> found.add(Kind.CONSTRAINT, table, name(name), Access.Kind.CREATE),
            () -> found.makesUpNames(table));
    if (constraint instanceof ForeignKey key) {
      reference(table, key);
    } else if (constraint instanceof CheckConstraint check) {
      found.expression(table, text(check.condition()));
    }
  }

  @Override
  public FootprintBuilder dropTable(DropTable operation) {
    maybe(operation.existence(), () -> tables.drop(name(operation.name()), "table"));
    return found;
  }

  @Override
  public FootprintBuilder renameTable(RenameTable operation) {
    tables.rename(name(operation.from()), name(operation.to()), "table");
    return found;
  }

  @Override
  public FootprintBuilder changeTableComment(ChangeTableComment operation) {
    ObjectName table = name(operation.table());
    found.uses(table);
    found.add(
        SchemaObject.of(Kind.SETTINGS, table),
        Access.Kind.WRITE,
        "comment=" + operation.to(),
        "table");
    return found;
  }

  // Columns.

  @Override
  public FootprintBuilder addColumn(AddColumn operation) {
    ObjectName table = name(operation.table());
    maybe(operation.existence(), () -> tables.addColumn(table, name(operation.column().name())));
    column(table, operation.column());
    return found;
  }

  private void column(ObjectName table, Column column) {
    for (SchemaObject source : ColumnSources.of(column, dialect)) {
      found.link(new Link.ColumnSource(table.name(), source));
      if (column.value() instanceof ColumnValue.Default given
          && given.value() instanceof SqlValue.Computed) {
        continue;
      }
      found.add(source, Access.Kind.READ, "", "sequence");
    }
    if (column.value() instanceof ColumnValue.Identity) {
      found.counts(table, name(column.name()));
    }
    value(table, column.value());
  }

  private void value(ObjectName table, ColumnValue value) {
    if (value instanceof ColumnValue.Computed computed) {
      found.expression(table, text(computed.expression()));
    } else if (value instanceof ColumnValue.Default given) {
      value(table, given.value());
    }
  }

  private void value(ObjectName table, SqlValue value) {
    if (value instanceof SqlValue.Computed computed) {
      found.expression(table, text(computed.expression()));
    }
  }

  @Override
  public FootprintBuilder dropColumn(DropColumn operation) {
    maybe(
        operation.existence(),
        () -> tables.dropColumn(name(operation.table()), name(operation.name())));
    return found;
  }

  @Override
  public FootprintBuilder renameColumn(RenameColumn operation) {
    tables.renameColumn(name(operation.table()), name(operation.from()), name(operation.to()));
    return found;
  }

  @Override
  public FootprintBuilder alterColumn(AlterColumn operation) {
    ObjectName table = name(operation.table());
    String column = name(operation.column());
    for (ColumnChange change : operation.changes()) {
      if (change instanceof ColumnChange.Type type) {
        tables.alterColumn(table, column, "type", type.to().toString());
        ColumnSources.types(type.to(), dialect)
            .forEach(used -> found.add(used, Access.Kind.READ, "", "type"));
        type.using().ifPresent(using -> found.expression(table, text(using)));
      } else if (change instanceof ColumnChange.Null nullability) {
        tables.alterColumn(table, column, "nullability", nullability.to().toString());
      } else if (change instanceof ColumnChange.Value value) {
        tables.alterColumn(table, column, "default", value.to().toString());
        column(table, Column.of(operation.column(), DataType.Simple.INTEGER).withValue(value.to()));
      } else if (change instanceof ColumnChange.Comment comment) {
        tables.alterColumn(table, column, "comment", comment.to());
      }
    }
    return found;
  }

  // Indexes and constraints.

  @Override
  public FootprintBuilder createIndex(CreateIndex operation) {
    ObjectName table = name(operation.table());
    Index index = operation.index();
    maybe(
        operation.existence(),
        () ->
            tables.createIndex(
                table, index.name().map(ObjectName::of), keyOf(index), dependsOnRows(index)));
    expressions(table, index);
    return found;
  }

  private static List<String> keyOf(Index index) {
    return names(index.columns());
  }

  private static boolean dependsOnRows(Index index) {
    return index.isUnique()
        || index.details().where().isPresent()
        || index.parts().stream().anyMatch(part -> part.column().isEmpty());
  }

  private void expressions(ObjectName table, Index index) {
    for (IndexPart part : index.parts()) {
      if (part.key() instanceof IndexPart.ExpressionKey key) {
        found.expression(table, text(key.expression()));
      }
    }
    index.details().where().ifPresent(where -> found.expression(table, text(where)));
  }

  @Override
  public FootprintBuilder dropIndex(DropIndex operation) {
    maybe(
        operation.existence(),
        () -> tables.dropIndex(name(operation.table()), name(operation.name())));
    return found;
  }

  @Override
  public FootprintBuilder renameIndex(RenameIndex operation) {
    tables.renameIndex(name(operation.table()), name(operation.from()), name(operation.to()));
    return found;
  }

  @Override
  public FootprintBuilder addConstraint(AddConstraint operation) {
    ObjectName table = name(operation.table());
    TableConstraint constraint = operation.constraint();
    Optional<String> name = constraint.name().map(ObjectName::of);
    List<String> columns = names(constraint.columns());
    if (constraint instanceof CheckConstraint check) {
      tables.check(table, name);
      found.expression(table, text(check.condition()));
    } else if (constraint instanceof PrimaryKey) {
      tables.addPrimaryKey(table, name, columns);
    } else {
      tables.addKey(table, name, columns);
    }
    if (constraint instanceof ForeignKey key) {
      reference(table, key);
    } else if (constraint instanceof ExclusionConstraint exclusion) {
      found.expression(table, exclusion.toString());
    }
    return found;
  }

  private void reference(ObjectName table, ForeignKey key) {
    boolean cascades =
        !ColumnSources.leavesAlone(key.rules().onDelete())
            || !ColumnSources.leavesAlone(key.rules().onUpdate());
    tables.refersTo(table, name(key.referredTable()), names(key.referredColumns()), cascades);
  }

  @Override
  public FootprintBuilder dropConstraint(DropConstraint operation) {
    maybe(
        operation.existence(),
        () -> tables.dropConstraint(name(operation.table()), name(operation.name())));
    return found;
  }

  @Override
  public FootprintBuilder renameConstraint(RenameConstraint operation) {
    tables.renameConstraint(name(operation.table()), name(operation.from()), name(operation.to()));
    return found;
  }

  // Sequences, views, types, schemas.

  private void whole(Kind kind, ObjectName name, Access.Kind access, String detail, String noun) {
    found.add(SchemaObject.of(kind, name), access, detail, noun);
  }

  @Override
  public FootprintBuilder createSequence(CreateSequence operation) {
    ObjectName name = name(operation.sequence().name());
    maybe(
        operation.existence(),
        () -> whole(Kind.RELATION, name, Access.Kind.CREATE, "", "sequence"));
    return found;
  }

  @Override
  public FootprintBuilder alterSequence(AlterSequence operation) {
    ObjectName name = name(operation.name());
    whole(Kind.RELATION, name, Access.Kind.WRITE, "options=" + operation.to(), "sequence");
    return found;
  }

  @Override
  public FootprintBuilder dropSequence(DropSequence operation) {
    maybe(operation.existence(), () -> tables.drop(name(operation.name()), "sequence"));
    return found;
  }

  @Override
  public FootprintBuilder renameSequence(RenameSequence operation) {
    tables.rename(name(operation.from()), name(operation.to()), "sequence");
    return found;
  }

  @Override
  public FootprintBuilder createView(CreateView operation) {
    maybe(operation.existence(), () -> view(operation.view(), Access.Kind.CREATE));
    return found;
  }

  @Override
  public FootprintBuilder replaceView(ReplaceView operation) {
    view(operation.to(), Access.Kind.WRITE);
    return found;
  }

  private void view(View view, Access.Kind kind) {
    tables.view(name(view.name()), kind, text(view.query()), SqlWords.in(text(view.query())));
    sql.query(text(view.query()), "the query of the view " + view.name());
  }

  @Override
  public FootprintBuilder dropView(DropView operation) {
    maybe(operation.existence(), () -> tables.drop(name(operation.name()), "view"));
    return found;
  }

  @Override
  public FootprintBuilder createSchema(CreateSchema operation) {
    ObjectName name = new ObjectName("", name(operation.name()));
    maybe(operation.existence(), () -> whole(Kind.SCHEMA, name, Access.Kind.CREATE, "", "schema"));
    return found;
  }

  @Override
  public FootprintBuilder dropSchema(DropSchema operation) {
    ObjectName name = new ObjectName("", name(operation.name()));
    maybe(operation.existence(), () -> whole(Kind.SCHEMA, name, Access.Kind.DROP, "", "schema"));
    return found;
  }

  @Override
  public FootprintBuilder createEnumType(CreateEnumType operation) {
    ObjectName name = name(operation.type().name());
    maybe(operation.existence(), () -> whole(Kind.TYPE, name, Access.Kind.CREATE, "", "type"));
    return found;
  }

  @Override
  public FootprintBuilder addEnumValue(AddEnumValue operation) {
    whole(Kind.TYPE, name(operation.type()), Access.Kind.APPEND, "", "type");
    return found;
  }

  @Override
  public FootprintBuilder dropEnumType(DropEnumType operation) {
    ObjectName name = name(operation.name());
    maybe(operation.existence(), () -> whole(Kind.TYPE, name, Access.Kind.DROP, "", "type"));
    return found;
  }

  // Rows.

  @Override
  public FootprintBuilder insertRows(InsertRows operation) {
    rows.insert(operation);
    return found;
  }

  @Override
  public FootprintBuilder updateRows(UpdateRows operation) {
    rows.update(operation);
    return found;
  }

  @Override
  public FootprintBuilder deleteRows(DeleteRows operation) {
    rows.delete(operation);
    return found;
  }

  // What holds others.

  @Override
  public FootprintBuilder executeSql(ExecuteSql operation) {
    sql.add(text(operation.sql()), "");
    return found;
  }

  @Override
  public FootprintBuilder outsideTransaction(OutsideTransaction operation) {
    operation.operations().forEach(each -> each.accept(this));
    return found;
  }

  @Override
  public FootprintBuilder onDialects(OnDialects operation) {
    if (operation.dialects().stream().anyMatch(dialect.names()::contains)) {
      operation.operations().forEach(each -> each.accept(this));
    }
    return found;
  }

  @Override
  public FootprintBuilder customOperation(CustomOperation operation) {
    operation.expand(dialect.names()).forEach(each -> each.accept(this));
    return found;
  }
}
