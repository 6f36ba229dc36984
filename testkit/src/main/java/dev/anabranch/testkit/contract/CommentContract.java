package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.columnComment;
import static dev.anabranch.migration.Definitions.comment;
import static dev.anabranch.migration.Definitions.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.migration.Operations;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.Existence;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.QualifiedName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Comments are kept, changed and taken away. */
public abstract class CommentContract extends OperationContract {

  /** For the classes of the products. */
  protected CommentContract() {}

  private static void plain(Operations op) {
    op.createTable("t", column("a", integer()), column("b", integer()));
  }

  @Test
  void standsWithATableFromItsCreation() {
    verify(
        op ->
            op.createTable(
                "t", column("a", integer()).comment("It's a \"column\""), comment("It's a table")));
  }

  @Test
  void ofATableIsSetChangedAndTakenAway() {
    verify(CommentContract::plain, op -> op.tableComment("t", "one", ""));
    verifyInverse(op -> op.tableComment("t", "two", "one"));
    verifyInverse(op -> op.tableComment("t", "", "one"));

    run(op -> op.tableComment("t", ""));

    assertThat(read().tables().get(0).comment()).isEmpty();
  }

  @Test
  void ofAColumnIsSetChangedAndTakenAway() {
    verify(CommentContract::plain, op -> op.alterColumn("t", "b", columnComment("one").from("")));
    verifyInverse(op -> op.alterColumn("t", "b", columnComment("two").from("one")));

    run(op -> op.alterColumn("t", "b", columnComment("")));

    assertThat(read().tables().get(0).columns())
        .extracting(Column::comment)
        .containsOnly(Optional.empty());
  }

  @Test
  void staysWhenATableOrColumnIsRenamed() {
    verify(
        op -> op.createTable("t", column("a", integer()).comment("column"), comment("table")),
        op -> {
          op.renameTable("t", "u");
          op.renameColumn("u", "a", "b");
        });
  }

  @Test
  void standsWithASequence() {
    verify(
        op ->
            op.record(
                new CreateSequence(
                    new Sequence(
                        QualifiedName.of("s"),
                        Optional.empty(),
                        SequenceOptions.defaults(),
                        Optional.of("It's a sequence")),
                    Existence.STRICT)));
  }
}
