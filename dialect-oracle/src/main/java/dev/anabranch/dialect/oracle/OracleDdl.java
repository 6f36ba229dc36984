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
import dev.anabranch.operation.IndexBuild;
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
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
  private static final int COLUMN_EXISTS = 1430;
  private static final int MATERIALIZED_VIEW_EXISTS = 12006;
  private static final int NO_SUCH_MATERIALIZED_VIEW = 12003;

  private final List<String> dialectNames;
  private final StandardDdl standard;
  private final CommonOperations common;
  private final OracleRefusals refusals;
  private final OracleBlocks blocks;
  private final OracleColumns columns;
  private final OracleIndexes indexes;
  private final OracleSequences sequences;
  private final OracleRows rows;

  OracleDdl(Dialect dialect) {
    OracleTypes types = new OracleTypes(dialect.version(), dialect.names());
    this.dialectNames = dialect.names();
    this.standard = new StandardDdl(dialect.style(), dialectNames, types, OracleDdl::nextValue);
    this.common = new CommonOperations(dialect, standard, OraclePieces.INSTANCE);
    this.refusals = new OracleRefusals(types);
    this.blocks = new OracleBlocks(dialect.style(), dialect.version());
    this.columns = new OracleColumns(standard, refusals, blocks);
    this.indexes = new OracleIndexes(standard, blocks, dialectNames);
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
    Table table = operation.table();
    refusals.checkTable(operation.describe(), table);
    List<String> statements = new ArrayList<>();
    statements.add(
        blocks.forgiving(
            operation.existence(),
            NAME_IS_USED,
            words -> table(operation.describe(), table, words)));
    for (Index index : table.indexes()) {
      statements.add(
          indexes.create(table.name(), index, operation.existence(), IndexBuild.BLOCKING));
    }
    table.comment().ifPresent(text -> statements.add(comment("TABLE", table.name(), text)));
    table.columns().forEach(column -> columnComment(table.name(), column, statements));
    return all(statements);
  }

  private String table(String what, Table table, Existence words) {
    OracleOptions options = new OracleOptions(table.options(), dialectNames);
    boolean temporary = options.has(OracleOptions.ON_COMMIT);
    List<Consumer<SqlWriter>> parts = new ArrayList<>();
    table.columns().forEach(each -> parts.add(w -> columns.write(what, w, each)));
    table.constraints().forEach(each -> parts.add(w -> standard.constraint(w, plain(each))));
    SqlWriter writer =
        standard
            .create(temporary ? "GLOBAL TEMPORARY TABLE" : "TABLE", words)
            .name(table.name())
            .lines(parts, (w, part) -> part.accept(w));
    options.writeWords(writer, "ON COMMIT", OracleOptions.ON_COMMIT);
    options.writeWords(writer, "ORGANIZATION", OracleOptions.ORGANIZATION);
    options.writeTablespace(writer);
    return writer.toSql();
  }

  // To refuse at once is what it does unless told otherwise, and has no words.
  private static TableConstraint plain(TableConstraint constraint) {
    if (!(constraint instanceof ForeignKey key)) {
      return constraint;
    }
    ForeignKey.Rules rules = key.rules();
    ReferentialAction onDelete =
        rules.onDelete() == ReferentialAction.RESTRICT
            ? ReferentialAction.NO_ACTION
            : rules.onDelete();
    return new ForeignKey(
        key.name(),
        key.columns(),
        key.referredTable(),
        key.referredColumns(),
        new ForeignKey.Rules(
            onDelete, ReferentialAction.NO_ACTION, rules.match(), rules.deferrability()));
  }

  private void columnComment(QualifiedName table, Column column, List<String> statements) {
    column
        .comment()
        .ifPresent(
            text ->
                statements.add(
                    comment(standard, "COLUMN", w -> w.name(table, column.name()), text)));
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
    return one(comment("TABLE", operation.table(), operation.to()));
  }

  @Override
  public List<DdlStatement> addColumn(AddColumn operation) {
    refusals.checkColumn(operation.describe(), operation.column());
    List<String> statements = new ArrayList<>();
    statements.add(blocks.ignoring(operation.existence(), COLUMN_EXISTS, columns.add(operation)));
    columnComment(operation.table(), operation.column(), statements);
    return all(statements);
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
    refusals.checkConstraint(operation.describe(), operation.constraint());
    return one(
        standard.addConstraint(
            new AddConstraint(operation.table(), plain(operation.constraint()))));
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
    View view = operation.view();
    refusals.checkView(operation.describe(), view);
    List<String> statements = new ArrayList<>();
    boolean stored = view.kind() == View.Kind.MATERIALIZED;
    statements.add(
        blocks.forgiving(
            operation.existence(),
            stored ? MATERIALIZED_VIEW_EXISTS : NAME_IS_USED,
            words -> view(standard.create(words(view.kind()), words), view)));
    view.comment().ifPresent(text -> statements.add(viewComment(view, text)));
    return all(statements);
  }

  private static String words(View.Kind kind) {
    return kind == View.Kind.MATERIALIZED ? "MATERIALIZED VIEW" : "VIEW";
  }

  private String view(SqlWriter writer, View view) {
    OracleOptions options = new OracleOptions(view.options(), dialectNames);
    writer.name(view.name());
    if (!view.columns().isEmpty()) {
      writer.parentheses(w -> w.names(view.columns()));
    }
    options.writeWords(writer, "BUILD", OracleOptions.BUILD);
    if (options.has(OracleOptions.REFRESH) || options.has(OracleOptions.REFRESH_ON)) {
      writer.keyword("REFRESH");
      options.writeWord(writer, OracleOptions.REFRESH);
      options.writeWords(writer, "ON", OracleOptions.REFRESH_ON);
    }
    return standard.expression(writer.keyword("AS").newLine(), view.query()).toSql();
  }

  private String viewComment(View view, String text) {
    return comment(
        view.kind() == View.Kind.MATERIALIZED ? "MATERIALIZED VIEW" : "TABLE", view.name(), text);
  }

  // A view whose rows are stored cannot be replaced in one statement.
  @Override
  public List<DdlStatement> replaceView(ReplaceView operation) {
    View view = operation.to();
    refusals.checkView(operation.describe(), view);
    View.Kind before = operation.from().map(View::kind).orElse(view.kind());
    List<String> statements = new ArrayList<>();
    if (view.kind() == View.Kind.MATERIALIZED || before == View.Kind.MATERIALIZED) {
      statements.add(drop(before, view.name(), Existence.TOLERANT));
      statements.add(view(standard.create(words(view.kind()), Existence.STRICT), view));
    } else {
      statements.add(view(standard.writer().keyword("CREATE OR REPLACE VIEW"), view));
    }
    if (view.comment().isPresent() || operation.from().flatMap(View::comment).isPresent()) {
      statements.add(viewComment(view, view.comment().orElse("")));
    }
    return all(statements);
  }

  @Override
  public List<DdlStatement> dropView(DropView operation) {
    return one(drop(operation.kind(), operation.name(), operation.existence()));
  }

  private String drop(View.Kind kind, QualifiedName name, Existence existence) {
    int code = kind == View.Kind.MATERIALIZED ? NO_SUCH_MATERIALIZED_VIEW : NO_SUCH_TABLE;
    return drop(words(kind), name, existence, code);
  }

  private String comment(String what, QualifiedName name, String text) {
    return comment(standard, what, w -> w.name(name), text);
  }

  /** Returns {@code COMMENT ON}; the empty text removes a comment. */
  static String comment(StandardDdl standard, String what, Consumer<SqlWriter> name, String text) {
    SqlWriter writer = standard.writer().keyword("COMMENT ON").keyword(what);
    name.accept(writer);
    return writer.keyword("IS").literal(SqlLiteral.text(text)).toSql();
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
