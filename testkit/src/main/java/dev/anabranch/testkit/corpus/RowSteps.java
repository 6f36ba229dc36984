package dev.anabranch.testkit.corpus;

import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.Condition;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.CustomOperation;
import dev.anabranch.operation.DeleteRows;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.ExecuteSql;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.InsertRows;
import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.Inverses;
import dev.anabranch.operation.OnDialects;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.OutsideTransaction;
import dev.anabranch.operation.UpdateRows;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Inserts, changes and deletes rows of a table that nothing else touches and that comes and goes,
 * and puts operations into blocks.
 */
final class RowSteps {

  private static final Identifier ID = Identifier.of("id");
  private static final Identifier WORD = Identifier.of("word");

  private final CorpusState state;

  RowSteps(CorpusState state) {
    this.state = state;
  }

  private Table ledger() {
    return Table.of(
        TableSteps.named(state.plainName("ledger")),
        List.of(Column.of(ID, DataType.Simple.INTEGER), Column.of(WORD, new DataType.Varchar(60))));
  }

  private Optional<List<Operation>> within(Table table, Operation... operations) {
    List<Operation> all = new ArrayList<>();
    all.add(new CreateTable(table, Existence.STRICT));
    all.add(rows(table.name()));
    all.addAll(List.of(operations));
    all.add(new DropTable(table.name(), Existence.STRICT, Optional.of(table)));
    return Optional.of(all);
  }

  private Operation rows(QualifiedName table) {
    return new InsertRows(
        table,
        List.of(ID, WORD),
        List.of(
            List.of(SqlValue.of(1), SqlValue.of(state.words())),
            List.of(SqlValue.of(2), SqlValue.of(null))),
        List.of(ID));
  }

  Optional<List<Operation>> insert() {
    return within(ledger());
  }

  Optional<List<Operation>> update() {
    Table table = ledger();
    return within(
        table,
        new UpdateRows(
            table.name(), Map.of(WORD, SqlValue.of(state.words())), Condition.equal("id", 1)));
  }

  Optional<List<Operation>> delete() {
    Table table = ledger();
    return within(table, new DeleteRows(table.name(), Condition.equal("word", null)));
  }

  Optional<List<Operation>> execute() {
    Table table = ledger();
    return within(
        table,
        new ExecuteSql(
            SqlExpression.of("UPDATE " + table.name() + " SET word = ? WHERE id = ?"),
            List.of(SqlLiteral.text(state.words()), SqlLiteral.number(2)),
            Optional.empty()));
  }

  Optional<List<Operation>> executeReversibly() {
    Table table = ledger();
    return within(
        table,
        new ExecuteSql(
            SqlExpression.of("UPDATE " + table.name() + " SET id = id + 10"),
            List.of(),
            Optional.of(SqlExpression.of("UPDATE " + table.name() + " SET id = id - 10"))));
  }

  // Blocks.

  Optional<List<Operation>> onOthers() {
    return Optional.of(
        List.of(
            new OnDialects(
                List.of("elsewhere"), List.of(new CreateTable(ledger(), Existence.STRICT)))));
  }

  private Column column() {
    return Column.of(state.name("c"), DataType.Simple.INTEGER);
  }

  Optional<List<Operation>> outside() {
    return state
        .anyTable()
        .map(
            table ->
                List.of(
                    new OutsideTransaction(
                        List.of(new AddColumn(table.name(), column(), Existence.STRICT)))));
  }

  Optional<List<Operation>> custom() {
    return state.anyTable().map(table -> List.of(new TwoColumns(table.name(), column(), column())));
  }

  /**
   * An operation of an author's own.
   *
   * @param table the table
   * @param first the first column
   * @param second the other
   */
  record TwoColumns(QualifiedName table, Column first, Column second) implements CustomOperation {

    @Override
    public List<Operation> expand(List<String> dialectNames) {
      return List.of(
          new AddColumn(table, first, Existence.STRICT),
          new AddColumn(table, second, Existence.STRICT));
    }

    @Override
    public String describe() {
      return "add two columns to " + table;
    }

    @Override
    public Inverse inverse() {
      return Inverses.of(expand(List.of()));
    }
  }
}
