package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.Capability;
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
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.View;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns operations into H2's statements (H2 documentation, "SQL Grammar"). All of them but those
 * for rows commit the open transaction.
 *
 * <p>An enum type is a domain over {@code ENUM}: it has a name, can be dropped, and from 2.4 on
 * gets further values by {@code ALTER TYPE}.
 */
final class H2Ddl implements DdlCompiler, OperationVisitor<List<DdlStatement>> {

  /** The word of a spatial index in SQL and in the catalogue. */
  static final String SPATIAL = "SPATIAL";

  /** The method of a spatial index. */
  static final String SPATIAL_METHOD = "spatial";

  private final Dialect dialect;
  private final StandardDdl standard;
  private final CommonOperations common;
  private final H2Refusals refusals;
  private final H2Columns columns;

  H2Ddl(Dialect dialect) {
    H2Types types = new H2Types(dialect.names());
    this.dialect = dialect;
    this.standard = new StandardDdl(dialect.style(), dialect.names(), types);
    this.common = new CommonOperations(dialect, standard, H2Pieces.INSTANCE);
    this.refusals = new H2Refusals(dialect.version(), dialect.names());
    this.columns = new H2Columns(standard, types, refusals);
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
    statements.add(standard.createTable(table, operation.existence(), columns::write).toSql());
    table
        .indexes()
        .forEach(index -> statements.add(index(table.name(), index, operation.existence())));
    table.comment().ifPresent(text -> statements.add(tableComment(table.name(), text)));
    return all(statements);
  }

  @Override
  public List<DdlStatement> dropTable(DropTable operation) {
    return one(standard.dropTable(operation));
  }

  @Override
  public List<DdlStatement> renameTable(RenameTable operation) {
    return one(standard.renameTable(operation));
  }

  @Override
  public List<DdlStatement> changeTableComment(ChangeTableComment operation) {
    return one(tableComment(operation.table(), operation.to()));
  }

  private String tableComment(QualifiedName table, String text) {
    return standard.comment("TABLE", writer -> writer.name(table), text);
  }

  @Override
  public List<DdlStatement> addColumn(AddColumn operation) {
    refusals.checkColumn(operation.describe(), operation.column());
    return one(columns.add(operation));
  }

  @Override
  public List<DdlStatement> dropColumn(DropColumn operation) {
    return one(standard.dropColumn(operation));
  }

  @Override
  public List<DdlStatement> renameColumn(RenameColumn operation) {
    return one(standard.renameColumn(operation));
  }

  @Override
  public List<DdlStatement> alterColumn(AlterColumn operation) {
    operation.change(ColumnChange.Value.class).ifPresent(change -> checkChange(operation, change));
    return all(columns.alter(operation));
  }

  private void checkChange(AlterColumn operation, ColumnChange.Value change) {
    refusals.checkValue(operation.describe(), change.to());
    boolean counts =
        change.to() instanceof ColumnValue.Identity
            || change.from().filter(ColumnValue.Identity.class::isInstance).isPresent();
    if (counts && !dialect.has(Capability.ALTER_IDENTITY)) {
      throw refusals.refuse(
          operation.describe(),
          "a column stays an identity or none",
          "Add another column, copy the values, and drop this one.");
    }
  }

  // Indexes and constraints.

  @Override
  public List<DdlStatement> createIndex(CreateIndex operation) {
    checkBuild(operation.describe(), operation.build());
    refusals.checkIndex(operation.describe(), operation.index());
    return one(index(operation.table(), operation.index(), operation.existence()));
  }

  private void checkBuild(String what, IndexBuild build) {
    if (build == IndexBuild.ONLINE) {
      throw refusals.refuse(
          what,
          "the table cannot be written meanwhile",
          "Leave online() away for this product with op.on.");
    }
  }

  // The index stands in the schema of its table, which has to be said of both.
  private String index(QualifiedName table, Index index, Existence existence) {
    SqlWriter writer = standard.writer().keyword("CREATE");
    if (index.isUnique()) {
      writer.keyword("UNIQUE");
    }
    if (index.uniqueness() == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT) {
      writer.keyword("NULLS NOT DISTINCT");
    }
    if (index.details().method().isPresent()) {
      writer.keyword(SPATIAL);
    }
    writer.keyword("INDEX");
    if (existence == Existence.TOLERANT) {
      writer.keyword("IF NOT EXISTS");
    }
    index.name().ifPresent(name -> writer.name(table.sibling(name)));
    writer.keyword("ON").name(table).parentheses(w -> w.list(index.parts(), H2Ddl::part));
    if (!index.details().include().isEmpty()) {
      writer.keyword("INCLUDE").parentheses(w -> w.names(index.details().include()));
    }
    return writer.toSql();
  }

  private static void part(SqlWriter writer, IndexPart part) {
    part.column().ifPresent(writer::name);
    if (part.order() == IndexPart.Order.DESCENDING) {
      writer.keyword("DESC");
    }
    if (part.nulls() != IndexPart.Nulls.AS_BY_DEFAULT) {
      writer.keyword("NULLS").keyword(part.nulls().name());
    }
  }

  @Override
  public List<DdlStatement> dropIndex(DropIndex operation) {
    checkBuild(operation.describe(), operation.build());
    return one(
        standard
            .drop("INDEX", operation.existence())
            .name(operation.table().sibling(operation.name()))
            .toSql());
  }

