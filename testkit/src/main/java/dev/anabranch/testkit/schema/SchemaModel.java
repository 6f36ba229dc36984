package dev.anabranch.testkit.schema;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.AddEnumValue;
import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.AlterSequence;
import dev.anabranch.operation.ChangeTableComment;
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
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.OperationVisitor;
import dev.anabranch.operation.OutsideTransaction;
import dev.anabranch.operation.RenameColumn;
import dev.anabranch.operation.RenameConstraint;
import dev.anabranch.operation.RenameIndex;
import dev.anabranch.operation.RenameSequence;
import dev.anabranch.operation.RenameTable;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.operation.UpdateRows;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.View;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What operations make of a schema, without a server. Immutable.
 *
 * <p>It knows what the author asked for and nothing of what a product makes of it. What SQL does to
 * a schema is not seen. Like a server it refuses to speak of what is not there.
 *
 * @param schema the schema
 * @param dialectNames the names of the product, for what is asked of some products only
 */
public record SchemaModel(DatabaseSchema schema, List<String> dialectNames) {

  /** Copies the list. */
  public SchemaModel {
    dialectNames = List.copyOf(dialectNames);
  }

  /** Returns the model of an empty database of a product. */
  public static SchemaModel empty(Dialect dialect) {
    return new SchemaModel(DatabaseSchema.empty(), dialect.names());
  }

  /** Returns the model of an empty database of no product in particular. */
  public static SchemaModel empty() {
    return new SchemaModel(DatabaseSchema.empty(), List.of());
  }

  /**
   * Returns the model behind some operations.
   *
   * @param operations in the order in which they run
   * @throws AbsentObjectException if one of them speaks of what is not there
   */
  public SchemaModel apply(List<Operation> operations) {
    SchemaModel model = this;
    for (Operation operation : operations) {
      model = new SchemaModel(operation.accept(new Change(model)), dialectNames);
    }
    return model;
  }

  /** Returns the schema as facts, as a product spells names. */
  public LogicalSchema facts(Dialect dialect) {
    return LogicalSchema.of(schema, dialect);
  }

  /** What one operation makes of a model. */
  private record Change(SchemaModel model) implements OperationVisitor<DatabaseSchema> {

    private DatabaseSchema schema() {
      return model.schema();
    }

    // Lists of named things.

    private static <T> T require(
        List<T> all, Function<T, QualifiedName> nameOf, QualifiedName name) {
      return all.stream()
          .filter(each -> nameOf.apply(each).equals(name))
          .findFirst()
          .orElseThrow(() -> new AbsentObjectException("There is no " + name + "."));
    }

    private static <T> List<T> without(
        List<T> all, Function<T, QualifiedName> nameOf, QualifiedName name, Existence existence) {
      if (existence == Existence.STRICT) {
        require(all, nameOf, name);
      }
      return all.stream().filter(each -> !nameOf.apply(each).equals(name)).toList();
    }

    private static <T> List<T> with(
        List<T> all, Function<T, QualifiedName> nameOf, T added, Existence existence) {
      boolean there = all.stream().anyMatch(each -> nameOf.apply(each).equals(nameOf.apply(added)));
      if (there && existence == Existence.TOLERANT) {
        return all;
      }
      List<T> more = new ArrayList<>(all);
      more.add(added);
      return more;
    }

    private DatabaseSchema tables(List<Table> tables) {
      return new DatabaseSchema(
          tables, schema().views(), schema().sequences(), schema().enumTypes(), schema().others());
    }

    private DatabaseSchema views(List<View> views) {
      return new DatabaseSchema(
          schema().tables(), views, schema().sequences(), schema().enumTypes(), schema().others());
    }

    private DatabaseSchema sequences(List<Sequence> sequences) {
      return new DatabaseSchema(
          schema().tables(), schema().views(), sequences, schema().enumTypes(), schema().others());
    }

    private DatabaseSchema enumTypes(List<EnumType> enumTypes) {
      return new DatabaseSchema(
          schema().tables(), schema().views(), schema().sequences(), enumTypes, schema().others());
    }

