package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.columnComment;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.in;
import static dev.anabranch.migration.Definitions.index;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.sql;
import static dev.anabranch.migration.Definitions.unique;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.Inverses;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.testkit.portability.Portability;
import dev.anabranch.testkit.schema.LogicalSchema;
import dev.anabranch.testkit.schema.SchemaModel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Schemas are created and dropped, and everything can be done in one that is not the current. */
public abstract class SchemasContract extends OperationContract {

  private static final InspectionRequest SHELF =
      new InspectionRequest(List.of(Identifier.of("shelf")), List.of());

  /** For the classes of the products. */
  protected SchemasContract() {}

  private boolean hasSchemas() {
    return dialect().has(Capability.SCHEMAS);
  }

  private List<String> shelf() {
    return Portability.compared(LogicalSchema.of(read(SHELF), dialect()), dialect())
        .lines()
        .stream()
        .filter(line -> !line.startsWith("schema "))
        .toList();
  }

  private boolean hasSequences() {
    return dialect().has(Capability.SEQUENCES);
  }

  private void everything(Operations op) {
    Operations shelf = op.in("shelf");
    shelf.createEnumType("mood", "sad", "happy");
    if (hasSequences()) {
      shelf.createSequence("number", SequenceOptions.defaults().startWith(5));
    }
    shelf.createTable(
        "book",
        column("id", integer()).primaryKey(),
        column("title", varchar(40)).comment("As printed"),
        column("pages", integer()),
        unique("title", "pages"),
        index("pages"));
    shelf.createTable("copy", column("book_id", integer()).notNull());
    shelf.addConstraint(
        "copy",
        foreignKey("book_id").references(in("shelf", "book"), List.of(Identifier.of("id"))));
    shelf.createView("thick", "SELECT id FROM shelf.book WHERE pages > 500");
  }

  private void changes(Operations op) {
    Operations shelf = op.in("shelf");
    shelf.addColumn("book", column("author", varchar(40)));
    shelf.renameColumn("book", "title", "name");
    shelf.alterColumn("book", "author", columnComment("Who wrote it").from(""));
    shelf.tableComment("copy", "What stands there", "");
    shelf.createIndex("copy", "book_id");
    shelf.dropView(View.of(in("shelf", "thick"), sql("SELECT id FROM shelf.book")));
    if (hasSequences()) {
      shelf.alterSequence(
          "number",
          SequenceOptions.defaults().incrementBy(2),
          SequenceOptions.defaults().incrementBy(1));
    }
    shelf.renameTable("copy", "exemplar");
  }

  /** The scratch database may be kept by a server that has no databases. */
  @AfterEach
  void dropAgain() {
    if (hasSchemas()) {
      database().execute(product().dropSchema("shelf"));
    }
  }

  @Test
  void isCreatedAndDropped() {
    List<Operation> operations = recorded(op -> op.createSchema("shelf"));
    if (!hasSchemas()) {
      assertRefused(operations, missing(operations));
      return;
    }
    run(operations);
    run(op -> op.in("shelf").createTable("book", column("id", integer())));
    assertThat(read(SHELF).tables()).hasSize(1);
    assertThat(read()).isEqualTo(DatabaseSchema.empty());
    run(op -> op.in("shelf").dropTable("book"));

    run(((Inverse.Of) Inverses.of(operations)).operations());

    assertThat(failureOf(op -> op.in("shelf").createTable("book", column("id", integer()))) == null)
        .isFalse();
  }

  @Test
  void isNotDroppedWhileItHoldsSomething() {
    if (!hasSchemas()) {
      return;
    }
    run(op -> op.createSchema("shelf"));
    run(op -> op.in("shelf").createTable("book", column("id", integer())));

    assertThat((Throwable) failureOf(op -> op.dropSchema("shelf"))).isNotNull();
    assertThat(read(SHELF).tables()).hasSize(1);
  }

  @Test
  void isNotCreatedTwiceAndMissedWhereItIsNotThere() {
    if (!hasSchemas()) {
      return;
    }
    assertThat(faultOf(op -> op.dropSchema("shelf"))).isEqualTo(ServerFault.MISSING_OBJECT);
    run(op -> op.ifExists().dropSchema("shelf"));
    run(op -> op.createSchema("shelf"));

    assertThat(faultOf(op -> op.createSchema("shelf"))).isEqualTo(ServerFault.ALREADY_EXISTS);
    run(op -> op.ifNotExists().createSchema("shelf"));
  }

  @Test
  void takesEverythingAndGivesItBack() {
    if (!hasSchemas()) {
      return;
    }
    run(op -> op.createSchema("shelf"));
    List<Operation> given = recorded(this::everything);
    List<Operation> changes = recorded(this::changes);
    assertThat(missing(given)).isEqualTo(Set.of());

    run(given);
    SchemaModel model = SchemaModel.empty(dialect()).apply(given);
    assertShelfHas(model);
    run(changes);
    assertShelfHas(model.apply(changes));
    run(((Inverse.Of) Inverses.of(changes)).operations());
    assertShelfHas(model);
    run(((Inverse.Of) Inverses.of(given)).operations());

    assertThat(shelf()).isEmpty();
  }

  private void assertShelfHas(SchemaModel model) {
    assertThat(shelf())
        .isEqualTo(Portability.expected(model.facts(dialect()), dialect()).schema().lines());
  }
}
