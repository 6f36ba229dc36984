package dev.anabranch.testkit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Nullability;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Tables are filled behind those that they refer to; cycles are cut where something can be null.
 */
class FillOrderTest {

  /** Makes a table of lines such as {@code a > b, c?}: with a reference that may be null to c. */
  private static Table table(String line) {
    String[] parts = line.split(" > ", -1);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of(Identifier.of("id"), DataType.Simple.INTEGER));
    List<ForeignKey> keys = new ArrayList<>();
    for (String each : parts.length < 2 ? new String[0] : parts[1].split(", ", -1)) {
      String referred = each.replace("?", "");
      Identifier column = Identifier.of(referred + "_id");
      columns.add(
          Column.of(column, DataType.Simple.INTEGER)
              .withNullability(each.endsWith("?") ? Nullability.NULLABLE : Nullability.NOT_NULL));
      keys.add(
          new ForeignKey(
              Optional.empty(),
              List.of(column),
              QualifiedName.of(referred),
              List.of(Identifier.of("id")),
              ForeignKey.Rules.standard()));
    }
    return Table.of(QualifiedName.of(parts[0]), columns).withConstraints(keys);
  }

  private static FillOrder order(String... lines) {
    return FillOrder.of(List.of(lines).stream().map(FillOrderTest::table).toList());
  }

  private static List<String> names(FillOrder order) {
    return order.tables().stream().map(table -> table.name().toString()).toList();
  }

  @Test
  void whatIsReferredToComesFirst() {
    FillOrder order = order("a > b, c?", "b > d", "c", "d > c", "e > nowhere");

    assertThat(names(order)).containsExactly("c", "d", "b", "a", "e");
    assertThat(order.late()).isEmpty();
    assertThat(order.waiting()).isEmpty();
  }

  @Test
  void aCycleIsCutWhereAReferenceMayBeNull() {
    FillOrder order = order("a > b", "b > c", "c > a?, d", "d");

    assertThat(names(order)).containsExactly("d", "c", "b", "a");
    assertThat(order.late().keySet()).containsExactly(QualifiedName.of("c"));
    assertThat(order.waiting()).isEmpty();
  }

  @Test
  void aReferenceToTheSameTableIsLateOrToItself() {
    FillOrder order = order("a > a?", "b > b");

    assertThat(order.late().keySet()).containsExactly(QualifiedName.of("a"));
    assertThat(order.waiting()).isEmpty();
  }

  @Test
  void oneReferenceOfACycleWaitsWhereNoneMayBeNull() {
    FillOrder order = order("a > b", "b > a, c", "c > b?");

    assertThat(names(order)).hasSize(3);
    assertThat(order.waiting().keySet()).containsExactly(QualifiedName.of("a"));
    assertThat(order.late().keySet()).containsExactly(QualifiedName.of("c"));
  }

  @Test
  void aLongChainNeedsNoDeepStack() {
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      tables.add(table(i == 19_999 ? "t" + i : "t" + i + " > t" + (i + 1)));
    }

    assertThat(names(FillOrder.of(tables))).startsWith("t19999", "t19998").hasSize(20_000);
  }
}
