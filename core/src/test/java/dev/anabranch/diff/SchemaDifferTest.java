package dev.anabranch.diff;

import static dev.anabranch.diff.Shop.CUSTOMER;
import static dev.anabranch.diff.Shop.ORDERS;
import static dev.anabranch.diff.Shop.check;
import static dev.anabranch.diff.Shop.column;
import static dev.anabranch.diff.Shop.customer;
import static dev.anabranch.diff.Shop.deleting;
import static dev.anabranch.diff.Shop.foreignKey;
import static dev.anabranch.diff.Shop.index;
import static dev.anabranch.diff.Shop.only;
import static dev.anabranch.diff.Shop.orders;
import static dev.anabranch.diff.Shop.other;
import static dev.anabranch.diff.Shop.others;
import static dev.anabranch.diff.Shop.primaryKey;
import static dev.anabranch.diff.Shop.schema;
import static dev.anabranch.diff.Shop.tables;
import static dev.anabranch.diff.Shop.view;
import static dev.anabranch.diff.Shop.views;
import static dev.anabranch.diff.Shop.with;
import static dev.anabranch.diff.Shop.withoutConstraint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.DropConstraint;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.Inverses;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Nullability;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaDifferTest {

  private static List<String> mending(DatabaseSchema expected, DatabaseSchema actual) {
    return SchemaDiffer.mending(SchemaDiffer.compare(expected, actual)).stream()
        .map(Operation::describe)
        .toList();
  }

  @Test
  void equalSchemasDoNotDiffer() {
    assertThat(SchemaDiffer.compare(schema(), schema())).isEmpty();
    assertThat(SchemaDiffer.compare(DatabaseSchema.empty(), DatabaseSchema.empty())).isEmpty();
  }

  @Test
  void theOrderInWhichConstraintsAreReadIsNoDifference() {
    List<TableConstraint> all = customer().constraints();
    Table turned = customer().withConstraints(List.of(all.get(2), all.get(0), all.get(1)));

    assertThat(SchemaDiffer.compare(schema(), tables(turned))).isEmpty();
  }

  @Test
  void aDifferenceSaysWhatDiffersAsData() {
    SchemaDifference difference =
        SchemaDiffer.compare(
                schema(),
                tables(
                    column(customer(), "email", each -> each.withType(new DataType.Varchar(50)))))
            .get(0);

    assertThat(difference.kind()).isEqualTo(SchemaDifference.Kind.CHANGED);
    assertThat(difference.subject())
        .isEqualTo(new Subject("column", "email", Optional.of(CUSTOMER)));
    assertThat(difference.change())
        .contains(
            new Change(
                Aspect.TYPE,
                Optional.empty(),
                Optional.of("varchar(200)"),
                Optional.of("varchar(50)")));
    assertThat(difference.mending())
        .contains(
            new AlterColumn(
                CUSTOMER,
                Identifier.of("email"),
                List.of(
                    new ColumnChange.Type(
                        new DataType.Varchar(200),
                        Optional.of(new DataType.Varchar(50)),
                        Optional.empty()))));
  }

  @Test
  void twoWaysAreToldWithoutSayingWhichIsRight() {
    List<SchemaDifference> differences =
        SchemaDiffer.compare(
            tables(with(orders(), index("ix_state", "state"))),
            tables(
                column(
                    with(customer(), index("ix_name", "name")),
                    "email",
                    each -> each.withNullability(Nullability.NOT_NULL))));

    assertThat(
            differences.stream()
                .map(each -> each.describe(Wording.between("after a, b", "after b, a"))))
        .containsExactly(
            "column customer.email is nullable after a, b and not null after b, a",
            "index ix_name of customer is there after b, a only",
            "index ix_state of orders is there after a, b only");
  }

  @Test
  void whatNoOperationMendsSaysSo() {
    assertThat(SchemaDiffer.compare(others(other("trigger", "customer.audit", "...")), schema()))
        .singleElement()
        .matches(difference -> !difference.isMendable());
    assertThat(SchemaDiffer.compare(views(), schema()))
        .singleElement()
        .matches(SchemaDifference::isMendable);
  }

  // Names that the server makes up.

  private static final ComparisonRules MADE_UP = name -> name.startsWith("made_");

  private static DatabaseSchema checked(String... namesAndConditions) {
    Table table = Table.of(CUSTOMER, customer().columns());
    for (int i = 0; i < namesAndConditions.length; i += 2) {
      table = with(table, check(namesAndConditions[i], namesAndConditions[i + 1]));
    }
    return only(table);
  }

  private static List<String> words(DatabaseSchema expected, DatabaseSchema actual) {
    return SchemaDiffer.compare(expected, actual, MADE_UP).stream()
        .map(SchemaDifference::describe)
        .toList();
  }

  @Test
  void namesThatTheServerMakesUpTellNothing() {
    DatabaseSchema expected = checked("made_1", "credit > 0", "made_2", "credit < 9");

    assertThat(words(expected, checked("made_2", "credit > 0", "made_3", "credit < 9"))).isEmpty();
    assertThat(words(expected, checked("made_2", "credit > 0", "made_1", "credit < 9"))).isEmpty();
    assertThat(words(expected, checked("made_2", "credit > 0")))
        .containsExactly("check constraint (credit < 9) of customer is missing");
    assertThat(words(expected, checked("made_2", "credit > 0", "made_1", "credit < 8")))
        .containsExactly(
            "check constraint (credit < 9) of customer is missing",
            "check constraint (credit < 8) of customer is there and should not be");
  }

  @Test
  void aNameThatSomebodyGaveCountsAlsoBesideOneThatIsMadeUp() {
    assertThat(words(checked("ck", "credit > 0"), checked("made_1", "credit > 0")))
        .containsExactly("check constraint ck of customer is named made_1");
    assertThat(words(checked("made_1", "credit > 0"), checked("ck", "credit > 0")))
        .containsExactly("check constraint (credit > 0) of customer is named ck");
  }

  @Test
  void aPrimaryKeyIsOneWhateverItsNames() {
    Table bare = Table.of(CUSTOMER, customer().columns());

    assertThat(
            words(
                only(with(bare, primaryKey("made_1", "id"))),
                only(with(bare, primaryKey("made_2", "id")))))
        .isEmpty();
    assertThat(
            words(
                only(with(bare, primaryKey("made_1", "id"))),
                only(
                    with(
                        column(bare, "email", each -> each.withNullability(Nullability.NOT_NULL)),
                        primaryKey("made_2", "id", "email")))))
        .containsExactly(
            "column customer.email is not null and should be nullable",
            "primary key of customer: column list is id, email and should be id");
  }

  @Test
  void nothingIsRenamedToANameThatIsThere() {
    assertThat(
            SchemaDiffer.mending(
                SchemaDiffer.compare(
                    checked("made_1", "credit > 0"),
                    checked("made_1", "credit < 9", "ck", "credit > 0"),
                    MADE_UP)))
        .extracting(Operation::describe)
        .containsExactly(
            "drop check ck of customer",
            "drop check made_1 of customer",
            "add check made_1 to customer");
  }

  // Mending.

  private static Table referring(String name, String other) {
    return Table.of(
            QualifiedName.of(name),
            List.of(
                column("id", DataType.Simple.INTEGER), column("other", DataType.Simple.INTEGER)))
        .withConstraints(
            List.of(
                primaryKey("pk_" + name, "id"),
                foreignKey("fk_" + name, "other", QualifiedName.of(other), "id")));
  }

  private static final DatabaseSchema CIRCLE =
      new DatabaseSchema(
          List.of(referring("a", "b"), referring("b", "a"), referring("self", "self")),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  @Test
  void tablesThatReferToEachOtherComeBeforeTheirKeys() {
    assertThat(mending(CIRCLE, DatabaseSchema.empty()))
        .containsExactly(
            "create table a",
            "create table b",
            "create table self",
            "add foreign key fk_a to a",
            "add foreign key fk_b to b");
  }

  @Test
  void tablesThatReferToEachOtherGoBehindTheirKeys() {
    assertThat(mending(DatabaseSchema.empty(), CIRCLE))
        .containsExactly(
            "drop foreign key fk_b of b",
            "drop foreign key fk_a of a",
            "drop table a",
            "drop table b",
            "drop table self");
  }

  @Test
  void whatIsDroppedCanBeTakenBackAsItWas() {
    List<Operation> mending =
        SchemaDiffer.mending(SchemaDiffer.compare(only(customer()), only(customer(), orders())));
    Table bare = withoutConstraint(orders(), "fk_orders_customer");
    TableConstraint key = orders().foreignKeys().get(0);

    assertThat(mending)
        .containsExactly(
            new DropConstraint(
                ORDERS,
                TableConstraint.Kind.FOREIGN_KEY,
                Identifier.of("fk_orders_customer"),
                Existence.STRICT,
                Optional.of(key)),
            new DropTable(ORDERS, Existence.STRICT, Optional.of(bare)));
    assertThat(Inverses.of(mending))
        .isEqualTo(
            new Inverse.Of(
                List.of(new CreateTable(bare, Existence.STRICT), new AddConstraint(ORDERS, key))));
  }

  @Test
  void aKeyThatIsRebuiltForAnotherReasonComesBackUnderItsRightName() {
    Table otherKey =
        with(withoutConstraint(customer(), "pk_customer"), primaryKey("pk_customer", "id", "name"));
    Table otherName =
        with(
            withoutConstraint(orders(), "fk_orders_customer"),
            foreignKey("fk", "customer_id", CUSTOMER, "id"));

    assertThat(mending(tables(otherKey, otherName), schema()))
        .containsExactly(
            "drop foreign key fk_orders_customer of orders",
            "drop primary key pk_customer of customer",
            "add primary key pk_customer to customer",
            "add foreign key fk to orders");
  }

  @Test
  void aKeyThatIsRebuiltComesBackAsItShouldBe() {
    Table otherKey =
        with(withoutConstraint(customer(), "pk_customer"), primaryKey("pk_customer", "id", "name"));
    TableConstraint should =
        deleting(
            foreignKey("fk_orders_customer", "customer_id", CUSTOMER, "id"),
            ReferentialAction.CASCADE);
    Table otherRule = with(withoutConstraint(orders(), "fk_orders_customer"), should);

    assertThat(SchemaDiffer.mending(SchemaDiffer.compare(tables(otherKey, otherRule), schema())))
        .filteredOn(AddConstraint.class::isInstance)
        .containsExactly(
            new AddConstraint(CUSTOMER, otherKey.primaryKey().orElseThrow()),
            new AddConstraint(ORDERS, should));
  }

  @Test
  void viewsOfViewsGoFirstAndComeLast() {
    DatabaseSchema actual =
        new DatabaseSchema(
            List.of(column(customer(), "email", each -> each.withType(DataType.Simple.TEXT))),
            layers(),
            List.of(),
            List.of(),
            List.of());
    DatabaseSchema expected =
        new DatabaseSchema(List.of(customer()), layers(), List.of(), List.of(), List.of());

    assertThat(mending(expected, actual))
        .containsExactly(
            "drop view a_top",
            "drop view c_middle",
            "drop view b_bottom",
            "alter column customer.email",
            "create view b_bottom",
            "create view c_middle",
            "create view a_top");
  }

  private static List<View> layers() {
    return List.of(
        view("a_top", "SELECT * FROM C_MIDDLE, \"b_bottom\""),
        view("b_bottom", "SELECT email FROM public.customer"),
        view("c_middle", "SELECT * FROM b_bottom"),
        view("no_user", "SELECT * FROM customers, b_bottom2"));
  }

  @Test
  void oneOfSeveralDifferencesIsMendedByItself() {
    DatabaseSchema actual =
        tables(
            column(customer(), "email", each -> each.withType(DataType.Simple.TEXT)),
            with(orders(), index("ix_state", "state")));

    assertThat(
            SchemaDiffer.compare(schema(), actual).stream()
                .map(SchemaDifference::mending)
                .map(mending -> mending.stream().map(Operation::describe).toList()))
        .containsExactly(
            List.of("drop view buyers", "alter column customer.email", "create view buyers"),
            List.of("drop index ix_state of orders"));
  }

  // Values.

  @Test
  void whatIsChangedSaysInWhatAndNothingElseDoes() {
    Subject subject = new Subject("table", "a", Optional.empty());
    Change change =
        new Change(Aspect.COMMENT, Optional.empty(), Optional.of("a"), Optional.empty());

    assertThatThrownBy(
            () ->
                new SchemaDifference(
                    SchemaDifference.Kind.CHANGED, subject, Optional.empty(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new SchemaDifference(
                    SchemaDifference.Kind.MISSING, subject, Optional.of(change), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Change(Aspect.COMMENT, Optional.empty(), Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hostileNamesStayOnOneLine() {
    Table hostile = customer().withName(QualifiedName.of("two\nlines \"and\" more"));

    assertThat(
            SchemaDiffer.compare(only(customer(), orders(), hostile), schema()).get(0).describe())
        .isEqualTo("table two lines \"and\" more is missing");
  }
}
