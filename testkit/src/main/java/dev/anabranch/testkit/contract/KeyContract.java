package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.constraint;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.nativeType;
import static dev.anabranch.migration.Definitions.primaryKey;
import static dev.anabranch.migration.Definitions.sql;
import static dev.anabranch.migration.Definitions.unique;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.migration.ForeignKeyDefinition;
import dev.anabranch.migration.Operations;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys and conditions are added, dropped, renamed, and kept by the server. */
public abstract class KeyContract extends OperationContract {

  private static final Identifier CODE = Identifier.of("code");

  /** For the classes of the products. */
  protected KeyContract() {}

  private static void owner(Operations op) {
    op.createTable(
        "owner", column("id", integer()).primaryKey(), column("code", integer()).unique());
  }

  private static void pet(Operations op) {
    owner(op);
    op.createTable(
        "pet",
        column("id", integer()).notNull(),
        column("owner_id", integer()),
        column("code", integer()),
        column("name", varchar(20)));
  }

  private static ForeignKeyDefinition toOwner() {
    return foreignKey("owner_id").references("owner", "id");
  }

  @Test
  void primaryKeyIsAdded() {
    verify(KeyContract::pet, op -> op.addConstraint("pet", primaryKey("id")));
  }

  @Test
  void primaryKeyIsDropped() {
    verify(
        op ->
            op.createTable(
                "pet",
                column("id", integer()).notNull(),
                column("code", integer()),
                primaryKey("id")),
        op -> op.dropConstraint("pet", primaryKey("id")));
  }

  @Test
  void primaryKeyOfSeveralColumnsKeepsTheirOrder() {
    verify(
        op ->
            op.createTable(
                "pet",
                column("a", integer()),
                column("b", integer()),
                column("c", integer()),
                primaryKey("c", "a")));
  }

  @Test
  void primaryKeyHasItsNameWhereThatIsDeclared() {
    run(op -> op.createTable("pet", column("id", integer()), primaryKey("id")));

    Optional<Identifier> name = read().tables().get(0).primaryKey().orElseThrow().name();

    assertThat(name.filter(Identifier.of("pk_pet")::equals).isPresent())
        .isEqualTo(dialect().has(Capability.NAMED_PRIMARY_KEYS));
  }

  @Test
  void uniqueConstraintIsAdded() {
    verify(KeyContract::pet, op -> op.addConstraint("pet", unique("code", "name")));
  }

  @Test
  void uniqueConstraintIsDropped() {
    verify(KeyContract::owner, op -> op.dropConstraint("owner", unique("code")));
  }

  @Test
  void uniqueConstraintTakesAnyNumberOfNulls() {
    run(KeyContract::owner);

    run(op -> op.insertInto("owner", "id", "code").row(1, null).row(2, null).insert());

    assertThat(count("owner")).hasValue(2);
  }

  @Test
  void uniqueConstraintMayTakeOneNullOnly() {
    verify(
        KeyContract::pet,
        op ->
            op.addConstraint(
                "pet",
                new UniqueConstraint(
                    Optional.empty(),
                    List.of(CODE),
                    UniqueConstraint.Nulls.NOT_DISTINCT,
                    Deferrability.NOT_DEFERRABLE)));
    if (dialect().has(Capability.NULLS_NOT_DISTINCT)) {
      assertThat(
              faultOf(op -> op.insertInto("pet", "id", "code").row(1, null).row(2, null).insert()))
          .isEqualTo(ServerFault.CONSTRAINT_VIOLATION);
    }
  }

  @Test
  void checkIsAddedAndDropped() {
    verify(KeyContract::pet, op -> op.addConstraint("pet", check("code > 3")));
    assertThat(faultOf(op -> op.insertInto("pet", "id", "code").row(1, 2).insert()))
        .isEqualTo(ServerFault.CONSTRAINT_VIOLATION);

    run(op -> op.dropConstraint("pet", check("code > 3")));

    run(op -> op.insertInto("pet", "id", "code").row(1, 2).insert());
    assertThat(count("pet")).hasValue(1);
  }

  @Test
  void checkWithANameKeepsIt() {
    verify(KeyContract::pet, op -> op.addConstraint("pet", check("high_code", sql("code > 3"))));
  }

  @Test
  void foreignKeyIsAddedAndDropped() {
    verify(KeyContract::pet, op -> op.addConstraint("pet", toOwner()));

    run(op -> op.dropConstraint("pet", toOwner()));

    assertThat(read().tables().get(1).foreignKeys()).isEmpty();
  }

  @Test
  void foreignKeyRefersToAnyUniqueColumn() {
    verify(
        KeyContract::pet,
        op -> op.addConstraint("pet", foreignKey("code").references("owner", "code")));
  }

  @Test
  void foreignKeyRefersToItsOwnTable() {
    verify(
        op ->
            op.createTable(
                "part",
                column("id", integer()).primaryKey(),
                column("whole", integer()).references("part", "id")));
  }

