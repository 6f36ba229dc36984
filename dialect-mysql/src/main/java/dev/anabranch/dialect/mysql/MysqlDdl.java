package dev.anabranch.dialect.mysql;

import static dev.anabranch.dialect.mysql.MysqlExpressions.choose;
import static dev.anabranch.dialect.mysql.MysqlExpressions.either;
import static dev.anabranch.dialect.mysql.MysqlExpressions.text;

import dev.anabranch.dialect.CommonOperations;
import dev.anabranch.dialect.DdlCompiler;
import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.Dialect;
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
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Turns operations into the statements of MySQL and MariaDB (MySQL 8.0 Reference Manual, chapter
 * 13; MariaDB Knowledge Base, "SQL Statements"). The server commits all of them by itself but those
 * for rows.
 *
 * <p>An enum type stands in each of its columns, so that creating or dropping one is nothing.
 * Indexes are created with their table, in one statement.
 */
final class MysqlDdl implements DdlCompiler, OperationVisitor<List<DdlStatement>> {

  private final SqlStyle style;
  private final StandardDdl standard;
  private final CommonOperations common;
  private final MysqlFeatures features;
  private final MysqlRefusals refusals;
  private final MysqlColumns columns;
  private final MysqlIndexes indexes;
  private final MysqlConstraints constraints;
  private final MysqlTables tables;
  private final MysqlViews views;
  private final MysqlSequences sequences;
  private final MysqlAlteration alteration;

  /**
   * Creates the compiler of a dialect.
   *
   * @param dialect the dialect
   * @param server what is known of the server
   */
  MysqlDdl(Dialect dialect, MysqlServer server) {
    List<String> names = dialect.names();
    style = dialect.style();
    features = MysqlFeatures.of(server);
    MysqlTypes types = new MysqlTypes(features, names);
    SqlStyle marked =
        new SqlStyle(
            style.quoting(),
            new MysqlMarkedLiterals(style.literals()),
            style.folding(),
            style.limit());
    standard = new StandardDdl(marked, names, types);
    common =
        new CommonOperations(
            dialect, new StandardDdl(style, names, types), new MysqlPieces(server.mode()));
    refusals =
        new MysqlRefusals(
            features, types, new UnsupportedOperations(server.product().title(), server.version()));
    columns = new MysqlColumns(standard, types, names);
    indexes = new MysqlIndexes(standard, refusals, names);
    constraints = new MysqlConstraints(standard, features);
    tables = new MysqlTables(standard, refusals, columns, indexes, constraints);
    views = new MysqlViews(standard, refusals, names);
    sequences = new MysqlSequences(standard, refusals);
    alteration = new MysqlAlteration(style, columns, features);
  }

  @Override
  public List<DdlStatement> compile(Operation operation) {
    if (speaksInNames(operation)) {
      refusals.checkLetters(operation.describe(), operation.describe());
    }
    return operation.accept(this);
  }

  private static boolean speaksInNames(Operation operation) {
    return !(operation instanceof ExecuteSql
        || operation instanceof OutsideTransaction
        || operation instanceof OnDialects
        || operation instanceof CustomOperation);
  }

  private List<DdlStatement> one(String sql) {
    return List.of(
        MysqlSessionText.isNeededFor(sql)
            ? run(new MysqlSessionText().text(sql)::write)
            : DdlStatement.committing(sql));
  }

  private DdlStatement run(Consumer<SqlWriter> text) {
    return MysqlSessionText.run(style, text);
  }

  /**
   * Returns a statement that does nothing where there is nothing to do: by its own words, where the
   * server knows them there, or by looking first.
   *
   * @param condition whether there is something to do
   * @param sql writes the statement, with {@code IF [NOT] EXISTS} or without
   */
  private List<DdlStatement> tolerant(
      Existence existence, Consumer<SqlWriter> condition, Function<Existence, String> sql) {
    if (existence == Existence.STRICT || features.has(MysqlFeature.IF_EXISTS_EVERYWHERE)) {
      return one(sql.apply(existence));
    }
    return List.of(
        when(condition, new MysqlSessionText().text(sql.apply(Existence.STRICT))::write));
  }

  private DdlStatement when(Consumer<SqlWriter> condition, Consumer<SqlWriter> text) {
    return run(choose(condition, text, text(MysqlSessionText.NOTHING)));
  }

  private static Consumer<SqlWriter> not(Consumer<SqlWriter> condition) {
    return w -> condition.accept(w.keyword("NOT"));
  }

