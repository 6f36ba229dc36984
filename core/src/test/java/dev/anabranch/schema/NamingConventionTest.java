package dev.anabranch.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.schema.NamingConvention.Named;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.IdentifierLimit;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NamingConventionTest {

  private static final QualifiedName TABLE = QualifiedName.of("invoice");
  private static final NamingConvention STANDARD = NamingConvention.standard();

  private static UniqueConstraint unique(String... columns) {
    return new UniqueConstraint(
        Optional.empty(),
        List.of(columns).stream().map(Identifier::of).toList(),
        UniqueConstraint.Nulls.DISTINCT,
        Deferrability.NOT_DEFERRABLE);
  }

  private static Optional<Identifier> named(TableConstraint constraint) {
    return STANDARD.name(TABLE, constraint, name -> true).name();
  }

  @Test
  void namesTellTableAndColumns() {
    ForeignKey key =
        new ForeignKey(
            Optional.empty(),
            List.of(Identifier.of("customer_id")),
            QualifiedName.of("customer"),
            List.of(Identifier.of("id")),
            ForeignKey.Rules.standard());

    assertThat(named(unique("year", "number"))).hasValue(Identifier.of("uq_invoice_year_number"));
    assertThat(named(key)).hasValue(Identifier.of("fk_invoice_customer_id_customer"));
  }

  @Test
  void conditionsAreToldApartByAHashOfTheirText() {
    CheckConstraint positive =
        new CheckConstraint(Optional.empty(), SqlExpression.of("amount > 0"));
    CheckConstraint small = new CheckConstraint(Optional.empty(), SqlExpression.of("amount < 9"));

    assertThat(named(positive).orElseThrow().value()).matches("ck_invoice_[0-9a-f]{8}");
    assertThat(named(positive)).isEqualTo(named(positive)).isNotEqualTo(named(small));
  }

  @Test
  void givenNamesAreKept() {
    assertThat(named(unique("year").withName(Identifier.of("own")))).hasValue(Identifier.of("own"));
  }

  @Test
  void projectsHavePatternsOfTheirOwn() {
    NamingConvention own = STANDARD.with(Named.UNIQUE, "{table}_{columns}_key");

    assertThat(own.name(TABLE, unique("year"), name -> true).name())
        .hasValue(Identifier.of("invoice_year_key"));
    assertThatThrownBy(() -> STANDARD.with(Named.UNIQUE, "key"))
        .hasMessageContaining("its pattern for UNIQUE is missing or has no {table} in it");
  }

  @Property
  void longNamesAreCutAndStayDifferent(
      @ForAll @StringLength(min = 40, max = 60) String column,
      @ForAll @IntRange(min = 30, max = 64) int length) {
    if (column.chars().anyMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
      return;
    }
    IdentifierLimit limit = new IdentifierLimit(length, IdentifierLimit.Unit.BYTES);

    Identifier one = STANDARD.name(TABLE, unique(column), limit::fits).name().orElseThrow();
    Identifier two = STANDARD.name(TABLE, unique(column + "x"), limit::fits).name().orElseThrow();

    assertThat(limit.fits(one)).isTrue();
    assertThat(limit.fits(two)).isTrue();
    assertThat(one).isNotEqualTo(two);
  }

  @Test
  void bracesAroundSomethingElseAreRefused() {
    assertThatThrownBy(() -> STANDARD.with(Named.INDEX, "ix_{table}_{colums}"))
        .hasMessageContaining("has braces around something else than a placeholder");
  }
}
