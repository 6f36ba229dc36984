package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.defaultValue;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.sql;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.migration.Operations;
import dev.anabranch.schema.DatabaseSchema;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be is refused at the earliest moment, with revision, operation and line. */
public abstract class BadInputContract extends OperationContract {

  /** For the classes of the products. */
  protected BadInputContract() {}

  private static void item(Operations op) {
    op.createTable("item", column("id", integer()).primaryKey(), column("name", varchar(20)));
  }

  @Test
  void sqlThatIsNoneIsRefusedByTheServer() {
    run(BadInputContract::item);
    var before = facts();

    for (Consumer<Operations> wrong :
        new Consumers()
            .with(op -> op.addColumn("item", column("c", integer()).defaultSql("1 +")))
            .with(op -> op.createView("v", "SELEKT 1"))
            .with(op -> op.alterColumn("item", "name", defaultValue(sql("nothing_like_it("))))
            .with(op -> op.execute("NOT EVEN SQL"))
            .all()) {
      assertThat((Throwable) failureOf(wrong)).isNotNull();
    }
    assertThat(facts()).isEqualTo(before);
  }

  /** A line of a revision, what is said of it, and when it is found. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "op.createTable(\"t\", column(\"c\", integer()).defaultValue(\"abc\"));"
            + "|INVALID_DEFINITION|column c",
        "op.createTable(\"t\", column(\"c\", integer()), column(\"c\", integer()));"
            + "|INVALID_DEFINITION|two columns named c",
        "op.createTable(\"t\", column(\"c\", integer()), index(\"d\"));"
            + "|INVALID_DEFINITION|names the column d",
        "op.createTable(\"t\", column(\"c\", integer()).identity().defaultValue(5));"
            + "|INVALID_DEFINITION|it has two of default, identity and computation",
        "op.createTable(\"t\");|INVALID_DEFINITION|it has no column",
        "op.alterColumn(\"t\", \"c\", notNull(), nullable());"
            + "|INVALID_OPERATION|alter column t.c",
        "op.alterColumn(\"t\", \"c\");|INVALID_OPERATION|nothing is changed",
        "op.insertInto(\"t\", \"a\", \"b\").row(1).insert();|INVALID_OPERATION|1 values for 2",
        "op.execute(\"DELETE FROM nothing\");|MIGRATION_FAILED|DELETE FROM nothing",
        "op.dropTable(\"nothing\");|MIGRATION_FAILED|drop table nothing",
        "op.dropColumn(\"nothing\", \"c\");|MIGRATION_FAILED|drop column nothing.c",
      })
  void isToldWithRevisionOperationAndLine(String line, ErrorCode code, String words) {
    revisions()
        .java(
            "bad1",
            "",
            """
              @Override public void upgrade(Operations op) {
                %s
              }
              @Override public void downgrade(Operations op) {}
            """
                .formatted(line));

    AnabranchException failure =
        catchThrowableOfType(AnabranchException.class, () -> anabranch().upgrade("heads"));

    assertThat(failure).isNotNull();
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.getMessage())
        .contains("bad1")
        .contains("bad1_test.java:12")
        .containsIgnoringCase(words);
    if (code == ErrorCode.MIGRATION_FAILED) {
      assertThat(rows()).isEmpty();
    } else {
      assertThat(read()).as("nothing was sent").isEqualTo(DatabaseSchema.empty());
    }
  }

  @Test
  void aNameThatIsTooLongIsToldBeforeAnythingRuns() {
    String name = "a".repeat(dialect().style().limit().length() + 1);
    revisions()
        .java(
            "bad1",
            "",
            """
              @Override public void upgrade(Operations op) {
                op.createTable("first", column("c", integer()));
                op.createTable("%s", column("c", integer()));
              }
              @Override public void downgrade(Operations op) {}
            """
                .formatted(name));

    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOfSatisfying(
            AnabranchException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NAME_TOO_LONG))
        .hasMessageContaining("bad1")
        .hasMessageContaining("bad1_test.java:13");
    assertThat(has("first")).isFalse();
  }
}
