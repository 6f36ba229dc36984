package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.bool;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.columnComment;
import static dev.anabranch.migration.Definitions.currentTimestamp;
import static dev.anabranch.migration.Definitions.defaultOf;
import static dev.anabranch.migration.Definitions.defaultValue;
import static dev.anabranch.migration.Definitions.identity;
import static dev.anabranch.migration.Definitions.index;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.noDefault;
import static dev.anabranch.migration.Definitions.notNull;
import static dev.anabranch.migration.Definitions.nullable;
import static dev.anabranch.migration.Definitions.timestamp;
import static dev.anabranch.migration.Definitions.type;
import static dev.anabranch.migration.Definitions.unique;
import static dev.anabranch.migration.Definitions.value;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.migration.Operations;
import dev.anabranch.migration.TableElement;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.SqlExpression;
import org.junit.jupiter.api.Test;

/** Columns are added, dropped, renamed and changed as asked for. */
public abstract class ColumnContract extends OperationContract {

  private static final TableElement[] ITEM = {
    column("id", integer()).primaryKey(),
    column("name", varchar(20)).defaultValue("none").comment("What it is called"),
    column("price", integer()).notNull(),
    column("stock", integer()),
  };

  /** For the classes of the products. */
  protected ColumnContract() {}

  private static void item(Operations op) {
    op.createTable("item", ITEM);
  }

  @Test
  void isAddedWithAllThatIsSaidOfIt() {
    verify(
        ColumnContract::item,
        op -> {
          op.addColumn("item", column("size", integer()));
          op.addColumn("item", column("ready", bool()).notNull().defaultValue(false));
          op.addColumn("item", column("code", varchar(9)).unique().comment("As printed on it"));
          op.addColumn("item", column("seen", timestamp()).defaultValue(currentTimestamp()));
        });
  }

  @Test
  void isAddedToRowsThatAreThere() {
    run(ColumnContract::item);
    run(op -> op.insertInto("item", "id", "price").row(1, 5).insert());

    run(op -> op.addColumn("item", column("size", integer()).notNull().defaultValue(7)));

    assertThat(query("SELECT size FROM item")).containsExactly("7");
  }

  @Test
  void isDroppedAndComesBackFromItsDefinition() {
    verify(ColumnContract::item, op -> op.dropColumn("item", column("stock", integer())));
  }

  @Test
  void isRenamedInItsKeysAndIndexes() {
    verify(
        op ->
            op.createTable(
                "item",
                column("id", integer()).primaryKey(),
                column("code", varchar(9)).notNull(),
                column("kind", integer()),
                unique("code", "kind"),
                index("kind")),
        op -> {
          op.renameColumn("item", "id", "number");
          op.renameColumn("item", "kind", "sort");
        });
  }

  @Test
  void keepsItsValuesWhenItIsRenamed() {
    run(ColumnContract::item);
    run(op -> op.insertInto("item", "id", "price").row(1, 5).insert());

    run(op -> op.renameColumn("item", "price", "cost"));

    assertThat(query("SELECT cost FROM item")).containsExactly("5");
  }

  @Test
  void changesItsType() {
    verify(
        ColumnContract::item,
        op -> {
          op.alterColumn("item", "name", type(varchar(40)).from(varchar(20)));
          op.alterColumn("item", "stock", type(bigint()).from(integer()));
        });
  }

  @Test
  void keepsWhatAChangeDoesNotSpeakOf() {
    verify(ColumnContract::item, op -> op.alterColumn("item", "name", notNull()));
  }

  @Test
  void makesNewValuesByARule() {
    verify(
        op -> op.createTable("item", column("id", integer()), column("size", varchar(9))),
        op -> op.alterColumn("item", "size", type(integer()).using("id * 2")));
  }

  @Test
  void mayBeNullOrNot() {
    verify(
        ColumnContract::item,
        op -> {
          op.alterColumn("item", "price", nullable());
          op.alterColumn("item", "stock", notNull());
        });
  }

  @Test
  void getsAnotherDefaultOrNone() {
    verify(
        ColumnContract::item,
        op -> {
          op.alterColumn("item", "name", defaultValue("some").from(defaultOf("none")));
          op.alterColumn("item", "price", defaultValue(3).from(ColumnValue.none()));
        });
    run(op -> op.insertInto("item", "id").row(1).insert());
    assertThat(query("SELECT name FROM item")).containsExactly("some");
    assertThat(query("SELECT price FROM item")).containsExactly("3");
  }

  @Test
  void losesADefaultThatNobodyTold() {
    run(ColumnContract::item);
    run(op -> op.alterColumn("item", "name", noDefault()));

    run(op -> op.insertInto("item", "id", "price").row(1, 2).insert());

    assertThat(query("SELECT name FROM item")).containsExactly("null");
  }

  @Test
  void getsAnotherCommentOrNone() {
    verify(
        ColumnContract::item,
        op -> {
          op.alterColumn("item", "name", columnComment("").from("What it is called"));
          op.alterColumn("item", "price", columnComment("In cents").from(""));
        });
  }

  @Test
  void changesInManyWaysAtOnce() {
    verify(
        ColumnContract::item,
        op ->
            op.alterColumn(
                "item",
                "name",
                type(varchar(60)).from(varchar(20)),
                notNull(),
                defaultValue("new").from(defaultOf("none")),
                columnComment("Its name").from("What it is called")));
  }

