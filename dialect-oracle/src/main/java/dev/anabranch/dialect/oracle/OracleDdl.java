package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.CommonOperations;
import dev.anabranch.dialect.DdlCompiler;
import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.StandardDdl;
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
import dev.anabranch.operation.OperationException;
import dev.anabranch.operation.OperationVisitor;
import dev.anabranch.operation.OutsideTransaction;
import dev.anabranch.operation.RenameColumn;
import dev.anabranch.operation.RenameConstraint;
import dev.anabranch.operation.RenameIndex;
import dev.anabranch.operation.RenameSequence;
import dev.anabranch.operation.RenameTable;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.operation.UpdateRows;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns operations into Oracle's statements (SQL Language Reference 19c, 21c and 23ai). All of them
 * but those for rows commit the open transaction.
 *
 * <p>Where the release has no {@code IF [NOT] EXISTS}, and for columns and constraints in every
 * release, a block takes the one error for success that says so.
 */
final class OracleDdl implements DdlCompiler, OperationVisitor<List<DdlStatement>> {

  private static final int NAME_IS_USED = 955;
  private static final int NO_SUCH_TABLE = 942;
  private static final int NO_SUCH_SEQUENCE = 2289;
  private static final int NO_SUCH_CONSTRAINT = 2443;
  private static final int NO_SUCH_COLUMN = 904;

  private final StandardDdl standard;
  private final CommonOperations common;
  private final OracleRefusals refusals;
  private final OracleBlocks blocks;
  private final OracleColumns columns;
  private final OracleIndexes indexes;
  private final OracleTables tables;
  private final OracleViews views;
  private final OracleSequences sequences;
  private final OracleRows rows;

  OracleDdl(Dialect dialect) {
    OracleTypes types = new OracleTypes(dialect.version(), dialect.names());
    this.standard = new StandardDdl(dialect.style(), dialect.names(), types, OracleDdl::nextValue);
    this.common = new CommonOperations(dialect, standard, OraclePieces.INSTANCE);
    this.refusals = new OracleRefusals(types);
    this.blocks = new OracleBlocks(dialect.style(), dialect.version());
    this.columns = new OracleColumns(standard, refusals, blocks);
    this.indexes = new OracleIndexes(standard, blocks, dialect.names());
    this.tables = new OracleTables(standard, columns, indexes);
    this.views = new OracleViews(standard, refusals, blocks);
    this.sequences = new OracleSequences(standard, types);
    this.rows = new OracleRows(standard, new OracleValues(refusals));
  }

  // As the dictionary keeps it in a default.
  private static void nextValue(SqlWriter writer, QualifiedName sequence) {
    writer.name(sequence, Identifier.of("NEXTVAL"));
  }

  @Override
  public List<DdlStatement> compile(Operation operation) {
    return operation.accept(this);
  }

  private static List<DdlStatement> one(String sql) {
    return List.of(DdlStatement.committing(sql));
  }

  private static List<DdlStatement> all(List<String> statements) {
    return statements.stream().map(DdlStatement::committing).toList();
  }

  // Tables and columns.

  @Override
  public List<DdlStatement> createTable(CreateTable operation) {
    return all(tables.create(operation));
  }

  // Without PURGE: what was dropped by mistake can be taken out of the recycle bin.
  @Override
  public List<DdlStatement> dropTable(DropTable operation) {
    return one(drop("TABLE", operation.name(), operation.existence(), NO_SUCH_TABLE));
  }

  private String drop(String what, QualifiedName name, Existence existence, int code) {
    return blocks.forgiving(
        existence, code, words -> standard.drop(what, words).name(name).toSql());
  }

  @Override
  public List<DdlStatement> renameTable(RenameTable operation) {
    return one(standard.renameTable(operation));
  }

  @Override
  public List<DdlStatement> changeTableComment(ChangeTableComment operation) {
    refusals.checkComment(operation.describe(), operation.to());
    return one(new OracleComments(standard).on("TABLE", operation.table(), operation.to()));
  }

  @Override
  public List<DdlStatement> addColumn(AddColumn operation) {
    return all(tables.addColumn(operation));
  }

  @Override
  public List<DdlStatement> dropColumn(DropColumn operation) {
    String sql =
        standard
            .alterTable(operation.table())
            .keyword("DROP COLUMN")
            .name(operation.name())
            .toSql();
    return one(blocks.ignoring(operation.existence(), NO_SUCH_COLUMN, sql));
  }

  @Override
  public List<DdlStatement> renameColumn(RenameColumn operation) {
    return one(standard.renameColumn(operation));
  }

  @Override
  public List<DdlStatement> alterColumn(AlterColumn operation) {
    return all(columns.alter(operation));
  }

  // Indexes and constraints.

  @Override
  public List<DdlStatement> createIndex(CreateIndex operation) {
    refusals.checkIndex(operation.describe(), operation.index());
    return one(
        indexes.create(
            operation.table(), operation.index(), operation.existence(), operation.build()));
  }