  // Tables and columns.

  @Override
  public List<DdlStatement> createTable(CreateTable operation) {
    tables.check(operation.describe(), operation.table());
    return one(tables.create(operation));
  }

  @Override
  public List<DdlStatement> dropTable(DropTable operation) {
    return one(standard.dropTable(operation));
  }

  // ALTER TABLE would move the table into the session's database.
  @Override
  public List<DdlStatement> renameTable(RenameTable operation) {
    return rename(operation.from(), operation.to());
  }

  private List<DdlStatement> rename(QualifiedName from, Identifier to) {
    return one(
        standard
            .writer()
            .keyword("RENAME TABLE")
            .name(from)
            .keyword("TO")
            .name(from.sibling(to))
            .toSql());
  }

  @Override
  public List<DdlStatement> changeTableComment(ChangeTableComment operation) {
    refusals.checkComment(operation.describe(), operation.to());
    return one(
        standard
            .alterTable(operation.table())
            .keyword("COMMENT")
            .operator("=")
            .literal(SqlLiteral.text(operation.to()))
            .toSql());
  }

  @Override
  public List<DdlStatement> addColumn(AddColumn operation) {
    String what = operation.describe();
    refusals.checkColumn(what, operation.column());
    if (operation.column().value() instanceof ColumnValue.Identity) {
      throw refusals.refuse(
          what,
          "AUTO_INCREMENT needs a key in the same statement",
          "Use op.execute(\"ALTER TABLE ... ADD COLUMN ... AUTO_INCREMENT, ADD PRIMARY KEY (...)\")"
              + " on this product.");
    }
    return tolerant(
        operation.existence(),
        not(new MysqlCatalogue(operation.table()).hasColumn(operation.column().name())),
        existence -> tables.addColumn(operation, existence));
  }

  @Override
  public List<DdlStatement> dropColumn(DropColumn operation) {
    return tolerant(
        operation.existence(),
        new MysqlCatalogue(operation.table()).hasColumn(operation.name()),
        existence ->
            standard.dropColumn(
                new DropColumn(
                    operation.table(), operation.name(), existence, operation.definition())));
  }

  @Override
  public List<DdlStatement> renameColumn(RenameColumn operation) {
    return one(standard.renameColumn(operation));
  }

  @Override
  public List<DdlStatement> alterColumn(AlterColumn operation) {
    String what = operation.describe();
    operation.change(ColumnChange.Type.class).ifPresent(change -> checkType(what, change));
    operation
        .change(ColumnChange.Value.class)
        .ifPresent(change -> refusals.checkValue(what, change.to()));
    operation
        .change(ColumnChange.Comment.class)
        .ifPresent(change -> refusals.checkComment(what, change.to()));
    return List.of(alteration.statement(operation));
  }

  private void checkType(String what, ColumnChange.Type change) {
    refusals.checkType(what, change.to());
    if (change.using().isPresent()) {
      throw refusals.refuse(
          what,
          "it has one way to make the values of a new type",
          "Add a column of the new type, fill it with op.execute, drop the old one and rename.");
    }
  }

  // Indexes and constraints.

  @Override
  public List<DdlStatement> createIndex(CreateIndex operation) {
    indexes.check(operation.describe(), operation.index());
    if (operation.build() == IndexBuild.ONLINE && MysqlIndexes.locksTable(operation.index())) {
      throw indexes.online(operation.describe());
    }
    Optional<Identifier> name = operation.index().name();
    return name.isEmpty()
        ? one(indexes.create(operation, Existence.STRICT))
        : tolerant(
            operation.existence(),
            not(new MysqlCatalogue(operation.table()).hasIndex(name.get())),
            existence -> indexes.create(operation, existence));
  }

  @Override
  public List<DdlStatement> dropIndex(DropIndex operation) {
    Consumer<SqlWriter> drop = indexes.drop(operation);
    return List.of(
        operation.existence() == Existence.TOLERANT
            ? when(new MysqlCatalogue(operation.table()).hasIndex(operation.name()), drop)
            : run(drop));
  }

  @Override
  public List<DdlStatement> renameIndex(RenameIndex operation) {
    return one(
        standard
            .alterTable(operation.table())
            .keyword("RENAME INDEX")
            .name(operation.from())
            .keyword("TO")
            .name(operation.to())
            .toSql());
  }

