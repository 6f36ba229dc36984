package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.comment;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.index;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.numeric;
import static dev.anabranch.migration.Definitions.primaryKey;
import static dev.anabranch.migration.Definitions.unique;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.ServerFault;
import dev.anabranch.migration.Operations;
import dev.anabranch.migration.TableElement;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.testkit.schema.SchemaModel;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Tables are created, dropped and renamed as asked for. */
public abstract class TableContract extends OperationContract {

  private static final TableElement[] CUSTOMER = {
    column("id", bigint()).identity().primaryKey(),
    column("name", varchar(100)).notNull(),
    column("email", varchar(200)).unique(),
    column("balance", numeric(10, 2)).notNull().defaultValue(0),
    check("balance >= 0"),
    index("name", "email"),
    comment("Who buys"),
  };

  private static final TableElement[] PURCHASE = {
    column("customer_id", bigint()).notNull(),
    column("number", integer()).notNull(),
    column("note", varchar(20)).comment("What the customer said"),
    primaryKey("customer_id", "number"),
    unique("number", "note"),
    foreignKey("customer_id").references("customer", "id"),
  };

  /** For the classes of the products. */
  protected TableContract() {}

  private static void customer(Operations op) {
    op.createTable("customer", CUSTOMER);
  }

  private static void purchase(Operations op) {
    op.createTable("purchase", PURCHASE);
  }

  @Test
  void isCreatedWithEverythingInIt() {
    verify(TableContract::customer, TableContract::purchase);
  }

  @Test
  void isDroppedAndComesBackFromItsDefinition() {
    verify(
        all(TableContract::customer, TableContract::purchase),
        op -> {
          op.dropTable("purchase", PURCHASE);
          op.dropTable("customer", CUSTOMER);
        });
  }

  @Test
  void isRenamedWithAllThatBelongsToItAndRefersToIt() {
    verify(
        all(TableContract::customer, TableContract::purchase),
        op -> op.renameTable("customer", "client"));
  }

  @Test
  void keepsItsRowsWhenItIsRenamed() {
    run(TableContract::customer);
    run(op -> op.insertInto("customer", "name", "balance").row("Ada", 1).row("Bob", 2).insert());

    run(op -> op.renameTable("customer", "client"));

    assertThat(query("SELECT name FROM client ORDER BY name")).containsExactly("Ada", "Bob");
  }

  @Test
  void takesRowsAsItsConstraintsSay() {
    run(TableContract::customer);
    run(op -> op.insertInto("customer", "name", "email").row("Ada", "ada@x").insert());

    for (Consumer<Operations> wrong :
        new Consumers()
            .with(op -> op.insertInto("customer", "name", "email").row("B", "ada@x").insert())
            .with(op -> op.insertInto("customer", "name", "email").row(null, "b@x").insert())
            .with(op -> op.insertInto("customer", "name", "balance").row("C", -1).insert())
            .all()) {
      assertThat(faultOf(wrong)).isEqualTo(ServerFault.CONSTRAINT_VIOLATION);
    }
    assertThat(query("SELECT id FROM customer")).containsExactly("1");
  }

  @Test
  void isNotCreatedTwice() {
    run(TableContract::customer);

    assertThat(faultOf(TableContract::customer)).isEqualTo(ServerFault.ALREADY_EXISTS);
  }

  @Test
  void isNotDroppedTwiceNorRenamedWhenItIsNotThere() {
    assertThat(faultOf(op -> op.dropTable("customer"))).isEqualTo(ServerFault.MISSING_OBJECT);
    assertThat(faultOf(op -> op.renameTable("customer", "client")))
        .isEqualTo(ServerFault.MISSING_OBJECT);
  }

  @Test
  void staysAsItIsWhereATolerantCreationFindsIt() {
    run(TableContract::customer);
    run(op -> op.insertInto("customer", "name").row("Ada").insert());

    runTolerantly(op -> customer(op.ifNotExists()));

    assertHas(SchemaModel.empty(dialect()).apply(recorded(TableContract::customer)));
    assertThat(count("customer")).hasValue(1);
  }

  @Test
  void mayBeMissingForATolerantDrop() {
    runTolerantly(op -> op.ifExists().dropTable("customer"));
    run(TableContract::customer);

    run(op -> op.dropTable("customer"));

    assertThat(read()).isEqualTo(DatabaseSchema.empty());
  }
}