  @Test
  void numbersItsRows() {
    verify(op -> op.createTable("counted", column("id", bigint()).identity().primaryKey()));
    run(op -> op.addColumn("counted", column("note", varchar(9))));

    run(op -> op.insertInto("counted", "note").row("a").row("b").insert());

    assertThat(query("SELECT id FROM counted ORDER BY id")).containsExactly("1", "2");
  }

  @Test
  void numbersItsRowsAsItsOptionsSay() {
    SequenceOptions options =
        SequenceOptions.defaults().startWith(100).incrementBy(10).maxValue(5000).cache(7);
    verify(
        op ->
            op.createTable(
                "counted",
                column("id", bigint())
                    .identity(ColumnValue.Generation.BY_DEFAULT, options)
                    .primaryKey(),
                column("note", varchar(9))));
    if (dialect().has(Capability.IDENTITY_OPTIONS)) {
      run(op -> op.insertInto("counted", "note").row("a").row("b").insert());
      assertThat(query("SELECT id FROM counted ORDER BY id")).containsExactly("100", "110");
    }
  }

  @Test
  void refusesNumbersThatRowsBringWhereItAlwaysCounts() {
    verify(
        op ->
            op.createTable(
                "counted",
                column("id", bigint())
                    .identity(ColumnValue.Generation.ALWAYS, SequenceOptions.defaults())
                    .primaryKey(),
                column("note", varchar(9))));
    if (dialect().has(Capability.IDENTITY_ALWAYS)) {
      assertThat((Throwable) failureOf(op -> op.insertInto("counted", "id").row(5).insert()))
          .isNotNull();
    }
  }

  @Test
  void becomesAnIdentity() {
    verify(
        op -> op.createTable("counted", column("id", bigint()).primaryKey()),
        op -> op.alterColumn("counted", "id", identity().from(ColumnValue.none())));
  }

  @Test
  void isAnIdentityNoLonger() {
    ColumnValue counted =
        new ColumnValue.Identity(ColumnValue.Generation.BY_DEFAULT, SequenceOptions.defaults());
    verify(
        op -> op.createTable("counted", column("id", bigint()).identity().primaryKey()),
        op -> op.alterColumn("counted", "id", noDefault().from(counted)));
  }

  @Test
  void isNeverPassedOverWhereItIsAnIdentityThatNobodyTold() {
    run(op -> op.createTable("counted", column("id", bigint()).identity().primaryKey()));

    if (failureOf(op -> op.alterColumn("counted", "id", defaultValue(5))) == null) {
      run(op -> op.execute("INSERT INTO counted (id) VALUES (DEFAULT)"));
      assertThat(query("SELECT id FROM counted")).containsExactly("5");
    }
  }

  @Test
  void isComputedWhenARowIsWritten() {
    verify(
        ColumnContract::item,
        op ->
            op.addColumn(
                "item",
                column("twice", integer())
                    .computed(SqlExpression.of("price * 2"), ColumnValue.Storage.STORED)));
    if (dialect().has(Capability.STORED_COLUMNS)) {
      run(op -> op.insertInto("item", "id", "price").row(1, 21).insert());
      assertThat(query("SELECT twice FROM item")).containsExactly("42");
    }
  }

  @Test
  void isComputedWhenARowIsRead() {
    verify(
        ColumnContract::item,
        op ->
            op.addColumn(
                "item",
                column("twice", integer())
                    .computed(SqlExpression.of("price * 2"), ColumnValue.Storage.VIRTUAL)));
  }

  @Test
  void getsAnotherValueByARuleWhereItWasDefaulted() {
    run(ColumnContract::item);
    run(op -> op.alterColumn("item", "stock", value(defaultOf(SqlExpression.of("1 + 1")))));

    run(op -> op.insertInto("item", "id", "price").row(1, 2).insert());

    assertThat(query("SELECT stock FROM item")).containsExactly("2");
  }

  @Test
  void isNotAddedTwice() {
    run(ColumnContract::item);

    assertThat(faultOf(op -> op.addColumn("item", column("name", integer()))))
        .isEqualTo(ServerFault.ALREADY_EXISTS);
  }

  @Test
  void isMissedWhereItIsNotThere() {
    run(ColumnContract::item);

    for (var wrong :
        new Consumers()
            .with(op -> op.dropColumn("item", "nothing"))
            .with(op -> op.renameColumn("item", "nothing", "other"))
            .with(op -> op.alterColumn("item", "nothing", type(integer())))
            .with(op -> op.createIndex("item", "nothing"))
            .with(op -> op.addConstraint("item", unique("nothing")))
            .with(op -> op.insertInto("item", "nothing").row(1).insert())
            .all()) {
      assertThat(faultOf(wrong)).isEqualTo(ServerFault.MISSING_OBJECT);
    }
  }

  @Test
  void mayBeThereOrMissingForTolerantOperations() {
    run(ColumnContract::item);
    var before = facts();

    runTolerantly(op -> op.ifNotExists().addColumn("item", column("name", varchar(20))));
    runTolerantly(op -> op.ifExists().dropColumn("item", "nothing"));

    assertThat(facts()).isEqualTo(before);
  }
}
