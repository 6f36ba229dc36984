package dev.anabranch.testkit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.StandardRanges;
import dev.anabranch.dialect.ValueRange;
import dev.anabranch.schema.DataType;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions are understood as far as it goes, in the forms in which the products print them. */
class CheckConditionTest {

  private static final Map<String, Identifier> NAMES =
      Map.of(
          "n", Identifier.of("n"),
          "t", Identifier.of("t"),
          "d", Identifier.of("d"),
          "b", Identifier.of("b"));

  private static final StandardRanges RANGES =
      new StandardRanges(SqlStyle.standard(), List.of("any"), 6);

  private static boolean isBroken(
      String condition, @Nullable Object number, @Nullable Object text) {
    Map<Identifier, Sample> row = new LinkedHashMap<>();
    row.put(Identifier.of("n"), Sample.of(number));
    row.put(Identifier.of("t"), Sample.of(text));
    row.put(Identifier.of("d"), Sample.of(LocalDate.of(2024, 2, 29)));
    row.put(Identifier.of("b"), Sample.of(true));
    return CheckCondition.of("rule", condition, NAMES).isBrokenBy(row);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "n > 5;true",
        "n >= 3;false",
        "n <> 3;true",
        "(n > (0)::numeric) AND (n < (100)::numeric);false",
        "NOT (n > 5);false",
        "n BETWEEN 1 AND 2;true",
        "n NOT BETWEEN 1 AND 2;false",
        "n IN (1, 2);true",
        "n NOT IN (1, 2);false",
        "n * 2 + 1 = 7;false",
        "-n = -3;false",
        "n % 2 = 0;true",
        "abs(n) = 3;false",
        "t = 'new';false",
        "\"t\" = 'old';true",
        "`t` in (_utf8mb4'a',_utf8mb4'new');false",
        "(t)::text = ANY ((ARRAY['a'::character varying, 'new'::character varying])::text[]);false",
        "t ~ '^[a-z]+$';false",
        "t !~ 'e';true",
        "t ~~ 'ne%';false",
        "t LIKE 'n_w';false",
        "t NOT LIKE '%w';true",
        "char_length(t) <= 2;true",
        "upper((t)::text) = t;true",
        "t || 'er' = 'newer';false",
        "t IS NULL;true",
        "t IS NOT NULL OR n = 1;false",
        "(t IS NULL) <> (n IS NULL);true",
        "num_nonnulls(n, t) = 1;true",
        "COALESCE(n, 0) > 0;false",
        "d >= '2025-01-01'::date;true",
        "d >= DATE '2020-01-01';false",
        "b IS TRUE;false",
        "NOT b;true",
        "b;false",
        "no_such_function(n) = 1;false",
        "n >;false",
        "CASE WHEN n = 3 THEN false ELSE true END;false",
      })
  void aRowSurelyBreaksACondition(String condition, boolean broken) {
    assertThat(isBroken(condition, 3, "new")).isEqualTo(broken);
  }

  @Test
  void whatIsNullBreaksNothingButWhatAsksForIt() {
    assertThat(isBroken("n > 5", null, null)).isFalse();
    assertThat(isBroken("n > 5 AND t = 'x'", 1, null)).isTrue();
    assertThat(isBroken("t IS NOT NULL", 1, null)).isTrue();
    assertThat(isBroken("n IN (1, NULL)", 2, null)).isFalse();
  }

  @Test
  void quotesAndBackslashesAreReadAsTheyAreMeant() {
    assertThat(isBroken("t = 'it''s'", 1, "it's")).isFalse();
    assertThat(isBroken("t = 'a\\b'", 1, "a\\b")).isFalse();
    assertThat(isBroken("t = E'a\\\\b'", 1, "a\\b")).isFalse();
    assertThat(isBroken("t in ('it\\'s','b')", 1, "it's")).isFalse();
    assertThat(isBroken("t in ('it\\'s','b')", 1, "its")).isTrue();
  }

  private static List<Object> candidates(String condition, ValueRange range) {
    return CheckCondition.of("rule", condition, NAMES)
        .candidates(new SampleSource(range, RANGES))
        .stream()
        .map(Sample::plain)
        .map(Object.class::cast)
        .toList();
  }

  @Test
  void constantsAndTheirNeighboursAreCandidates() {
    assertThat(candidates("n > 10 AND n < -5", ValueRange.Numbers.ofBits(16)))
        .contains(BigDecimal.valueOf(10), BigDecimal.valueOf(11), BigDecimal.valueOf(-6));
    assertThat(candidates("t = 'new'", ValueRange.Texts.upTo(9))).contains("new");
    assertThat(candidates("length(t) = 4", ValueRange.Texts.upTo(9)))
        .contains("xxxx", "xxx", "xxxxx");
    assertThat(candidates("d > '2024-01-01'", RANGES.of(DataType.Simple.DATE)))
        .contains("2024-01-02");
    assertThat(candidates("n > 100000", ValueRange.Numbers.ofBits(8))).isEmpty();
  }

  @Test
  void textsThatFitAPatternAreCandidates() {
    assertThat(candidates("t ~ '^[0-9]{5}$'", ValueRange.Texts.upTo(9))).contains("77777");
    assertThat(candidates("t LIKE 'A-%'", ValueRange.Texts.upTo(9))).contains("A-a");
    assertThat(
            candidates("t ~ '^[^@]+@(x|y)\\.(com|org)$'", ValueRange.Texts.upTo(20)).stream()
                .filter(text -> text.toString().matches("^[^@]+@(x|y)\\.(com|org)$")))
        .isNotEmpty();
  }
}
