package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.indexOn;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.primaryKey;
import static dev.anabranch.migration.Definitions.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.IdentifierLimit;
import dev.anabranch.sql.IdentifierQuoting;
import dev.anabranch.sql.NameTooLongException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every name works that the server can keep, and the others are refused before they are sent. */
public abstract class NameContract extends OperationContract {

  /** For the classes of the products. */
  protected NameContract() {}

  /** Records something of every kind under a name, and names of its own that begin with it. */
  private void everythingNamed(Operations op, String name) {
    op.createTable(
        name,
        column(name, integer()).notNull(),
        column(name + "2", integer()),
        column("fixed", integer()),
        primaryKey(name));
    op.createIndex(name, indexOn(name + "2").withName(Identifier.of(name + "_i")));
    op.addConstraint(name, foreignKey(name + "2").references(name, name).named(name + "_f"));
    op.addConstraint(name, check(name + "_c", sql("fixed > 0")));
    if (dialect().has(Capability.SEQUENCES)) {
      op.createSequence(name + "_s", SequenceOptions.defaults());
    }
    if (dialect().has(Capability.ENUM_TYPES)) {
      op.createEnumType(name + "_e", "a", "b");
    }
    op.renameColumn(name, name + "2", name + "3");
    op.tableComment(name, "called " + name, "");
    op.renameTable(name, name + "4");
    op.renameTable(name + "4", name);
    op.insertInto(name, name, name + "3").row(1, null).key(name).insert();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain_name",
        "Mixed_Case",
        "ALL_CAPITALS",
        "two words",
        "it's",
        "a.b",
        "semi;colon",
        "dash--dash",
        "back\\slash",
        "dollar$$",
        "question?",
        "(paren)",
        "100%",
        "Größe_ß",
        "имя",
        "名前",
        "select",
        "TABLE",
        "user",
        "order",
        "1st",
        "back`tick",
      })
  void worksForEverything(String name) {
    verify(op -> {}, op -> everythingNamed(op, name));
  }

  @Test
  void withAQuoteInItWorksOrIsRefusedBeforeItIsSent() {
    String name = "dou\"ble";
    List<Operation> operations = recorded(op -> everythingNamed(op, name));
    IdentifierQuoting quoting = dialect().style().quoting();

    if (quoting.quote() == '"' && quoting.inside() == IdentifierQuoting.QuoteInside.REFUSED) {
      assertThatThrownBy(() -> compiled(operations)).isInstanceOf(IllegalArgumentException.class);
    } else {
      verify(op -> {}, op -> everythingNamed(op, name));
    }
  }

  @Test
  void inSmallLettersIsTheSameAsInSqlWithoutQuotes() {
    run(op -> op.createTable("small_name", column("small_column", integer())));

    assertThat(query("SELECT small_column FROM small_name")).isEmpty();
  }

  @Test
  void isTheSameOrAnotherAsItsLettersAreExactly() {
    run(op -> op.createTable("t", column("name", integer())));
    Consumer<Operations> another =
        op -> op.addColumn("t", column(Identifier.of("Name"), integer()));

    if (product().tellsColumnsByCase()) {
      run(another);
      assertThat(read().tables().get(0).columns()).hasSize(2);
    } else {
      assertThat(faultOf(another)).isEqualTo(ServerFault.ALREADY_EXISTS);
    }
  }

  @Test
  void thatIsAsLongAsItMayBeWorks() {
    IdentifierLimit limit = dialect().style().limit();
    String longest = "a".repeat(Math.min(limit.length(), 300));

    verify(
        op ->
            op.createTable(
                longest, column(longest, integer()).primaryKey(), column("b", integer()).unique()),
        op -> op.createIndex(longest, longest, "b"));
  }

  @Test
  void thatIsTooLongIsRefusedBeforeItIsSent() {
    IdentifierLimit limit = dialect().style().limit();
    String tooLong = "a".repeat(limit.length() + 1);

    for (var wrong :
        new Consumers()
            .with(op -> op.createTable(tooLong, column("a", integer())))
            .with(op -> op.createTable("t", column(tooLong, integer())))
            .with(op -> op.renameTable("t", tooLong))
            .with(op -> op.addColumn("t", column(tooLong, integer())))
            .with(op -> op.renameColumn("t", "a", tooLong))
            .with(op -> op.createIndex("t", indexOn("a").withName(Identifier.of(tooLong))))
            .with(op -> op.addConstraint("t", check(tooLong, sql("1 = 1"))))
            .with(op -> op.createView(tooLong, "SELECT 1"))
            .with(op -> op.insertInto("t", tooLong).row(1).insert())
            .all()) {
      List<Operation> operations = recorded(wrong);
      assertThatThrownBy(() -> compiled(operations))
          .as("%s", operations)
          .isInstanceOfSatisfying(
              NameTooLongException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.NAME_TOO_LONG))
          .hasMessageContaining(String.valueOf(limit.length()))
          .hasMessageContaining(String.valueOf(limit.length() + 1));
    }
    assertThat(read()).isEqualTo(DatabaseSchema.empty());
  }

  @Test
  void thatTheConventionMakesIsNeverTooLong() {
    IdentifierLimit limit = dialect().style().limit();
    String longest = "b".repeat(Math.min(limit.length(), 300));

    run(
        op -> {
          op.createTable(
              longest,
              column("first", integer()).unique(),
              column("second", integer()).unique(),
              column(longest, integer()));
          op.createIndex(longest, longest, "first");
          op.createIndex(longest, longest, "second");
        });

    assertThat(read().tables().get(0).indexes()).hasSize(2);
    assertThat(read().tables().get(0).constraints()).hasSize(2);
  }
}