  @Override
  public List<DdlStatement> addConstraint(AddConstraint operation) {
    refusals.checkConstraint(operation.describe(), operation.constraint());
    SqlWriter writer = standard.alterTable(operation.table()).keyword("ADD");
    return one(constraints.write(writer, operation.constraint()).toSql());
  }

  @Override
  public List<DdlStatement> dropConstraint(DropConstraint operation) {
    if (operation.kind() == TableConstraint.Kind.EXCLUSION) {
      throw refusals.refuse(
          operation.describe(), "it has no exclusion constraints", "Leave the drop away.");
    }
    Consumer<SqlWriter> drop = constraints.drop(operation);
    if (operation.existence() == Existence.TOLERANT) {
      return List.of(when(MysqlConstraints.isThere(operation), drop));
    }
    return operation.kind() == TableConstraint.Kind.CHECK
        ? one(constraints.dropCheck(operation))
        : List.of(run(drop));
  }

  @Override
  public List<DdlStatement> renameConstraint(RenameConstraint operation) {
    throw refusals.refuse(
        operation.describe(),
        "a constraint keeps its name",
        operation.kind() == TableConstraint.Kind.UNIQUE
            ? "Rename the index of the constraint with op.renameIndex."
            : "Drop the constraint, and add it under the other name.");
  }

  // Sequences.

  @Override
  public List<DdlStatement> createSequence(CreateSequence operation) {
    sequences.check(operation.describe());
    return one(sequences.create(operation));
  }

  @Override
  public List<DdlStatement> alterSequence(AlterSequence operation) {
    sequences.check(operation.describe());
    return sequences.alter(operation).map(this::one).orElse(List.of());
  }

  @Override
  public List<DdlStatement> dropSequence(DropSequence operation) {
    sequences.check(operation.describe());
    return one(standard.dropSequence(operation));
  }

  @Override
  public List<DdlStatement> renameSequence(RenameSequence operation) {
    sequences.check(operation.describe());
    return rename(operation.from(), operation.to());
  }

  // Views.

  @Override
  public List<DdlStatement> createView(CreateView operation) {
    String what = operation.describe();
    views.check(what, operation.view());
    return tolerant(
        operation.existence(),
        not(new MysqlCatalogue(operation.view().name()).isThere()),
        existence -> views.create(what, "CREATE", operation.view(), existence));
  }

  @Override
  public List<DdlStatement> replaceView(ReplaceView operation) {
    String what = operation.describe();
    views.check(what, operation.to());
    return one(views.create(what, "CREATE OR REPLACE", operation.to(), Existence.STRICT));
  }

  @Override
  public List<DdlStatement> dropView(DropView operation) {
    views.checkKind(operation.describe(), operation.kind());
    return one(standard.dropView(operation));
  }

  // Schemas and enum types.

  @Override
  public List<DdlStatement> createSchema(CreateSchema operation) {
    return one(standard.createSchema(operation));
  }

  // The server would drop everything in it.
  @Override
  public List<DdlStatement> dropSchema(DropSchema operation) {
    Optional<Identifier> name = Optional.of(operation.name());
    Consumer<SqlWriter> full =
        either(
            holds("TABLES", "TABLE_SCHEMA", name),
            either(
                holds("ROUTINES", "ROUTINE_SCHEMA", name), holds("EVENTS", "EVENT_SCHEMA", name)));
    Consumer<SqlWriter> refusal =
        MysqlSessionText.failing(standard, "Cannot " + operation.describe() + ": it is not empty.");
    Consumer<SqlWriter> drop = new MysqlSessionText().text(standard.dropSchema(operation))::write;
    return List.of(run(choose(full, refusal, drop)));
  }

  private static Consumer<SqlWriter> holds(
      String catalogue, String column, Optional<Identifier> schema) {
    return w -> MysqlCatalogue.exists(w, catalogue, List.of(MysqlCatalogue.schema(column, schema)));
  }

  @Override
  public List<DdlStatement> createEnumType(CreateEnumType operation) {
    if (operation.type().comment().isPresent()) {
      throw refusals.refuse(
          operation.describe(),
          "the type is nothing by itself that could have a comment",
          "Leave the comment away, or put it on the columns.");
    }
    return List.of();
  }

  @Override
  public List<DdlStatement> addEnumValue(AddEnumValue operation) {
    throw refusals.refuse(
        operation.describe(),
        "the values stand in each column, and which columns those are is not known",
        "Change the type of each column to the longer list with op.alterColumn.");
  }

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
