package dev.anabranch.testkit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.StandardRanges;
import dev.anabranch.dialect.ValueRange;
import dev.anabranch.schema.DataType;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values at the edges of types, and any number of others. */
class SampleSourceTest {

  private static final StandardRanges RANGES =
      new StandardRanges(SqlStyle.standard(), List.of("any"), 6);

  private static SampleSource source(ValueRange range) {
    return new SampleSource(range, RANGES);
  }

  private static List<Object> edges(ValueRange range) {
    return source(range).edges().stream().map(Sample::plain).map(Object.class::cast).toList();
  }

  @Test
  void numbersReachFromTheSmallestToTheLargest() {
    assertThat(edges(ValueRange.Numbers.ofBits(16)))
        .contains(BigDecimal.ZERO, BigDecimal.valueOf(-32768), BigDecimal.valueOf(32767));
    assertThat(edges(ValueRange.Numbers.ofDigits(4, 2)))
        .contains(new BigDecimal("-99.99"), new BigDecimal("99.99"), new BigDecimal("0.01"));
    assertThat(edges(ValueRange.Numbers.ofUnsignedBits(8)))
        .contains(BigDecimal.valueOf(255))
        .doesNotContain(BigDecimal.valueOf(-1));
  }

  @Test
  void textsAreEmptyAndLongAndOfTheCharactersThatFit() {
    assertThat(edges(ValueRange.Texts.upTo(30)))
        .contains("", "it's \"so\"", "a\\b\\\\'", "Ab ", "\ud83d\ude00")
        .anyMatch(text -> text.toString().length() == 30);
    assertThat(edges(new ValueRange.Texts(30, ValueRange.Characters.ASCII)))
        .allMatch(text -> text.toString().chars().allMatch(c -> c < 128));
    assertThat(edges(new ValueRange.Texts(30, ValueRange.Characters.BASIC)))
        .contains("\u65e5\u672c")
        .doesNotContain("\ud83d\ude00");
    assertThat(edges(ValueRange.Texts.upTo(1))).containsExactly("", "a", "\ud83d\ude00");
    assertThat(
            edges(
                new ValueRange.Texts(1, ValueRange.Characters.ALL, ValueRange.Measure.UTF16_UNITS)))
        .containsExactly("", "a");
  }

  @Test
  void bytesHoldZerosAndFitALength() {
    assertThat(edges(new ValueRange.Bytes(0, 3))).contains("", "000000", "ffffff");
    assertThat(edges(new ValueRange.Bytes(5, 5)))
        .filteredOn(bytes -> !bytes.toString().isEmpty())
        .allMatch(bytes -> bytes.toString().length() == 10);
  }

  static List<DataType> types() {
    return List.of(
        DataType.Simple.SMALLINT,
        DataType.Simple.DOUBLE,
        new DataType.Numeric(3, 2),
        new DataType.Varchar(3),
        new DataType.Varchar(60),
        new DataType.Binary(2),
        DataType.Simple.DATE,
        new DataType.Time(0),
        new DataType.Timestamp(3),
        new DataType.TimestampWithTimeZone(6),
        DataType.Simple.UUID,
        DataType.Simple.JSON);
  }

  @ParameterizedTest
  @MethodSource("types")
  void ordinaryValuesAreDifferentAndAlwaysTheSame(DataType type) {
    List<Optional<Sample>> first =
        IntStream.range(0, 200).mapToObj(source(RANGES.of(type))::ordinary).toList();
    List<Optional<Sample>> again =
        IntStream.range(0, 200).mapToObj(source(RANGES.of(type))::ordinary).toList();

    assertThat(again).isEqualTo(first);
    Set<String> keys =
        first.stream().map(sample -> sample.orElseThrow().key(0)).collect(Collectors.toSet());
    assertThat(keys).hasSize(200);
  }

  @Test
  void ordinaryValuesComeToAnEnd() {
    assertThat(source(ValueRange.Texts.upTo(1)).ordinary(35)).isPresent();
    assertThat(source(ValueRange.Texts.upTo(1)).ordinary(36)).isEmpty();
    assertThat(source(ValueRange.Texts.upTo(0)).ordinary(0)).isEmpty();
    assertThat(source(ValueRange.Numbers.ofDigits(1, 0)).ordinary(18)).isPresent();
    assertThat(source(ValueRange.Numbers.ofDigits(1, 0)).ordinary(19)).isEmpty();
    SampleSource moods =
        source(
            RANGES.of(new DataType.Enumeration(QualifiedName.of("mood"), List.of("happy", "sad"))));
    assertThat(moods.ordinary(1).map(Sample::plain)).contains("sad");
    assertThat(moods.ordinary(2)).isEmpty();
  }

  @Test
  void whatACollationMayCallTheSameHasTheSameKey() {
    assertThat(Sample.of("\u00c9a ").key(0)).isEqualTo(Sample.of("e\u0301A").key(0));
    assertThat(Sample.of("\ud83d\ude00").key(0)).isEqualTo(Sample.of("\ud83d\ude01").key(0));
    assertThat(Sample.of(new BigDecimal("1.50")).key(0)).isEqualTo(Sample.of(1.5).key(0));
    assertThat(Sample.of("abc").key(2)).isEqualTo(Sample.of("abd").key(2));
    assertThat(Sample.of("ab").key(0)).isNotEqualTo(Sample.of("ac").key(0));
  }
}
