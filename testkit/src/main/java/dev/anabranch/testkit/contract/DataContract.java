package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.currentTimestamp;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.sql;
import static dev.anabranch.migration.Definitions.timestamp;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.dialect.Capability;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.Condition;
import dev.anabranch.operation.CustomOperation;
import dev.anabranch.operation.InsertRows;
import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.Inverses;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.OperationException;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows are inserted, changed and deleted; SQL runs as it is written, for this product. */
public abstract class DataContract extends OperationContract {

  /** For the classes of the products. */
  protected DataContract() {}

  private static void note(Operations op) {
    op.createTable(
        "note",
        column("id", integer()).primaryKey(),
        column("word", varchar(60)),
        column("size", integer()));
  }

  private static void threeNotes(Operations op) {
    note(op);
    op.insertInto("note", "id", "word", "size")
        .row(1, "one", 10)
        .row(2, "two", null)
        .row(3, null, 30)
        .insert();
  }

  private List<String> ids() {
    return query("SELECT id FROM note ORDER BY id");
  }

  @Test
  void rowsAreInsertedAndTakenBackByTheirKey() {
    run(DataContract::note);
    run(op -> op.insertInto("note", "id").row(9).insert());
    List<Operation> inserted =
        recorded(
            op -> op.insertInto("note", "id", "word").row(1, "a").row(2, "b").key("id").insert());

    run(inserted);
    assertThat(ids()).containsExactly("1", "2", "9");

    run(((Inverse.Of) Inverses.of(inserted)).operations());
    assertThat(ids()).containsExactly("9");
  }

  @Test
  void manyRowsAreInserted() {
    run(DataContract::note);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 1_203; i++) {
      rows.add(List.of(i, "word " + i));
    }

    run(op -> op.insertInto("note", "id", "word").rows(rows).insert());