    /** What a column is made of has to be there, where it is something by itself. */
    private void requireParts(Column column) {
      if (column.value() instanceof ColumnValue.Default given
          && given.value() instanceof SqlValue.NextValue next) {
        require(schema().sequences(), Sequence::name, next.sequence());
      }
      if (column.type() instanceof DataType.Enumeration enumeration) {
        require(schema().enumTypes(), EnumType::name, enumeration.name());
      }
    }

    private DatabaseSchema table(QualifiedName name, UnaryOperator<Table> change) {
      require(schema().tables(), Table::name, name);
      return tables(
          schema().tables().stream()
              .map(table -> table.name().equals(name) ? change.apply(table) : table)
              .toList());
    }

    // Tables and columns.

    @Override
    public DatabaseSchema createTable(CreateTable operation) {
      operation.table().columns().forEach(this::requireParts);
      return tables(with(schema().tables(), Table::name, operation.table(), operation.existence()));
    }

    @Override
    public DatabaseSchema dropTable(DropTable operation) {
      return tables(
          without(schema().tables(), Table::name, operation.name(), operation.existence()));
    }

    @Override
    public DatabaseSchema renameTable(RenameTable operation) {
      QualifiedName to = operation.from().sibling(operation.to());
      require(schema().tables(), Table::name, operation.from());
      return tables(
          schema().tables().stream()
              .map(table -> TableChanges.renamed(table, operation.from(), to))
              .toList());
    }

    @Override
    public DatabaseSchema addColumn(AddColumn operation) {
      requireParts(operation.column());
      return table(
          operation.table(),
          table -> TableChanges.with(table, operation.column(), operation.existence()));
    }

    @Override
    public DatabaseSchema dropColumn(DropColumn operation) {
      return table(
          operation.table(),
          table -> TableChanges.without(table, operation.name(), operation.existence()));
    }

    @Override
    public DatabaseSchema renameColumn(RenameColumn operation) {
      require(schema().tables(), Table::name, operation.table());
      return tables(
          schema().tables().stream()
              .map(table -> TableChanges.renamedColumn(table, operation))
              .toList());
    }

    @Override
    public DatabaseSchema alterColumn(AlterColumn operation) {
      return table(operation.table(), table -> TableChanges.altered(table, operation));
    }

    @Override
    public DatabaseSchema changeTableComment(ChangeTableComment operation) {
      return table(operation.table(), table -> TableChanges.commented(table, operation.to()));
    }

    // Indexes and constraints.

    @Override
    public DatabaseSchema createIndex(CreateIndex operation) {
      return table(
          operation.table(),
          table -> TableChanges.with(table, operation.index(), operation.existence()));
    }

    @Override
    public DatabaseSchema dropIndex(DropIndex operation) {
      return table(
          operation.table(),
          table -> TableChanges.withoutIndex(table, operation.name(), operation.existence()));
    }

    @Override
    public DatabaseSchema renameIndex(RenameIndex operation) {
      return table(
          operation.table(),
          table -> TableChanges.renamedIndex(table, operation.from(), operation.to()));
    }

    @Override
    public DatabaseSchema addConstraint(AddConstraint operation) {
      if (operation.constraint() instanceof ForeignKey key) {
        require(schema().tables(), Table::name, key.referredTable());
      }
      return table(operation.table(), table -> TableChanges.with(table, operation.constraint()));
    }

    @Override
    public DatabaseSchema dropConstraint(DropConstraint operation) {
      return table(
          operation.table(),
          table -> TableChanges.withoutConstraint(table, operation.name(), operation.existence()));
    }

    @Override
    public DatabaseSchema renameConstraint(RenameConstraint operation) {
      return table(
          operation.table(),
          table -> TableChanges.renamedConstraint(table, operation.from(), operation.to()));
    }

    // Sequences and views.

    @Override
    public DatabaseSchema createSequence(CreateSequence operation) {
      return sequences(
          with(schema().sequences(), Sequence::name, operation.sequence(), operation.existence()));
    }