  @ParameterizedTest
  @EnumSource(
      value = ReferentialAction.class,
      names = {"CASCADE", "SET_NULL", "NO_ACTION", "RESTRICT"})
  void foreignKeySaysWhatADeletionDoes(ReferentialAction action) {
    verify(KeyContract::pet, op -> op.addConstraint("pet", toOwner().onDelete(action)));
  }

  @Test
  void foreignKeySetsDefaultsOnDeletion() {
    verify(
        op -> {
          owner(op);
          op.createTable("pet", column("owner_id", integer()).defaultValue(1));
        },
        op -> op.addConstraint("pet", toOwner().onDelete(ReferentialAction.SET_DEFAULT)));
  }

  @ParameterizedTest
  @EnumSource(
      value = ReferentialAction.class,
      names = {"CASCADE", "SET_NULL"})
  void foreignKeySaysWhatAChangeDoes(ReferentialAction action) {
    verify(KeyContract::pet, op -> op.addConstraint("pet", toOwner().onUpdate(action)));
  }

  @Test
  void foreignKeyDeletesWhatRefersToARow() {
    run(KeyContract::pet);
    run(op -> op.addConstraint("pet", toOwner().onDelete(ReferentialAction.CASCADE)));
    run(
        op -> {
          op.insertInto("owner", "id").row(1).row(2).insert();
          op.insertInto("pet", "id", "owner_id").row(1, 1).row(2, 2).insert();
        });

    run(op -> op.execute("DELETE FROM owner WHERE id = 1"));

    assertThat(query("SELECT id FROM pet")).containsExactly("2");
  }

  @Test
  void foreignKeyMatchesFully() {
    verify(KeyContract::pet, op -> op.addConstraint("pet", toOwner().match(ForeignKey.Match.FULL)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Deferrability.class,
      names = {"DEFERRABLE", "INITIALLY_DEFERRED"})
  void foreignKeyIsDeferred(Deferrability deferrability) {
    verify(KeyContract::pet, op -> op.addConstraint("pet", toOwner().deferrability(deferrability)));
  }

  @Test
  void uniqueConstraintIsDeferred() {
    verify(
        KeyContract::pet,
        op ->
            op.addConstraint(
                "pet",
                new UniqueConstraint(
                    Optional.empty(),
                    List.of(CODE),
                    UniqueConstraint.Nulls.DISTINCT,
                    Deferrability.INITIALLY_DEFERRED)));
  }

  @Test
  void exclusionConstraintIsAddedAndDropped() {
    verify(
        op ->
            op.createTable(
                "booking",
                column("id", integer()),
                column("during", integer().on("postgresql", nativeType("int4range")))),
        op ->
            op.addConstraint(
                "booking",
                constraint(
                    new ExclusionConstraint(
                        Optional.empty(),
                        "gist",
                        List.of(
                            new ExclusionConstraint.Element(
                                IndexPart.column(Identifier.of("during")), "&&")),
                        Optional.empty(),
                        Deferrability.NOT_DEFERRABLE))));
  }

  @Test
  void constraintsGetOtherNames() {
    verify(
        op -> {
          pet(op);
          op.addConstraint("pet", check("positive_code", sql("code > 0")));
          op.addConstraint("pet", toOwner().named("pet_owner"));
        },
        op -> {
          op.renameConstraint("owner", TableConstraint.Kind.UNIQUE, "uq_owner_code", "one_code");
          op.renameConstraint("pet", TableConstraint.Kind.CHECK, "positive_code", "code_above_0");
          op.renameConstraint("pet", TableConstraint.Kind.FOREIGN_KEY, "pet_owner", "its_owner");
        });
  }

  @Test
  void primaryKeyGetsAnotherName() {
    verify(
        KeyContract::owner,
        op ->
            op.renameConstraint(
                "owner", TableConstraint.Kind.PRIMARY_KEY, "pk_owner", "owner_key"));
  }

  @Test
  void constraintIsMissedWhereItIsNotThere() {
    run(KeyContract::pet);

    for (TableConstraint.Kind kind :
        List.of(TableConstraint.Kind.UNIQUE, TableConstraint.Kind.CHECK)) {
      assertThat(faultOf(op -> op.dropConstraint("pet", kind, "nothing")))
          .isEqualTo(ServerFault.MISSING_OBJECT);
    }
    runTolerantly(op -> op.ifExists().dropConstraint("pet", TableConstraint.Kind.CHECK, "nothing"));
  }

  @Test
  void constraintIsNotAddedTwice() {
    run(KeyContract::owner);

    assertThat(faultOf(op -> op.addConstraint("owner", unique("code"))))
        .isEqualTo(ServerFault.ALREADY_EXISTS);
  }

  @Test
  void foreignKeyToWhatIsNotThereIsRefused() {
    run(KeyContract::pet);

    assertThat(
            (Throwable)
                failureOf(
                    op -> op.addConstraint("pet", foreignKey("code").references("nothing", "id"))))
        .isNotNull();
  }
}
