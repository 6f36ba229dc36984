package dev.anabranch.migration;

import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.columnComment;
import static dev.anabranch.migration.Definitions.comment;
import static dev.anabranch.migration.Definitions.defaultOf;
import static dev.anabranch.migration.Definitions.defaultValue;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.index;
import static dev.anabranch.migration.Definitions.indexOn;
import static dev.anabranch.migration.Definitions.notNull;
import static dev.anabranch.migration.Definitions.text;
import static dev.anabranch.migration.Definitions.type;
import static dev.anabranch.migration.Definitions.unique;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.Condition;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.OperationException;
import dev.anabranch.operation.OutsideTransaction;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.SchemaException;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OperationsTest {

  private final Operations op = recorder("postgresql");

  private static Operations recorder(String dialect) {
    RecorderSettings settings =
        new RecorderSettings(
            List.of(dialect),
            NamingConvention.standard(),
            name -> name.length() <= 63,
            OperationsTest.class.getName());
    return new Operations(settings, new NoQueries("in this test"));
  }

  private List<Operation> recorded() {
    return op.takeRecorded().stream().map(RecordedOperation::operation).toList();
  }

  @Test
  void tablesGetTheConstraintsOfTheirColumnsAndNames() {
    op.createTable(
        "invoice",
        column("id", bigint()).identity().primaryKey(),
        column("number", varchar(20)).notNull().unique(),
        column("customer", bigint())
            .references("customer", "id", key -> key.onDelete(ReferentialAction.CASCADE)),
        check("id > 0"),
        index("customer"),
        comment("what is owed"));

    Table table = ((CreateTable) recorded().get(0)).table();

    assertThat(table.constraints().stream().flatMap(c -> c.name().stream()).map(Identifier::value))
        .satisfiesExactly(
            name -> assertThat(name).isEqualTo("pk_invoice"),
            name -> assertThat(name).isEqualTo("uq_invoice_number"),
            name -> assertThat(name).isEqualTo("fk_invoice_customer_customer"),
            name -> assertThat(name).startsWith("ck_invoice_"));
    assertThat(table.indexes().get(0).name()).hasValue(Identifier.of("ix_invoice_customer"));
    assertThat(table.comment()).hasValue("what is owed");
  }

  @Test
  void viewsOfTheRecorderShareTheRecording() {
    op.in("archive").ifExists().dropTable("old");
    op.dropTable("new");

    assertThat(recorded())
        .containsExactly(
            new DropTable(
                QualifiedName.of("archive", "old"), Existence.TOLERANT, java.util.Optional.empty()),
            new DropTable(QualifiedName.of("new"), Existence.STRICT, java.util.Optional.empty()));
  }

  @Test
  void linesOfTheAuthorsFileAreNoted() {
    op.dropTable("a");
    helper();

    List<RecordedOperation> recorded = op.takeRecorded();
    assertThat(recorded.get(0).line()).isPresent();
    assertThat(recorded.get(1).line().getAsInt()).isNotEqualTo(recorded.get(0).line().getAsInt());
  }

  private void helper() {
    op.dropTable("b");
  }

  @Test
  void blocksForOtherProductsAreNotRecorded() {
    op.on("oracle", o -> o.execute("nothing"));
    op.on(List.of("mysql", "postgresql"), o -> o.execute("something"));

    assertThat(recorded()).extracting(Operation::describe).containsExactly("execute something");
  }

  @Test
  void queriesFailWhereThereIsNoDatabase() {
    assertThatThrownBy(() -> op.query("SELECT 1"))
        .isInstanceOf(OperationException.class)
        .hasMessage("Cannot call op.query in this test: what was recorded has not run.");
  }

  @Test
  void definitionsThatContradictThemselvesAreRefusedWhereTheyAreWritten() {
    assertThatThrownBy(() -> column("id", bigint()).identity().defaultValue(1))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("it has two of default, identity and computation");
    assertThatThrownBy(() -> op.createTable("t", unique("x")))
        .hasMessage("Cannot describe the table t: it has no column.");
    assertThatThrownBy(() -> op.alterColumn("t", "c", notNull(), notNull()))
        .hasMessage("Cannot record alter column t.c: NULLABILITY is changed twice.");
    assertThatThrownBy(() -> op.alterColumn("t", "c"))
        .hasMessage("Cannot record alter column t.c: nothing is changed.");
    assertThatThrownBy(() -> op.insertInto("t", "a", "b").row(1).insert())
        .hasMessage("Cannot record insert into t: row 1 has 1 values for 2 columns.");
    assertThatThrownBy(
            () -> op.outsideTransaction(o -> o.outsideTransaction(i -> i.dropTable("t"))))
        .hasMessageContaining("it stands in another one");
  }

  @Test
  void rowsThatAreNeverInsertedAreNotLostInSilence() {
    op.insertInto("t", "id").row(1);

    assertThatThrownBy(this::recorded)
        .isInstanceOf(OperationException.class)
        .hasMessageMatching(
            "Cannot record the rows for t \\(line \\d+\\): insert\\(\\) was never called\\.");
  }

  @Test
  void keysOfRowsAreConstants() {
    assertThatThrownBy(
            () -> op.insertInto("t", "id").row(Definitions.nextValue("s")).key("id").insert())
        .hasMessageContaining("its key id gets a value that is null or no constant");
    assertThatThrownBy(() -> op.insertInto("t", "id", "id").row(1, 2).insert())
        .hasMessageContaining("it names no column, or one of them twice");
  }

  @Test
  void namesOfDialectsAreInSmallLetters() {
    assertThatThrownBy(() -> op.on("PostgreSQL", o -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("and not \"PostgreSQL\"");
  }

  @Test
  void defaultsFitTheirColumns() {
    assertThatThrownBy(() -> column("n", Definitions.integer()).defaultValue("abc"))
        .isInstanceOf(SchemaException.class)
        .hasMessage("Cannot describe the column n: its default is no number.");
    assertThatThrownBy(() -> column("n", Definitions.smallint()).defaultValue(40_000))
        .hasMessageContaining("its default is too large for it");
    assertThatThrownBy(() -> column("c", varchar(2)).defaultValue("abc"))
        .hasMessageContaining("its default has 3 characters, and the column takes 2");
    column("n", Definitions.smallint()).defaultValue("-32768");
  }

  @Test
  void blocksUseTheRecorderTheyAreHanded() {
    assertThatThrownBy(() -> op.outsideTransaction(o -> op.execute("VACUUM")))
        .hasMessageContaining("were recorded with the recorder around it");
  }

  /** The order of such a map differs from process to process. */
  @Test
  void assignmentsAreInTheOrderOfTheirNames() {
    op.update("t", Map.of("c", 1, "a", 2, "b", 3), Condition.allRows());

    assertThat(((dev.anabranch.operation.UpdateRows) recorded().get(0)).assignments().keySet())
        .extracting(Identifier::value)
        .containsExactly("a", "b", "c");
  }

  @Nested
  class Reversed {

    private List<String> reversed(Consumer<Operations> change) {
      op.reverse(change);
      return recorded().stream().map(Operation::describe).toList();
    }

    @Test
    void operationsAreTakenBackInTheOppositeOrder() {
      assertThat(
              reversed(
                  o -> {
                    o.createTable("a", column("id", bigint()));
                    o.renameTable("a", "b");
                    o.addColumn("b", column("c", text()));
                    o.outsideTransaction(p -> p.online().createIndex("b", "c"));
                  }))
          .containsExactly(
              "run outside a transaction: drop index ix_b_c of b",
              "drop column b.c",
              "rename table b to a",
              "drop table a");
    }

    @Test
    void whatHasNoInverseIsNamedWithItsLine() {
      assertThatThrownBy(() -> reversed(o -> o.dropTable("a")))
          .isInstanceOf(OperationException.class)
          .hasMessageMatching(
              "Cannot take back \"drop table a\" \\(line \\d+\\): the columns of the dropped table"
                  + " are not known\\.")
          .satisfies(
              e -> assertThat(((OperationException) e).code()).isEqualTo(ErrorCode.NO_INVERSE));
    }

    /** The inverse of the inverse is the operation itself, for each that says it has one. */
    @TestFactory
    Stream<DynamicTest> twiceReversedIsTheSame() {
      List<Consumer<Operations>> changes = new ArrayList<>();
      changes.add(o -> o.createTable("t", column("id", bigint()).primaryKey()));
      changes.add(o -> o.dropTable("t", column("id", bigint()).primaryKey()));
      changes.add(o -> o.renameTable("a", "b"));
      changes.add(o -> o.in("s").renameTable("a", "b"));
      changes.add(o -> o.tableComment("t", "after", "before"));
      changes.add(o -> o.addColumn("t", column("c", text()).notNull()));
      changes.add(o -> o.dropColumn("t", column("c", text()).comment("x")));
      changes.add(o -> o.renameColumn("t", "a", "b"));
      changes.add(
          o ->
              o.alterColumn(
                  "t",
                  "c",
                  type(varchar(9)).from(varchar(5)),
                  notNull(),
                  defaultValue(1).from(defaultOf("x")),
                  columnComment("a").from("b")));
      changes.add(o -> o.createIndex("t", indexOn("a", "b")));
      changes.add(o -> o.dropIndex("t", indexOn("a", "b")));
      changes.add(o -> o.renameIndex("t", "a", "b"));
      changes.add(o -> o.addConstraint("t", unique("a")));
      changes.add(o -> o.addConstraint("t", foreignKey("a").references("u", "b")));
      changes.add(o -> o.dropConstraint("t", check("a > 0")));
      changes.add(o -> o.dropConstraint("t", foreignKey("a").references("u", "b")));
      changes.add(o -> o.renameConstraint("t", TableConstraint.Kind.CHECK, "a", "b"));
      changes.add(o -> o.createSequence("s", SequenceOptions.defaults().startWith(5)));
      changes.add(o -> o.dropSequence("s", SequenceOptions.defaults().cycle()));
      changes.add(
          o ->
              o.alterSequence(
                  "s",
                  SequenceOptions.defaults().incrementBy(2),
                  SequenceOptions.defaults().incrementBy(1)));
      changes.add(o -> o.renameSequence("a", "b"));
      changes.add(o -> o.createView("v", "SELECT 1"));
      changes.add(o -> o.replaceView("v", "SELECT 2", "SELECT 1"));
      changes.add(o -> o.dropView(View.of(QualifiedName.of("v"), SqlExpression.of("SELECT 1"))));
      changes.add(o -> o.createSchema("s"));
      changes.add(o -> o.dropSchema("s"));
      changes.add(o -> o.createEnumType("mood", "sad", "happy"));
      changes.add(o -> o.dropEnumType("mood", "sad", "happy"));
      changes.add(o -> o.executeReversibly("INSERT INTO t VALUES (1)", "DELETE FROM t"));
      changes.add(o -> o.outsideTransaction(p -> p.createIndex("t", "a")));
      return changes.stream()
          .map(
              change -> {
                change.accept(op);
                Operation operation = recorded().get(0);
                return DynamicTest.dynamicTest(
                    operation.describe(),
                    () -> {
                      Operation back = only(operation.inverse());
                      assertThat(back).isNotEqualTo(operation);
                      assertThat(only(back.inverse())).isEqualTo(operation);
                    });
              });
    }

    private static Operation only(Inverse inverse) {
      assertThat(inverse).isInstanceOf(Inverse.Of.class);
      List<Operation> operations = ((Inverse.Of) inverse).operations();
      assertThat(operations).hasSize(1);
      return operations.get(0);
    }

    @Test
    void whatMayHaveBeenThereBeforeIsNotTakenBack() {
      assertThatThrownBy(
              () -> reversed(o -> o.ifNotExists().createTable("t", column("id", bigint()))))
          .hasMessageContaining("whether it was there before is not known");
      assertThatThrownBy(() -> reversed(o -> o.ifExists().dropTable("t", column("id", bigint()))))
          .hasMessageContaining("whether it was there before is not known");
    }

    @Test
    void droppedColumnsComeBackWithTheConstraintsBesideThem() {
      assertThat(reversed(o -> o.dropColumn("t", column("email", varchar(50)).unique())))
          .containsExactly("add column t.email", "add unique uq_t_email to t");
    }

    @Test
    void rowsWithAKeyAreDeletedByIt() {
      assertThat(
              reversed(
                  o -> o.insertInto("t", "id", "x").row(1, "a").row(2, "b").key("id").insert()))
          .containsExactly("delete from t", "delete from t");
    }

    @Test
    void otherChangesOfRowsHaveNone() {
      assertThatThrownBy(() -> reversed(o -> o.insertInto("t", "id").row(1).insert()))
          .hasMessageContaining("the rows cannot be told from others");
      assertThatThrownBy(
              () -> reversed(o -> o.update("t", Map.of("a", 1), Condition.equal("id", 2))))
          .hasMessageContaining("the values before are not known");
      assertThatThrownBy(() -> reversed(o -> o.delete("t", Condition.allRows())))
          .hasMessageContaining("the rows that were deleted are not known");
    }

    @Test
    void queriesAreRefused() {
      assertThatThrownBy(() -> reversed(o -> o.query("SELECT 1")))
          .hasMessageContaining("where a downgrade is derived");
    }
  }

  @Test
  void blocksOutsideTransactionsHoldWhatTheyRecord() {
    op.outsideTransaction(o -> o.online().createIndex("t", "a"));

    assertThat(recorded().get(0)).isInstanceOf(OutsideTransaction.class);
  }
}
