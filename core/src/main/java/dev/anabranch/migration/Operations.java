package dev.anabranch.migration;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.AddEnumValue;
import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.AlterSequence;
import dev.anabranch.operation.ChangeTableComment;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.operation.Condition;
import dev.anabranch.operation.CreateEnumType;
import dev.anabranch.operation.CreateIndex;
import dev.anabranch.operation.CreateSchema;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.CreateView;
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
import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.OperationException;
import dev.anabranch.operation.OutsideTransaction;
import dev.anabranch.operation.RenameColumn;
import dev.anabranch.operation.RenameConstraint;
import dev.anabranch.operation.RenameIndex;
import dev.anabranch.operation.RenameSequence;
import dev.anabranch.operation.RenameTable;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.operation.UpdateRows;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.DialectNames;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records what a revision changes. Handed to a {@link Migration}; for one thread.
 *
 * <p>Names are plain texts: in small letters they are the server's to fold, as in SQL without
 * quotes. {@link #in} puts what follows into a schema, {@link #ifExists} and {@link #ifNotExists}
 * forgive what is missing or there already, {@link #online} lets a table be written while an index
 * is built; each returns a view of the same recorder:
 *
 * <pre>{@code
 * op.in("archive").ifExists().dropTable("customer_2019");
 * }</pre>
 *
 * <p>Constraints and indexes without a name get one by the project's naming convention.
 *
 * @since 0.1
 */
public final class Operations {

  /** What {@link Session#connection} is told where an author asks for the connection itself. */
  public static final String CONNECTION = "op.connection";

  private final Recording recording;
  private final Optional<Identifier> schema;
  private final Existence existence;
  private final IndexBuild build;

  /**
   * Creates a recorder.
   *
   * @param settings what it has to know of the project and the server
   * @param session the database, or what refuses to be one
   */
  public Operations(RecorderSettings settings, Session session) {
    this(new Recording(settings, session), Optional.empty(), Existence.STRICT, IndexBuild.BLOCKING);
  }

  private Operations(
      Recording recording, Optional<Identifier> schema, Existence existence, IndexBuild build) {
    this.recording = recording;
    this.schema = schema;
    this.existence = existence;
    this.build = build;
  }

  /** Returns what was recorded since the last query, in order, and forgets it. */
  public List<RecordedOperation> takeRecorded() {
    return recording.take();
  }

  /** Returns the names of the dialect that this is recorded for, the most specific first. */
  public List<String> dialectNames() {
    return recording.settings().dialectNames();
  }

  /** Returns this recorder for a schema. */
  public Operations in(String schemaName) {
    return new Operations(recording, Optional.of(Identifier.of(schemaName)), existence, build);
  }

  /** Returns this recorder, forgiving drops of what is not there. */
  public Operations ifExists() {
    return new Operations(recording, schema, Existence.TOLERANT, build);
  }

  /** Returns this recorder, forgiving creations of what is there. */
  public Operations ifNotExists() {
    return ifExists();
  }

  /** Returns this recorder, building and dropping indexes while tables can be written. */
  public Operations online() {
    return new Operations(recording, schema, existence, IndexBuild.ONLINE);
  }

  /** Records any operation. */
  public void record(Operation operation) {
    recording.add(operation);
  }

  /** Records operations for one dialect only. */
  public void on(String dialect, Consumer<Operations> body) {
    on(List.of(dialect), body);
  }

  /** Records operations for some dialects only. */
  public void on(List<String> dialects, Consumer<Operations> body) {
    dialects.forEach(DialectNames::require);
    if (dialects.stream().anyMatch(dialectNames()::contains)) {
      body.accept(this);
    }
  }

  /** Records operations that run outside a transaction; they cannot query. */
  public void outsideTransaction(Consumer<Operations> body) {
    for (RecordedOperation each : child("inside a block outside transactions", body)) {
      recording.add(
          new RecordedOperation(new OutsideTransaction(List.of(each.operation())), each.line()));
    }
  }

  /**
   * Records the inverses of other operations, in the opposite order.
   *
   * @param body records the operations that are to be taken back; it cannot query
   * @throws OperationException if one of them has no inverse
   */
  public void reverse(Consumer<Operations> body) {
    List<RecordedOperation> forth = child("where a downgrade is derived", body);
    for (int i = forth.size() - 1; i >= 0; i--) {
      RecordedOperation recorded = forth.get(i);
      if (!(recorded.operation().inverse() instanceof Inverse.Of known)) {
        throw irreversible(recorded);
      }
      known
          .operations()
          .forEach(back -> recording.add(new RecordedOperation(back, recorded.line())));
    }
  }

  private static OperationException irreversible(RecordedOperation recorded) {
    Inverse.None none = (Inverse.None) recorded.operation().inverse();
    String where = recorded.line().isPresent() ? " (line " + recorded.line().getAsInt() + ")" : "";
    return new OperationException(
        ErrorCode.NO_INVERSE,
        "Cannot take back \""
            + recorded.operation().describe()
            + "\""
            + where
            + ": "
            + none.reason()
            + ".",
        none.remedy());
  }

  private List<RecordedOperation> child(String where, Consumer<Operations> body) {
    int before = recording.size();
    Operations inner =
        new Operations(
            new Recording(recording.settings(), new NoQueries(where)), schema, existence, build);
    body.accept(inner);
    if (recording.size() != before) {
      throw new OperationException(
          ErrorCode.INVALID_OPERATION,
          "Cannot record " + where + ": the operations were recorded with the recorder around it.",
          "Use the recorder that the block is handed.");
    }
    return inner.takeRecorded();
  }

  /**
   * Says that there is nothing to do on purpose, such as in the downgrade of a revision whose work
   * may stay.
   */
  public void nothingToDo() {
    recording.nothingToDo();
  }

  /** Returns whether {@link #nothingToDo} was said. */
  public boolean isSaidToBeNothing() {
    return recording.isSaidToBeNothing();
  }

  // Tables.

  /** Creates a table; what stands in it is made by {@link Definitions}. */
  public void createTable(String name, TableElement... elements) {
    createTable(TableElements.table(name(name), Arrays.asList(elements)));
  }

  /** Creates a table. */
  public void createTable(Table table) {
    Table named = recording.settings().name(table);
    record(new CreateTable(named, existence));
  }

  /** Drops a table. */
  public void dropTable(String name) {
    record(new DropTable(name(name), existence, Optional.empty()));
  }

  /** Drops a table that is like this; that can be taken back. */
  public void dropTable(String name, TableElement... definition) {
    Table table =
        recording.settings().name(TableElements.table(name(name), Arrays.asList(definition)));
    record(new DropTable(table.name(), existence, Optional.of(table)));
  }

  /** Gives a table another name. */
  public void renameTable(String from, String to) {
    record(new RenameTable(name(from), Identifier.of(to)));
  }

  /** Sets the comment of a table; empty text for none. */
  public void tableComment(String table, String text) {
    record(new ChangeTableComment(name(table), text, Optional.empty()));
  }

  /** Sets the comment of a table that had another before; that can be taken back. */
  public void tableComment(String table, String text, String before) {
    record(new ChangeTableComment(name(table), text, Optional.of(before)));
  }

  // Columns.

  /** Adds a column, and the constraints that were described with it. */
  public void addColumn(String table, ColumnDefinition column) {
    record(new AddColumn(name(table), column.column(), existence));
    column.constraints().forEach(constraint -> addConstraint(table, constraint));
  }

  /** Drops a column. */
  public void dropColumn(String table, String column) {
    record(new DropColumn(name(table), Identifier.of(column), existence, Optional.empty()));
  }

  /** Drops a column that is like this, constraints beside it first; that can be taken back. */
  public void dropColumn(String table, ColumnDefinition definition) {
    Column column = definition.column();
    definition.constraints().forEach(constraint -> dropConstraint(table, constraint));
    record(new DropColumn(name(table), column.name(), existence, Optional.of(column)));
  }

  /** Gives a column another name. */
  public void renameColumn(String table, String from, String to) {
    record(new RenameColumn(name(table), Identifier.of(from), Identifier.of(to)));
  }

  /** Changes a column; the changes run as one. */
  public void alterColumn(String table, String column, ColumnChange... changes) {
    record(new AlterColumn(name(table), Identifier.of(column), List.of(changes)));
  }

  // Indexes.

  /** Creates an index over some columns, named by the convention. */
  public void createIndex(String table, String... columns) {
    createIndex(table, Definitions.indexOn(columns));
  }

  /** Creates an index. */
  public void createIndex(String table, Index index) {
    QualifiedName owner = name(table);
    record(new CreateIndex(owner, recording.settings().name(owner, index), existence, build));
  }

  /** Drops an index. */
  public void dropIndex(String table, String index) {
    record(new DropIndex(name(table), Identifier.of(index), existence, build, Optional.empty()));
  }

  /** Drops an index that is like this; that can be taken back. */
  public void dropIndex(String table, Index definition) {
    QualifiedName owner = name(table);
    Index named = recording.settings().name(owner, definition);
    record(new DropIndex(owner, named.name().orElseThrow(), existence, build, Optional.of(named)));
  }

  /** Gives an index another name. */
  public void renameIndex(String table, String from, String to) {
    record(new RenameIndex(name(table), Identifier.of(from), Identifier.of(to)));
  }

  // Constraints.

  /** Adds a constraint, made by {@link Definitions}. */
  public void addConstraint(String table, TableElement constraint) {
    addConstraint(table, TableElements.constraint(constraint));
  }

  /** Adds a constraint. */
  public void addConstraint(String table, TableConstraint constraint) {
    QualifiedName owner = name(table);
    record(new AddConstraint(owner, recording.settings().name(owner, constraint)));
  }

  /** Drops a constraint. */
  public void dropConstraint(String table, TableConstraint.Kind kind, String constraint) {
    record(
        new DropConstraint(
            name(table), kind, Identifier.of(constraint), existence, Optional.empty()));
  }

  /** Drops a constraint that is like this, made by {@link Definitions}; that can be taken back. */
  public void dropConstraint(String table, TableElement definition) {
    dropConstraint(table, TableElements.constraint(definition));
  }

  /** Drops a constraint that is like this; that can be taken back. */
  public void dropConstraint(String table, TableConstraint definition) {
    QualifiedName owner = name(table);
    TableConstraint named = recording.settings().name(owner, definition);
    record(
        new DropConstraint(
            owner, named.kind(), named.name().orElseThrow(), existence, Optional.of(named)));
  }

  /** Gives a constraint another name. */
  public void renameConstraint(String table, TableConstraint.Kind kind, String from, String to) {
    record(new RenameConstraint(name(table), kind, Identifier.of(from), Identifier.of(to)));
  }

  // Sequences.

  /** Creates a sequence. */
  public void createSequence(String name, SequenceOptions options) {
    record(new CreateSequence(Sequence.of(name(name)).withOptions(options), existence));
  }

  /** Changes how a sequence counts. */
  public void alterSequence(String name, SequenceOptions to) {
    record(new AlterSequence(name(name), to, Optional.empty()));
  }

  /** Changes how a sequence counts that counted otherwise before; that can be taken back. */
  public void alterSequence(String name, SequenceOptions to, SequenceOptions before) {
    record(new AlterSequence(name(name), to, Optional.of(before)));
  }

  /** Drops a sequence. */
  public void dropSequence(String name) {
    record(new DropSequence(name(name), existence, Optional.empty()));
  }

  /** Drops a sequence that counts like this; that can be taken back. */
  public void dropSequence(String name, SequenceOptions definition) {
    Sequence sequence = Sequence.of(name(name)).withOptions(definition);
    record(new DropSequence(sequence.name(), existence, Optional.of(sequence)));
  }

  /** Gives a sequence another name. */
  public void renameSequence(String from, String to) {
    record(new RenameSequence(name(from), Identifier.of(to)));
  }

  // Views.

  /** Creates a view of a query. */
  public void createView(String name, String query) {
    createView(View.of(name(name), SqlExpression.of(query)));
  }

  /** Creates a view. */
  public void createView(View view) {
    record(new CreateView(view, existence));
  }

  /** Puts a view in the place of another. */
  public void replaceView(String name, String query) {
    record(new ReplaceView(View.of(name(name), SqlExpression.of(query)), Optional.empty()));
  }

  /** Puts a view in the place of one with another query; that can be taken back. */
  public void replaceView(String name, String query, String queryBefore) {
    QualifiedName view = name(name);
    record(
        new ReplaceView(
            View.of(view, SqlExpression.of(query)),
            Optional.of(View.of(view, SqlExpression.of(queryBefore)))));
  }

  /** Drops a view. */
  public void dropView(String name) {
    record(new DropView(name(name), View.Kind.PLAIN, existence, Optional.empty()));
  }

  /** Drops a view that is like this; that can be taken back. */
  public void dropView(View definition) {
    record(new DropView(definition.name(), definition.kind(), existence, Optional.of(definition)));
  }

  // Schemas and enum types.

  /** Creates a schema. */
  public void createSchema(String name) {
    record(new CreateSchema(Identifier.of(name), existence));
  }

  /** Drops a schema, which has to be empty. */
  public void dropSchema(String name) {
    record(new DropSchema(Identifier.of(name), existence));
  }

  /** Creates an enum type; products without such types do nothing. */
  public void createEnumType(String name, String... values) {
    record(new CreateEnumType(EnumType.of(name(name), List.of(values)), existence));
  }

  /** Adds a value behind the others of an enum type. */
  public void addEnumValue(String type, String value) {
    record(new AddEnumValue(name(type), value, Optional.empty(), existence));
  }

  /** Adds a value in front of another of an enum type. */
  public void addEnumValueBefore(String type, String value, String next) {
    record(new AddEnumValue(name(type), value, Optional.of(next), existence));
  }

  /** Drops an enum type; with its values the drop can be taken back. */
  public void dropEnumType(String name, String... values) {
    Optional<EnumType> definition =
        values.length == 0
            ? Optional.empty()
            : Optional.of(EnumType.of(name(name), List.of(values)));
    record(new DropEnumType(name(name), existence, definition));
  }

  // SQL and rows.

  /**
   * Executes a statement.
   *
   * @param sql the statement; each question mark outside of quotes and comments stands for a
   *     parameter, if there are any
   * @param parameters values as {@link SqlValue#literal} takes them, written as constants
   */
  public void execute(String sql, @Nullable Object... parameters) {
    execute(SqlExpression.of(sql), parameters);
  }

  /** Executes a statement that has other texts for some products. */
  public void execute(SqlExpression sql, @Nullable Object... parameters) {
    record(
        new ExecuteSql(
            sql, Arrays.stream(parameters).map(SqlValue::literal).toList(), Optional.empty()));
  }

  /** Executes a statement that another one takes back. */
  public void executeReversibly(String sql, String reverse) {
    record(
        new ExecuteSql(SqlExpression.of(sql), List.of(), Optional.of(SqlExpression.of(reverse))));
  }

  /** Begins to insert rows; goes on with {@code row}. */
  public RowInsertion insertInto(String table, String... columns) {
    return new RowInsertion(this, recording, name(table), Definitions.identifiers(columns));
  }

  void insert(InsertRows rows) {
    if (!rows.rows().isEmpty()) {
      record(rows);
    }
  }

  /**
   * Changes rows.
   *
   * @param table the table
   * @param assignments by column the new value, as {@link SqlValue#of} takes it
   * @param condition which rows
   */
  public void update(
      String table, Map<String, ? extends @Nullable Object> assignments, Condition condition) {
    Map<Identifier, SqlValue> values = new LinkedHashMap<>();
    assignments.forEach((column, value) -> values.put(Identifier.of(column), SqlValue.of(value)));
    record(new UpdateRows(name(table), values, condition));
  }

  /** Deletes rows. */
  public void delete(String table, Condition condition) {
    record(new DeleteRows(name(table), condition));
  }

  // Asking the database.

  /**
   * Runs what was recorded so far, then a query.
   *
   * @param sql the query, with question marks for parameters
   * @param parameters the values
   * @return its rows, in order
   * @throws OperationException if there is no database to ask, as in an offline script, or the
   *     query fails
   */
  public List<Row> query(String sql, @Nullable Object... parameters) {
    Connection connection = recording.connection("op.query");
    return Queries.run(connection, sql, new ArrayList<>(Arrays.asList(parameters)));
  }

  /**
   * Runs what was recorded so far and returns the connection that the revision runs on. It is not
   * to be closed, committed or rolled back.
   *
   * @throws OperationException if there is no database to ask, as in an offline script
   */
  public Connection connection() {
    return recording.connection(CONNECTION);
  }

  private QualifiedName name(String name) {
    return new QualifiedName(schema, Identifier.of(name));
  }
}