  @Override
  public List<DdlStatement> dropIndex(DropIndex operation) {
    return one(indexes.drop(operation));
  }

  @Override
  public List<DdlStatement> renameIndex(RenameIndex operation) {
    return one(indexes.rename(operation));
  }

  @Override
  public List<DdlStatement> addConstraint(AddConstraint operation) {
    return one(tables.addConstraint(operation));
  }

  @Override
  public List<DdlStatement> dropConstraint(DropConstraint operation) {
    String sql =
        standard
            .alterTable(operation.table())
            .keyword("DROP CONSTRAINT")
            .name(operation.name())
            .toSql();
    return one(blocks.ignoring(operation.existence(), NO_SUCH_CONSTRAINT, sql));
  }

  // The index of a key has the key's name and would keep the old one, for others to stumble over.
  @Override
  public List<DdlStatement> renameConstraint(RenameConstraint operation) {
    List<String> statements = new ArrayList<>();
    statements.add(standard.renameConstraint(operation));
    if (operation.kind() == TableConstraint.Kind.PRIMARY_KEY
        || operation.kind() == TableConstraint.Kind.UNIQUE) {
      statements.add(blocks.renamingKeyIndex(operation.table(), operation.from(), operation.to()));
    }
    return all(statements);
  }

  // Sequences.

  @Override
  public List<DdlStatement> createSequence(CreateSequence operation) {
    if (operation.sequence().comment().isPresent()) {
      throw refusals.refuse(
          operation.describe(),
          "a sequence has no comment",
          "Leave the comment away for this product with op.on.");
    }
    return one(
        blocks.forgiving(
            operation.existence(),
            NAME_IS_USED,
            words -> sequences.create(standard.create("SEQUENCE", words), operation).toSql()));
  }

  @Override
  public List<DdlStatement> alterSequence(AlterSequence operation) {
    return all(sequences.alter(operation).stream().toList());
  }

  @Override
  public List<DdlStatement> dropSequence(DropSequence operation) {
    return one(drop("SEQUENCE", operation.name(), operation.existence(), NO_SUCH_SEQUENCE));
  }

  @Override
  public List<DdlStatement> renameSequence(RenameSequence operation) {
    if (operation.from().schema().isPresent()) {
      throw refusals.refuse(
          operation.describe(),
          "only its owner can rename a sequence, in the current schema",
          "Connect as the owner and leave the schema away; or create another sequence that starts"
              + " where this one stands, and drop this one.");
    }
    return one(
        standard
            .writer()
            .keyword("RENAME")
            .name(operation.from())
            .keyword("TO")
            .name(operation.to())
            .toSql());
  }

  // Views.

  @Override
  public List<DdlStatement> createView(CreateView operation) {
    return all(views.create(operation));
  }

  @Override
  public List<DdlStatement> replaceView(ReplaceView operation) {
    return all(views.replace(operation));
  }

  @Override
  public List<DdlStatement> dropView(DropView operation) {
    return one(views.drop(operation));
  }

  // Schemas and enum types.

  @Override
  public List<DdlStatement> createSchema(CreateSchema operation) {
    throw refuseSchema(operation.describe(), "CREATE USER");
  }

  @Override
  public List<DdlStatement> dropSchema(DropSchema operation) {
    throw refuseSchema(operation.describe(), "DROP USER");
  }

  private OperationException refuseSchema(String what, String words) {
    return refusals.refuse(
        what,
        "a schema is what belongs to a user, with a password, rights and a quota",
        "Let an administrator do it, or write " + words + " with op.execute in op.on.");
  }

  /** Nothing: the values stand in the columns. */
  @Override
  public List<DdlStatement> createEnumType(CreateEnumType operation) {
    if (operation.type().comment().isPresent()) {
      throw refusals.refuse(
          operation.describe(),
          "the values of an enum type stand in each column that has it",
          "Leave the comment away, or comment on the columns.");
    }
    return List.of();
  }

  @Override
  public List<DdlStatement> addEnumValue(AddEnumValue operation) {
    throw refusals.refuse(
        operation.describe(),
        "the values of an enum type stand in each column that has it",
        "Change the type of each such column with op.alterColumn, for this product with op.on.");
  }

  /** Nothing: the values stand in the columns. */
  @Override
  public List<DdlStatement> dropEnumType(DropEnumType operation) {
    return List.of();
  }

  // SQL, rows and blocks.

  @Override
  public List<DdlStatement> executeSql(ExecuteSql operation) {
    return common.executeSql(operation);
  }

  @Override
  public List<DdlStatement> insertRows(InsertRows operation) {
    return rows.insert(operation);
  }

  @Override
  public List<DdlStatement> updateRows(UpdateRows operation) {
    return rows.update(operation);
  }

  @Override
  public List<DdlStatement> deleteRows(DeleteRows operation) {
    return rows.delete(operation);
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
}
