package dev.anabranch.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFoldingTest {

  @ParameterizedTest
  @CsvSource({
    "UPPER, customer, CUSTOMER",
    "UPPER, customer_2$#, CUSTOMER_2$#",
    "UPPER, Customer, Customer",
    "UPPER, größe, größe",
    "UPPER, 'two words', 'two words'",
    "UPPER, 2nd, 2nd",
    "LOWER, customer, customer",
    "LOWER, CUSTOMER, CUSTOMER",
    "NONE, customer, customer"
  })
  void plainNamesInSmallLettersAreTheServers(NameFolding folding, String written, String onServer) {
    assertThat(folding.toServer(Identifier.of(written))).isEqualTo(onServer);
  }

  @Test
  void exactNamesAreKept() {
    assertThat(NameFolding.UPPER.toServer(Identifier.exact("customer"))).isEqualTo("customer");
  }

  @Test
  void exactnessOnlyCountsWhereANameCouldBeFolded() {
    assertThat(Identifier.exact("Two Words")).isEqualTo(Identifier.of("Two Words"));
    assertThat(Identifier.exact("customer")).isNotEqualTo(Identifier.of("customer"));
  }

  @Property
  void whatIsReadFromAServerIsWrittenBackTheSame(
      @ForAll NameFolding folding,
      @ForAll
          @StringLength(min = 1, max = 5)
          @CharRange(from = 'a', to = 'c')
          @CharRange(from = 'A', to = 'C')
          @CharRange(from = '0', to = '1')
          @CharRange(from = 'ß', to = 'ä')
          String onServer) {
    assertThat(folding.toServer(folding.fromServer(onServer))).isEqualTo(onServer);
  }

  @Test
  void writerFoldsChecksAndQuotes() {
    SqlStyle style =
        SqlStyle.standard()
            .withFolding(NameFolding.UPPER)
            .withLimit(new IdentifierLimit(8, IdentifierLimit.Unit.BYTES));

    assertThat(style.writer().name(QualifiedName.of("app", "order")).toSql())
        .isEqualTo("\"APP\".\"ORDER\"");
    assertThatThrownBy(() -> style.writer().name(Identifier.of("größere")))
        .isInstanceOf(NameTooLongException.class)
        .hasMessage("Cannot use the name größere: it has 9 bytes, and the server keeps 8 at most.");
  }
}
