package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.enumeration;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.sql;
import static dev.anabranch.migration.Definitions.type;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Capability;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.CreateEnumType;
import dev.anabranch.operation.Existence;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.EnumType;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Enum types hold their values, in columns and, where a product has them, by themselves. */
public abstract class EnumTypeContract extends OperationContract {

  private static final DataType MOOD = enumeration("mood", "sad", "it's ok", "happy");

  /** For the classes of the products. */
  protected EnumTypeContract() {}

  private static void mood(Operations op) {
    op.createEnumType("mood", "sad", "it's ok", "happy");
  }

  private static void person(Operations op) {
    mood(op);
    op.createTable(
        "person",
        column("id", integer()),
        column("feels", MOOD).defaultValue("it's ok"),
        column("felt", MOOD));
  }

  @Test
  void isCreatedAndTakenBack() {
    verify(EnumTypeContract::mood);
  }

  @Test
  void isThereByItselfWhereThatIsDeclared() {
    run(EnumTypeContract::mood);

    assertThat(read().enumTypes().size()).isEqualTo(dialect().has(Capability.ENUM_TYPES) ? 1 : 0);
  }

  @Test
  void isTheTypeOfColumns() {
    verify(EnumTypeContract::person);
    run(op -> op.insertInto("person", "id", "felt").row(1, "happy").insert());

    assertThat(query("SELECT feels FROM person")).containsExactly("it's ok");
    assertThat(query("SELECT felt FROM person")).containsExactly("happy");
    assertThat((Throwable) failureOf(op -> op.insertInto("person", "felt").row("mad").insert()))
        .isNotNull();
  }

  @Test
  void hasItsNameInColumnsWhereItIsThereByItself() {
    run(EnumTypeContract::person);

    if (dialect().has(Capability.ENUM_TYPES)) {
      assertThat(read().tables().get(0).columns().get(1).type()).isEqualTo(MOOD);
    }
  }

  @Test
  void getsAnotherValue() {
    verify(EnumTypeContract::person, op -> op.addEnumValue("mood", "glad"));
  }

  @Test
  void getsAnotherValueWhileColumnsUseIt() {
    run(EnumTypeContract::person);

    if (dialect().has(Capability.ADD_ENUM_VALUE)) {
      run(op -> op.addEnumValue("mood", "glad"));
      run(op -> op.insertInto("person", "felt").row("glad").insert());
      assertThat(count("person")).hasValue(1);
    }
  }

  @Test
  void getsAnotherValueInFrontOfOneThatIsThere() {
    verify(EnumTypeContract::mood, op -> op.addEnumValueBefore("mood", "so-so", "happy"));
  }

  @Test
  void isDroppedAndComesBackFromItsValues() {
    verify(EnumTypeContract::mood, op -> op.dropEnumType("mood", "sad", "it's ok", "happy"));
  }

  @Test
  void hasAComment() {
    verify(
        op ->
            op.record(
                new CreateEnumType(
                    new EnumType(
                        QualifiedName.of("mood"),
                        List.of("sad", "happy"),
                        Optional.of("How it's going")),
                    Existence.STRICT)));
  }

  @Test
  void becomesTheTypeOfAColumn() {
    verify(
        op -> {
          mood(op);
          op.createTable("person", column("felt", varchar(20)));
        },
        op ->
            op.alterColumn(
                "person",
                "felt",
                dialect().has(Capability.TYPE_CHANGE_RULES)
                    ? type(MOOD).using(sql("felt").on("postgresql", "felt::mood"))
                    : type(MOOD)));
  }
}
