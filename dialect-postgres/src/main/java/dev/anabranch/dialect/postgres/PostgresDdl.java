package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.CommonOperations;
import dev.anabranch.dialect.DdlCompiler;
import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.dialect.UnsupportedOperations;
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
import dev.anabranch.operation.IndexBuild;
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
import java.util.ArrayList;
import java.util.List;

/**
 * Operations as statements of PostgreSQL. All of them take part in a transaction, except for the
 * indexes that are built or dropped while their table can be written.
 */
final class PostgresDdl implements DdlCompiler, OperationVisitor<List<DdlStatement>> {

  private final StandardDdl standard;
  private final CommonOperations common;
  private final PostgresTables tables;
  private final PostgresColumns columns;
  private final PostgresAlterations alterations;
  private final PostgresIndexes indexes;
  private final PostgresViews views;
  private final PostgresSequences sequences;
  private final PostgresEnums enums;

  PostgresDdl(PostgresDialect dialect) {
    UnsupportedOperations unsupported = new UnsupportedOperations("PostgreSQL", dialect.version());
    PostgresTypes types = new PostgresTypes(unsupported);
    standard =
        new StandardDdl(dialect.style(), dialect.names(), types, PostgresSequences::nextValue);
    common = new CommonOperations(dialect, standard, PostgresPieces.INSTANCE);
    columns = new PostgresColumns(standard, unsupported);
    indexes = new PostgresIndexes(standard, unsupported);
    tables = new PostgresTables(standard, columns, indexes, unsupported);
    alterations = new PostgresAlterations(standard, types, unsupported);
    views = new PostgresViews(standard, dialect.splitter(), unsupported);
    sequences = new PostgresSequences(standard);
    enums = new PostgresEnums(standard, unsupported);
  }

  @Override
  public List<DdlStatement> compile(Operation operation) {
    return operation.accept(this);
  }

  @Override
  public List<DdlStatement> createTable(CreateTable operation) {
    return statements(tables.create(operation));
  }

  @Override
  public List<DdlStatement> dropTable(DropTable operation) {
    return statement(standard.dropTable(operation));
  }

  @Override
  public List<DdlStatement> renameTable(RenameTable operation) {
    return statement(standard.renameTable(operation));
  }

  @Override
  public List<DdlStatement> addColumn(AddColumn operation) {
    return statements(tables.addColumn(operation));
  }

  @Override
  public List<DdlStatement> dropColumn(DropColumn operation) {
    return statement(standard.dropColumn(operation));
  }

  @Override
  public List<DdlStatement> renameColumn(RenameColumn operation) {
    return statement(standard.renameColumn(operation));
  }

  @Override
  public List<DdlStatement> alterColumn(AlterColumn operation) {
    List<String> statements = new ArrayList<>();
    statements.addAll(alterations.alter(operation));
    operation
        .change(ColumnChange.Comment.class)
        .ifPresent(
            change ->
                statements.add(
                    columns.comment(operation.table(), operation.column(), change.to())));
    return statements(statements);
  }

  @Override
  public List<DdlStatement> createIndex(CreateIndex operation) {
    return built(indexes.create(operation), operation.build());
  }

  @Override
  public List<DdlStatement> dropIndex(DropIndex operation) {
    return built(indexes.drop(operation), operation.build());
  }

  @Override
  public List<DdlStatement> renameIndex(RenameIndex operation) {
    return statement(indexes.rename(operation));
  }

  @Override
  public List<DdlStatement> addConstraint(AddConstraint operation) {
    return statement(tables.addConstraint(operation));
  }

  @Override
  public List<DdlStatement> dropConstraint(DropConstraint operation) {
    return statement(standard.dropConstraint(operation));
  }

  @Override
  public List<DdlStatement> renameConstraint(RenameConstraint operation) {
    return statement(standard.renameConstraint(operation));
  }

  @Override
  public List<DdlStatement> changeTableComment(ChangeTableComment operation) {
    return statement(tables.comment(operation.table(), operation.to()));
  }

  @Override
  public List<DdlStatement> createSequence(CreateSequence operation) {
    return statements(sequences.create(operation));
  }

  @Override
  public List<DdlStatement> alterSequence(AlterSequence operation) {
    return statements(sequences.alter(operation).stream().toList());
  }

  @Override
  public List<DdlStatement> dropSequence(DropSequence operation) {
    return statement(standard.dropSequence(operation));
  }

  @Override
  public List<DdlStatement> renameSequence(RenameSequence operation) {
    return statement(sequences.rename(operation));
  }

  @Override
  public List<DdlStatement> createView(CreateView operation) {
    return statements(views.create(operation));
  }

  @Override
  public List<DdlStatement> replaceView(ReplaceView operation) {
    return statements(views.replace(operation));
  }

  @Override
  public List<DdlStatement> dropView(DropView operation) {
    return statement(standard.dropView(operation));
  }

  @Override
  public List<DdlStatement> createSchema(CreateSchema operation) {
    return statement(standard.createSchema(operation));
  }

  @Override
  public List<DdlStatement> dropSchema(DropSchema operation) {
    return statement(standard.dropSchema(operation));
  }

  @Override
  public List<DdlStatement> createEnumType(CreateEnumType operation) {
    return statements(enums.create(operation));
  }

  @Override
  public List<DdlStatement> addEnumValue(AddEnumValue operation) {
    return statement(enums.addValue(operation));
  }

  @Override
  public List<DdlStatement> dropEnumType(DropEnumType operation) {
    return statement(enums.drop(operation));
  }

  @Override
  public List<DdlStatement> executeSql(ExecuteSql operation) {
    return common.executeSql(operation);
  }

  @Override
  public List<DdlStatement> insertRows(InsertRows operation) {
    return common.insertRows(operation);
  }

  @Override
  public List<DdlStatement> updateRows(UpdateRows operation) {
    return common.updateRows(operation);
  }

  @Override
  public List<DdlStatement> deleteRows(DeleteRows operation) {
    return common.deleteRows(operation);
  }

  @Override
  public List<DdlStatement> outsideTransaction(OutsideTransaction operation) {
    return common.outsideTransaction(operation, this);
  }

  @Override
  public List<DdlStatement> onDialects(OnDialects operation) {
    return common.onDialects(operation, this);
  }

  @Override
  public List<DdlStatement> customOperation(CustomOperation operation) {
    return common.customOperation(operation, this);
  }

  private static List<DdlStatement> statement(String sql) {
    return List.of(DdlStatement.of(sql));
  }

  private static List<DdlStatement> statements(List<String> statements) {
    return statements.stream().map(DdlStatement::of).toList();
  }

  private static List<DdlStatement> built(String sql, IndexBuild build) {
    DdlStatement statement = DdlStatement.of(sql);
    return List.of(build == IndexBuild.ONLINE ? statement.outside() : statement);
  }
}
