package dev.anabranch.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final QualifiedName NAME = QualifiedName.of("customer");

  private static Column column(String name) {
    return Column.of(Identifier.of(name), DataType.Simple.INTEGER);
  }

  private static PrimaryKey key(String... columns) {
    return new PrimaryKey(
        Optional.empty(),
        List.of(columns).stream().map(Identifier::of).toList(),
        Deferrability.NOT_DEFERRABLE);
  }

  private final Table table = Table.of(NAME, List.of(column("id"), column("name")));

  @Test
  void columnsOfThePrimaryKeyAreNotNull() {
    Table keyed = table.withConstraints(List.of(key("id")));

    assertThat(keyed.column(Identifier.of("id")).orElseThrow().isNullable()).isFalse();
    assertThat(keyed.column(Identifier.of("name")).orElseThrow().isNullable()).isTrue();
  }

  @Test
  void noColumnIsThereTwice() {
    assertThatThrownBy(() -> Table.of(NAME, List.of(column("id"), column("id"))))
        .isInstanceOf(SchemaException.class)
        .hasMessage("Cannot describe the table customer: it has two columns named id.");
  }

  @Test
  void keysNameColumnsThatAreThere() {
    assertThatThrownBy(() -> table.withConstraints(List.of(key("ide"))))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "Cannot describe the table customer: a primary key names the column ide, which it does"
                + " not have.");
  }

  @Test
  void indexesNameColumnsThatAreThere() {
    Index index =
        new Index(
            Optional.empty(),
            Index.Uniqueness.UNIQUE,
            List.of(IndexPart.column(Identifier.of("x"))),
            Index.Details.none());

    assertThatThrownBy(() -> table.withIndexes(List.of(index)))
        .hasMessageContaining("an index names the column x, which it does not have");
  }

  @Test
  void thereIsOnePrimaryKey() {
    assertThatThrownBy(() -> table.withConstraints(List.of(key("id"), key("name"))))
        .hasMessage("Cannot describe the table customer: it has two primary keys.");
  }

  @Test
  void emptyCommentsAreNone() {
    assertThat(column("id").withComment("").comment()).isEmpty();
  }

  @Test
  void schemasAreSortedWhateverTheyAreMadeFrom() {
    Table other = table.withName(QualifiedName.of("archive", "aardvark"));
    Table first = table.withName(QualifiedName.of("account"));

    DatabaseSchema schema =
        new DatabaseSchema(
            List.of(table, other, first), List.of(), List.of(), List.of(), List.of());

    assertThat(schema.tables()).containsExactly(first, table, other);
  }
}
