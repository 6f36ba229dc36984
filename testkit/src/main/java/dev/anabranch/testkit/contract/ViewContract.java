package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.sql;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.ServerFault;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Views are created, replaced and dropped, and show what their queries say. */
public abstract class ViewContract extends OperationContract {

  private static final QualifiedName CHEAP = QualifiedName.of("cheap");
  private static final String QUERY = "SELECT id, price FROM ware WHERE price < 10";

  /** For the classes of the products. */
  protected ViewContract() {}

  private static void ware(Operations op) {
    op.createTable(
        "ware",
        column("id", integer()).primaryKey(),
        column("name", varchar(20)),
        column("price", integer()));
    op.insertInto("ware", "id", "name", "price").row(1, "a", 5).row(2, "b", 50).insert();
  }

  private static View commented(String comment) {
    return new View(
        CHEAP, View.Kind.PLAIN, List.of(), sql(QUERY), Optional.of(comment), DialectOptions.none());
  }

  @Test
  void showsTheRowsOfItsQuery() {
    verify(ViewContract::ware, op -> op.createView("cheap", QUERY));

    assertThat(query("SELECT id FROM cheap")).containsExactly("1");
  }

  @Test
  void namesItsColumns() {
    verify(
        ViewContract::ware,
        op ->
            op.createView(
                new View(
                    CHEAP,
                    View.Kind.PLAIN,
                    List.of(Identifier.of("number"), Identifier.of("cost")),
                    sql(QUERY),
                    Optional.empty(),
                    DialectOptions.none())));

    assertThat(query("SELECT cost FROM cheap")).containsExactly("5");
  }

  @Test
  void isReplacedAndIsAsBefore() {
    verify(
        all(ViewContract::ware, op -> op.createView("cheap", QUERY)),
        op -> op.replaceView("cheap", "SELECT id, price FROM ware WHERE price < 100", QUERY));

    assertThat(query("SELECT id FROM cheap ORDER BY id")).containsExactly("1", "2");
    run(op -> op.replaceView("cheap", QUERY));
    assertThat(query("SELECT id FROM cheap")).containsExactly("1");
  }

  @Test
  void isCreatedByAReplacementWhereThereIsNone() {
    run(ViewContract::ware);

    run(op -> op.replaceView("cheap", QUERY));

    assertThat(query("SELECT id FROM cheap")).containsExactly("1");
  }

  @Test
  void isDroppedAndComesBackFromItsDefinition() {
    verify(
        all(ViewContract::ware, op -> op.createView("cheap", QUERY)),
        op -> op.dropView(View.of(CHEAP, sql(QUERY))));
  }

  @Test
  void hasAComment() {
    verify(ViewContract::ware, op -> op.createView(commented("Below ten")));
  }

  @Test
  void getsAnotherCommentWhenItIsReplaced() {
    verify(
        all(ViewContract::ware, op -> op.createView("cheap", QUERY)),
        op ->
            op.record(
                new ReplaceView(commented("Below ten"), Optional.of(View.of(CHEAP, sql(QUERY))))));
  }

  @Test
  void keepsItsRowsWhereItIsMaterialized() {
    verify(
        ViewContract::ware,
        op ->
            op.record(new CreateView(View.of(CHEAP, sql(QUERY)).materialized(), Existence.STRICT)));
  }

  @Test
  void isNotCreatedTwiceAndMissedWhereItIsNotThere() {
    run(all(ViewContract::ware, op -> op.createView("cheap", QUERY)));

    assertThat(faultOf(op -> op.createView("cheap", QUERY))).isEqualTo(ServerFault.ALREADY_EXISTS);
    assertThat(faultOf(op -> op.dropView("nothing"))).isEqualTo(ServerFault.MISSING_OBJECT);
    assertThat(faultOf(op -> op.createView("other", "SELECT * FROM nothing_there")))
        .isEqualTo(ServerFault.MISSING_OBJECT);
  }

  @Test
  void mayBeThereOrMissingForTolerantOperations() {
    run(all(ViewContract::ware, op -> op.createView("cheap", QUERY)));
    List<String> before = facts();

    runTolerantly(op -> op.ifExists().dropView("nothing"));
    runTolerantly(op -> op.ifNotExists().createView("cheap", "SELECT id FROM ware"));

    assertThat(facts()).isEqualTo(before);
    assertThat(query("SELECT price FROM cheap")).containsExactly("5");
  }
}
