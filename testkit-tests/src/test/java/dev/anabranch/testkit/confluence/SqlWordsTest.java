package dev.anabranch.testkit.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlWordsTest {

  @Test
  void namesStandInCommentsLiteralsAndQuotesAsWell() {
    assertThat(SqlWords.in("UPDATE shop.\"Cust\"\"omer\" -- of `a``b`\n SET n = 'not it''s name'"))
        .containsExactly(
            "update", "shop", "cust\"omer", "of", "a`b", "set", "n", "not", "it", "s", "name");
  }

  @Test
  void aLongBodyIsReadWhole() {
    String body = "x''y \"z\"\"\" ".repeat(10_000) + "last";

    assertThat(SqlWords.in("DO '" + body + "'")).contains("do", "x", "last");
    assertThat(SqlWords.in("\"" + "a".repeat(1_000_000) + "\"")).hasSize(1);
  }
}