    assertThat(count("note")).hasValue(1_203);
    assertThat(query("SELECT word FROM note WHERE id = 1202")).containsExactly("word 1202");
  }

  @Test
  void noRowsAreNoStatement() {
    assertThat(compiled(recorded(op -> op.insertInto("note", "id").insert()))).isEmpty();
  }

  @Test
  void valuesMayBeComputedByTheServer() {
    run(op -> op.createTable("event", column("size", integer()), column("seen", timestamp())));

    run(
        op ->
            op.insertInto("event", "size", "seen").row(sql("2 + 3"), currentTimestamp()).insert());

    assertThat(query("SELECT size FROM event WHERE seen IS NOT NULL")).containsExactly("5");
  }

  @Test
  void theEmptyTextIsAValueWhereThatIsDeclared() {
    run(DataContract::note);

    run(op -> op.insertInto("note", "id", "word").row(1, "").insert());

    assertThat(query("SELECT id FROM note WHERE word IS NULL").isEmpty())
        .isEqualTo(dialect().has(Capability.EMPTY_TEXT));
  }

  @Test
  void rowsAreChangedWhereAConditionHolds() {
    run(DataContract::threeNotes);
    Map<String, Object> assignments = new HashMap<>();
    assignments.put("word", "it's changed");
    assignments.put("size", null);

    run(op -> op.update("note", assignments, Condition.equal("id", 1)));

    assertThat(query("SELECT word FROM note ORDER BY id"))
        .containsExactly("it's changed", "two", "null");
    assertThat(query("SELECT size FROM note ORDER BY id")).containsExactly("null", "null", "30");
  }

  @Test
  void rowsAreChangedByAnExpression() {
    run(DataContract::threeNotes);

    run(op -> op.update("note", Map.of("size", sql("size + id")), Condition.allRows()));

    assertThat(query("SELECT size FROM note ORDER BY id")).containsExactly("11", "null", "33");
  }

  @Test
  void rowsAreDeletedWhereAConditionHolds() {
    Map<Condition, List<String>> left = new HashMap<>();
    left.put(Condition.equal("word", "two"), List.of("1", "3"));
    left.put(Condition.equal("word", null), List.of("1", "2"));
    left.put(Condition.compare("size", Condition.Comparator.NOT_EQUAL, null), List.of("2"));
    left.put(
        Condition.compare("size", Condition.Comparator.GREATER_OR_EQUAL, 30), List.of("1", "2"));
    left.put(Condition.compare("id", Condition.Comparator.LESS, 2), List.of("2", "3"));
    left.put(Condition.in("id", 1, 3), List.of("2"));
    left.put(
        Condition.all(Condition.in("id", 1, 2), Condition.equal("size", 10)), List.of("2", "3"));
    left.put(
        Condition.any(
            Condition.equal("word", "one"),
            Condition.all(Condition.equal("word", null), Condition.equal("size", 30))),
        List.of("2"));
    left.put(Condition.sql("id > 1 OR size = 10"), List.of());
    left.put(
        Condition.all(Condition.equal("id", 1), Condition.sql("id = 2 OR id = 3")),
        List.of("1", "2", "3"));
    left.put(Condition.allRows(), List.of());
    run(DataContract::note);

    left.forEach(
        (condition, ids) -> {
          run(op -> op.delete("note", Condition.allRows()));
          run(
              op ->
                  op.insertInto("note", "id", "word", "size")
                      .row(1, "one", 10)
                      .row(2, "two", null)
                      .row(3, null, 30)
                      .insert());
          run(op -> op.delete("note", condition));
          assertThat(ids()).as("%s", condition).isEqualTo(ids);
        });
  }

  @Test
  void sqlRunsWithParametersInTheirPlaces() {
    run(DataContract::threeNotes);

    run(
        op ->
            op.execute(
                "UPDATE note SET word = ?, size = ? /* ? */ WHERE word = '?' OR id = ?",
                "what? it's \\ me",
                -5,
                2));

    assertThat(query("SELECT word FROM note WHERE size = -5")).containsExactly("what? it's \\ me");
  }

  @Test
  void sqlWithTheWrongNumberOfParametersIsRefusedBeforeItIsSent() {
    List<Operation> wrong =
        recorded(op -> op.execute("UPDATE note SET word = ? WHERE id = ?", "a"));

    assertThatThrownBy(() -> compiled(wrong))
        .isInstanceOfSatisfying(
            OperationException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPERATION));
  }

  @Test
  void sqlOfThisProductIsTaken() {
    run(DataContract::note);

    run(
        op ->
            op.execute(
                sql("INSERT INTO nothing VALUES (1)")
                    .on(op.dialectNames().get(0), "INSERT INTO note (id) VALUES (7)")));

    assertThat(ids()).containsExactly("7");
  }

  @Test
  void severalStatementsInOneTextRunInOrder() {
    run(DataContract::note);

    run(
        op ->
            op.execute(
                "INSERT INTO note (id, word) VALUES (1, 'a;b');\nUPDATE note SET id = id + 1;"));

    assertThat(query("SELECT word FROM note WHERE id = 2")).containsExactly("a;b");
  }

  @Test
  void sqlIsTakenBackByTheStatementThatItsAuthorGives() {
    run(DataContract::note);
    List<Operation> operations =
        recorded(
            op ->
                op.executeReversibly(
                    "INSERT INTO note (id) VALUES (7)", "DELETE FROM note WHERE id = 7"));

    run(operations);
    assertThat(ids()).containsExactly("7");
    run(((Inverse.Of) Inverses.of(operations)).operations());

    assertThat(ids()).isEmpty();
  }

  @Test
  void operationsForOtherProductsAreLeftOut() {
    run(DataContract::note);

    run(
        op -> {
          op.on("elsewhere", other -> other.execute("NOT EVEN SQL"));
          op.on(op.dialectNames(), own -> own.insertInto("note", "id").row(3).insert());
        });

    assertThat(ids()).containsExactly("3");
  }

  /** Two rows as an operation of an author's own. */
  record TwoRows(int first) implements CustomOperation {

    @Override
    public List<Operation> expand(List<String> dialectNames) {
      return List.of(row(first), row(first + 1));
    }

    private static Operation row(int id) {
      return new InsertRows(
          QualifiedName.of("note"),
          List.of(Identifier.of("id")),
          List.of(List.of(SqlValue.of(id))),
          List.of(Identifier.of("id")));
    }

    @Override
    public String describe() {
      return "insert two rows";
    }

    @Override
    public Inverse inverse() {
      return Inverses.of(expand(List.of()));
    }
  }

  @Test
  void operationsOfAnAuthorsOwnAreWhatTheyExpandInto() {
    run(DataContract::note);
    List<Operation> operations = recorded(op -> op.record(new TwoRows(4)));

    run(operations);
    assertThat(ids()).containsExactly("4", "5");
    run(((Inverse.Of) Inverses.of(operations)).operations());

    assertThat(ids()).isEmpty();
  }
}