    @Override
    public DatabaseSchema alterSequence(AlterSequence operation) {
      Sequence before = require(schema().sequences(), Sequence::name, operation.name());
      return sequences(
          schema().sequences().stream()
              .map(
                  sequence ->
                      sequence.equals(before)
                          ? sequence.withOptions(
                              SequenceChanges.applied(before.options(), operation))
                          : sequence)
              .toList());
    }

    @Override
    public DatabaseSchema dropSequence(DropSequence operation) {
      return sequences(
          without(schema().sequences(), Sequence::name, operation.name(), operation.existence()));
    }

    @Override
    public DatabaseSchema renameSequence(RenameSequence operation) {
      Sequence before = require(schema().sequences(), Sequence::name, operation.from());
      Sequence renamed =
          new Sequence(
              before.name().sibling(operation.to()),
              before.type(),
              before.options(),
              before.comment());
      return sequences(
          schema().sequences().stream()
              .map(sequence -> sequence.equals(before) ? renamed : sequence)
              .toList());
    }

    @Override
    public DatabaseSchema createView(CreateView operation) {
      return views(with(schema().views(), View::name, operation.view(), operation.existence()));
    }

    @Override
    public DatabaseSchema replaceView(ReplaceView operation) {
      List<View> others =
          without(schema().views(), View::name, operation.to().name(), Existence.TOLERANT);
      return views(with(others, View::name, operation.to(), Existence.STRICT));
    }

    @Override
    public DatabaseSchema dropView(DropView operation) {
      return views(without(schema().views(), View::name, operation.name(), operation.existence()));
    }

    // Schemas hold things; the model knows the things.

    @Override
    public DatabaseSchema createSchema(CreateSchema operation) {
      return schema();
    }

    @Override
    public DatabaseSchema dropSchema(DropSchema operation) {
      return schema();
    }

    @Override
    public DatabaseSchema createEnumType(CreateEnumType operation) {
      return enumTypes(
          with(schema().enumTypes(), EnumType::name, operation.type(), operation.existence()));
    }

    @Override
    public DatabaseSchema addEnumValue(AddEnumValue operation) {
      EnumType before = require(schema().enumTypes(), EnumType::name, operation.type());
      if (before.values().contains(operation.value())
          && operation.existence() == Existence.TOLERANT) {
        return schema();
      }
      List<String> values = new ArrayList<>(before.values());
      values.add(operation.before().map(values::indexOf).orElse(values.size()), operation.value());
      EnumType after = new EnumType(before.name(), values, before.comment());
      return new DatabaseSchema(
          schema().tables().stream().map(table -> TableChanges.withValues(table, after)).toList(),
          schema().views(),
          schema().sequences(),
          schema().enumTypes().stream().map(type -> type.equals(before) ? after : type).toList(),
          schema().others());
    }

    @Override
    public DatabaseSchema dropEnumType(DropEnumType operation) {
      return enumTypes(
          without(schema().enumTypes(), EnumType::name, operation.name(), operation.existence()));
    }

    // Rows, SQL and blocks.

    @Override
    public DatabaseSchema executeSql(ExecuteSql operation) {
      return schema();
    }

    @Override
    public DatabaseSchema insertRows(InsertRows operation) {
      return schema();
    }

    @Override
    public DatabaseSchema updateRows(UpdateRows operation) {
      return schema();
    }

    @Override
    public DatabaseSchema deleteRows(DeleteRows operation) {
      return schema();
    }

    @Override
    public DatabaseSchema outsideTransaction(OutsideTransaction operation) {
      return model.apply(operation.operations()).schema();
    }

    @Override
    public DatabaseSchema onDialects(OnDialects operation) {
      return model.dialectNames().stream().anyMatch(operation.dialects()::contains)
          ? model.apply(operation.operations()).schema()
          : schema();
    }

    @Override
    public DatabaseSchema customOperation(CustomOperation operation) {
      return model.apply(operation.expand(model.dialectNames())).schema();
    }
  }
}
