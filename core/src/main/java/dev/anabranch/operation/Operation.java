package dev.anabranch.operation;

/**
 * Something a revision asks of a database. Immutable.
 *
 * @since 0.1
 */
public sealed interface Operation
    permits CreateTable,
        DropTable,
        RenameTable,
        AddColumn,
        DropColumn,
        RenameColumn,
        AlterColumn,
        CreateIndex,
        DropIndex,
        RenameIndex,
        AddConstraint,
        DropConstraint,
        RenameConstraint,
        ChangeTableComment,
        CreateSequence,
        AlterSequence,
        DropSequence,
        RenameSequence,
        CreateView,
        ReplaceView,
        DropView,
        CreateSchema,
        DropSchema,
        CreateEnumType,
        AddEnumValue,
        DropEnumType,
        ExecuteSql,
        InsertRows,
        UpdateRows,
        DeleteRows,
        OutsideTransaction,
        OnDialects,
        CustomOperation {

  /**
   * Returns a few words for messages, such as {@code drop column customer.name}; no value of a row.
   */
  String describe();

  /** Returns what takes the operation back, or why nothing does. */
  Inverse inverse();

  /**
   * Calls the method of a visitor that is for this operation.
   *
   * @param visitor the visitor
   * @return what it returns
   */
  <R> R accept(OperationVisitor<R> visitor);
}
