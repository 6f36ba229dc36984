package dev.anabranch.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static final String LONG = "SELECT " + "one_of_many_columns, ".repeat(20);

  @Test
  void shortTextsStandAsTheyAre() {
    assertThat(Excerpt.of("a", "b", false)).isEqualTo(new Excerpt("a", "b"));
    assertThat(Excerpt.of("a", "b", true)).isEqualTo(new Excerpt("\"a\"", "\"b\""));
  }

  @Test
  void severalLinesBecomeOne() {
    assertThat(Excerpt.of("a\n  b\r\n", "\ta\u2028c\u0007d", false))
        .isEqualTo(new Excerpt("a b", "a c d"));
  }

  @Test
  void blanksAreShownWhereTheyAreAllThatDiffers() {
    assertThat(Excerpt.of("a\n\tb", "a b", false)).isEqualTo(new Excerpt("a\\n\\tb", "a b"));
    assertThat(Excerpt.of("a b", "a\u00a0b\r", false))
        .isEqualTo(new Excerpt("a b", "a\\u{a0}b\\r"));
    assertThat(Excerpt.of("a ", "a", true)).isEqualTo(new Excerpt("\"a \"", "\"a\""));
  }

  @Test
  void longTextsAreShortenedToTheFirstPlaceWhereTheyDiffer() {
    assertThat(
            Excerpt.of(LONG + "\nFROM a WHERE x > 1" + LONG, LONG + "\nFROM a WHERE x > 2", true))
        .isEqualTo(
            new Excerpt(
                "\"...any_columns, FROM a WHERE x > 1SELECT one_of_many_columns, one_of_many_columns, one_of_man...\"",
                "\"...any_columns, FROM a WHERE x > 2\""));
  }

  @Test
  void theEndOfTheShorterIsShownWhereTheLongerGoesOn() {
    Excerpt excerpt = Excerpt.of(LONG + "x", LONG + "x and more", false);

    assertThat(excerpt.expected()).startsWith("...").endsWith("one_of_many_columns, x");
    assertThat(excerpt.actual()).startsWith("...").endsWith("one_of_many_columns, x and more");
  }

  @Test
  void noCharacterIsCutInTwo() {
    String faces = "\uD83D\uDE00".repeat(100);
    for (int before = 0; before < 3; before++) {
      String padding = "-".repeat(before);
      Excerpt excerpt = Excerpt.of(padding + faces + "a", padding + faces + "b", false);
      assertThat(excerpt.expected().codePoints()).noneMatch(ExcerptTest::isHalf);
      assertThat(excerpt.actual().codePoints()).noneMatch(ExcerptTest::isHalf);
    }
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  @Test
  void differentCharactersOfOneHalfAreShownWhole() {
    assertThat(Excerpt.of("\uD83D\uDE00", "\uD83D\uDE01", false).actual())
        .isEqualTo("\uD83D\uDE01");
  }
}
