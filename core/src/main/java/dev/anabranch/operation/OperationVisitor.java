package dev.anabranch.operation;

/**
 * Does something with each operation. A new operation is a new method here, so that every dialect
 * fails to compile until it knows it.
 *
 * @param <R> what comes out
 */
public interface OperationVisitor<R> {

  /** Visits {@link CreateTable}. */
  R createTable(CreateTable operation);

  /** Visits {@link DropTable}. */
  R dropTable(DropTable operation);

  /** Visits {@link RenameTable}. */
  R renameTable(RenameTable operation);

  /** Visits {@link AddColumn}. */
  R addColumn(AddColumn operation);

  /** Visits {@link DropColumn}. */
  R dropColumn(DropColumn operation);

  /** Visits {@link RenameColumn}. */
  R renameColumn(RenameColumn operation);

  /** Visits {@link AlterColumn}. */
  R alterColumn(AlterColumn operation);

  /** Visits {@link CreateIndex}. */
  R createIndex(CreateIndex operation);

  /** Visits {@link DropIndex}. */
  R dropIndex(DropIndex operation);

  /** Visits {@link RenameIndex}. */
  R renameIndex(RenameIndex operation);

  /** Visits {@link AddConstraint}. */
  R addConstraint(AddConstraint operation);

  /** Visits {@link DropConstraint}. */
  R dropConstraint(DropConstraint operation);

  /** Visits {@link RenameConstraint}. */
  R renameConstraint(RenameConstraint operation);

  /** Visits {@link ChangeTableComment}. */
  R changeTableComment(ChangeTableComment operation);

  /** Visits {@link CreateSequence}. */
  R createSequence(CreateSequence operation);

  /** Visits {@link AlterSequence}. */
  R alterSequence(AlterSequence operation);

  /** Visits {@link DropSequence}. */
  R dropSequence(DropSequence operation);

  /** Visits {@link RenameSequence}. */
  R renameSequence(RenameSequence operation);

  /** Visits {@link CreateView}. */
  R createView(CreateView operation);

  /** Visits {@link ReplaceView}. */
  R replaceView(ReplaceView operation);

  /** Visits {@link DropView}. */
  R dropView(DropView operation);

  /** Visits {@link CreateSchema}. */
  R createSchema(CreateSchema operation);

  /** Visits {@link DropSchema}. */
  R dropSchema(DropSchema operation);

  /** Visits {@link CreateEnumType}. */
  R createEnumType(CreateEnumType operation);

  /** Visits {@link AddEnumValue}. */
  R addEnumValue(AddEnumValue operation);

  /** Visits {@link DropEnumType}. */
  R dropEnumType(DropEnumType operation);

  /** Visits {@link ExecuteSql}. */
  R executeSql(ExecuteSql operation);

  /** Visits {@link InsertRows}. */
  R insertRows(InsertRows operation);

  /** Visits {@link UpdateRows}. */
  R updateRows(UpdateRows operation);

  /** Visits {@link DeleteRows}. */
  R deleteRows(DeleteRows operation);

  /** Visits {@link OutsideTransaction}. */
  R outsideTransaction(OutsideTransaction operation);

  /** Visits {@link OnDialects}. */
  R onDialects(OnDialects operation);

  /** Visits {@link CustomOperation}. */
  R customOperation(CustomOperation operation);
}
