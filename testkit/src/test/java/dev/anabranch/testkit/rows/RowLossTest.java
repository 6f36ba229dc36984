package dev.anabranch.testkit.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Losses and options in words. */
class RowLossTest {

  private static final QualifiedName CUSTOMER = QualifiedName.of("shop", "customer");

  private static String describe(Optional<Identifier> column, RowLoss.Kind kind, long count) {
    return new RowLoss(CUSTOMER, column, kind, count).describe();
  }

  @Test
  void saysWhatWasLost() {
    Optional<Identifier> name = Optional.of(Identifier.of("name"));
    assertThat(describe(Optional.empty(), RowLoss.Kind.ROWS_LOST, 2))
        .isEqualTo("shop.customer: 2 rows lost");
    assertThat(describe(name, RowLoss.Kind.VALUES_LOST, 1))
        .isEqualTo("shop.customer.name: 1 value lost");
    assertThat(describe(Optional.empty(), RowLoss.Kind.ROWS_ADDED, 1))
        .isEqualTo("shop.customer: 1 row added");
    assertThat(describe(name, RowLoss.Kind.SEQUENCE_POSITION_LOST, 1))
        .isEqualTo("shop.customer.name: position lost");
  }

  @Test
  void aTableWithoutRowsIsNoOption() {
    assertThat(FillOptions.of(4)).isEqualTo(new FillOptions(20, 4));
    assertThatThrownBy(() -> new FillOptions(0, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows must be at least 1: 0");
  }
}
