package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.comment;
import static dev.anabranch.migration.Definitions.index;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.unique;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.migration.Operations;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading a database changes nothing, leaves out what it is told to, and takes no longer. */
public abstract class InspectionContract extends OperationContract {

  /** For the classes of the products. */
  protected InspectionContract() {}

  private static void table(Operations op, String name) {
    op.createTable(
        name,
        column("id", bigint()).identity().primaryKey(),
        column("note", varchar(20)).comment("Words"),
        column("size", integer()),
        unique("note"),
        index("size"),
        comment("A table"));
  }

  @Test
  void anEmptyDatabaseIsEmpty() {
    assertThat(read()).isEqualTo(DatabaseSchema.empty());
  }

  @Test
  void whatIsLeftOutIsLeftOutWithAllThatBelongsToIt() {
    run(
        op -> {
          table(op, "kept");
          table(op, "left_out");
        });

    DatabaseSchema schema =
        read(InspectionRequest.currentSchema().without(List.of(QualifiedName.of("left_out"))));

    assertThat(schema.tables()).extracting(Table::name).containsExactly(QualifiedName.of("kept"));
    run(op -> op.dropTable("left_out"));
    assertThat(schema).isEqualTo(read());
  }

  @Test
  void ownTablesAreLeftOut() {
    revisions()
        .revision("a1")
        .upgrade("CREATE TABLE a1 (id INTEGER)")
        .downgrade("DROP TABLE a1")
        .write();
    anabranch().upgrade("heads");

    DatabaseSchema schema = anabranch().inspect();

    assertThat(schema.tables()).extracting(Table::name).containsExactly(QualifiedName.of("a1"));
    assertThat(schema.sequences()).isEmpty();
    assertThat(schema.others()).isEmpty();
  }

  @Test
  void theSameIsReadAgain() {
    run(
        op -> {
          table(op, "a");
          table(op, "b");
        });
    DatabaseSchema first = read();
    assertThat(read()).isEqualTo(first);
    run(
        op -> {
          op.dropTable("a");
          op.dropTable("b");
          table(op, "b");
          table(op, "a");
        });

    assertThat(read()).isEqualTo(first);
  }

  @Test
  void moreTablesAreNoMoreQueries() throws SQLException {
    run(op -> table(op, "first"));
    int few = queries();
    run(
        op -> {
          for (int i = 0; i < 20; i++) {
            table(op, "further_" + i);
          }
        });

    assertThat(queries()).isEqualTo(few);
  }

  private int queries() throws SQLException {
    CountingDataSource counting = new CountingDataSource(database());
    try (Connection connection = counting.dataSource().getConnection()) {
      assertThat(
              dialect().inspector().inspect(connection, InspectionRequest.currentSchema()).tables())
          .isNotEmpty();
    }
    return counting.statements().size();
  }

  @Test
  void anOpenTransactionStaysOpen() throws SQLException {
    run(op -> table(op, "t"));
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO t (note) VALUES ('a')");

      assertThat(
              dialect().inspector().inspect(connection, InspectionRequest.currentSchema()).tables())
          .hasSize(1);

      assertThat(connection.getAutoCommit()).isFalse();
      connection.rollback();
    }
    assertThat(count("t")).hasValue(0);
  }

  @Test
  void aSchemaThatIsNotThereIsEmpty() {
    run(op -> table(op, "t"));

    assertThat(
            read(new InspectionRequest(List.of(Identifier.of("no_such_schema")), List.of()))
                .tables())
        .isEmpty();
  }
}