  @Override
  public List<DdlStatement> renameIndex(RenameIndex operation) {
    return one(
        standard
            .writer()
            .keyword("ALTER INDEX")
            .name(operation.table().sibling(operation.from()))
            .keyword("RENAME TO")
            .name(operation.to())
            .toSql());
  }

  @Override
  public List<DdlStatement> addConstraint(AddConstraint operation) {
    refusals.checkConstraint(operation.describe(), operation.constraint());
    return one(standard.addConstraint(operation));
  }

  @Override
  public List<DdlStatement> dropConstraint(DropConstraint operation) {
    return one(standard.dropConstraint(operation));
  }

  @Override
  public List<DdlStatement> renameConstraint(RenameConstraint operation) {
    return one(standard.renameConstraint(operation));
  }

  // Sequences.

  @Override
  public List<DdlStatement> createSequence(CreateSequence operation) {
    List<String> statements = new ArrayList<>();
    statements.add(standard.createSequence(operation).toSql());
    operation
        .sequence()
        .comment()
        .ifPresent(text -> statements.add(comment("SEQUENCE", operation.sequence().name(), text)));
    return all(statements);
  }

  @Override
  public List<DdlStatement> alterSequence(AlterSequence operation) {
    SqlWriter options = standard.writer();
    H2SequenceChanges changes = H2SequenceChanges.ofSequence(operation);
    changes.write(options);
    if (options.toSql().isEmpty()) {
      return List.of();
    }
    SqlWriter writer = standard.writer().keyword("ALTER SEQUENCE").name(operation.name());
    changes.write(writer);
    return one(writer.toSql());
  }

  @Override
  public List<DdlStatement> dropSequence(DropSequence operation) {
    return one(standard.dropSequence(operation));
  }

  @Override
  public List<DdlStatement> renameSequence(RenameSequence operation) {
    throw refusals.refuse(
        operation.describe(),
        "a sequence keeps its name",
        "Create another sequence that starts where this one stands, and drop this one.");
  }

  // Views.

  @Override
  public List<DdlStatement> createView(CreateView operation) {
    checkView(operation.describe(), operation.view());
    String words =
        operation.existence() == Existence.TOLERANT ? "CREATE VIEW IF NOT EXISTS" : "CREATE VIEW";
    return view(words, operation.view(), Optional.empty());
  }

  @Override
  public List<DdlStatement> replaceView(ReplaceView operation) {
    checkView(operation.describe(), operation.to());
    return view("CREATE OR REPLACE VIEW", operation.to(), operation.from());
  }

  // A view that is replaced keeps its comment.
  private List<DdlStatement> view(String words, View view, Optional<View> before) {
    List<String> statements = new ArrayList<>();
    statements.add(standard.view(words, view));
    if (view.comment().isPresent() || before.flatMap(View::comment).isPresent()) {
      statements.add(comment("VIEW", view.name(), view.comment().orElse("")));
    }
    return all(statements);
  }

  private void checkView(String what, View view) {
    refusals.checkNoOptions(what, "view", view.options());
    checkKind(what, view.kind());
  }

  // They exist, but the catalogue keeps their queries to itself, and before 2.5 breaks on them.
  private void checkKind(String what, View.Kind kind) {
    if (kind == View.Kind.MATERIALIZED) {
      throw refusals.refuse(
          what,
          "its materialized views are not supported",
          "Create a plain view, or a table that op.execute fills.");
    }
  }

  @Override
  public List<DdlStatement> dropView(DropView operation) {
    checkKind(operation.describe(), operation.kind());
    return one(standard.dropView(operation));
  }

  private String comment(String what, QualifiedName name, String text) {
    return standard.comment(what, writer -> writer.name(name), text);
  }

  // Schemas and enum types.

  @Override
  public List<DdlStatement> createSchema(CreateSchema operation) {
    return one(standard.createSchema(operation));
  }

  @Override
  public List<DdlStatement> dropSchema(DropSchema operation) {
    return one(standard.dropSchema(operation));
  }

  @Override
  public List<DdlStatement> createEnumType(CreateEnumType operation) {
    if (operation.type().comment().isPresent()) {
      throw refusals.refuse(
          operation.describe(),
          "every column of the type would get its comment",
          "Leave the comment of the type away, and comment on the columns.");
    }
    List<SqlLiteral> values = operation.type().values().stream().map(SqlLiteral::text).toList();
    return one(
        standard
            .create("DOMAIN", operation.existence())
            .name(operation.type().name())
            .keyword("AS")
            .call("ENUM", w -> w.literals(values))
            .toSql());
  }

  @Override
  public List<DdlStatement> addEnumValue(AddEnumValue operation) {
    String wayRound = "Create another enum type, and change the columns to it.";
    if (!dialect.has(Capability.ADD_ENUM_VALUE)) {
      throw refusals.refuse(operation.describe(), "an enum type keeps its values", wayRound);
    } else if (operation.before().isPresent()) {
      throw refusals.refuse(operation.describe(), "a new value stands behind all others", wayRound);
    } else if (operation.existence() == Existence.TOLERANT) {
      throw refusals.refuse(
          operation.describe(),
          "it cannot ask whether the value is there",
          "Leave ifNotExists() away.");
    }
    return one(
        standard
            .writer()
            .keyword("ALTER TYPE")
            .name(operation.type())
            .keyword("ADD VALUE")
            .literal(SqlLiteral.text(operation.value()))
            .toSql());
  }

  @Override
  public List<DdlStatement> dropEnumType(DropEnumType operation) {
    return one(standard.drop("DOMAIN", operation.existence()).name(operation.name()).toSql());
  }

  // SQL, rows and blocks.

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
}
