package dev.anabranch.testkit.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresUrlTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql:,                               jdbc:postgresql:x",
    "jdbc:postgresql:/,                              jdbc:postgresql:x",
    "jdbc:postgresql:shop,                           jdbc:postgresql:x",
    "jdbc:postgresql:shop?ssl=true,                  jdbc:postgresql:x?ssl=true",
    "jdbc:postgresql://host,                         jdbc:postgresql://host/x",
    "jdbc:postgresql://host/,                        jdbc:postgresql://host/x",
    "jdbc:postgresql://host:5433/shop,               jdbc:postgresql://host:5433/x",
    "jdbc:postgresql://host/shop?user=a/b&c=d,       jdbc:postgresql://host/x?user=a/b&c=d",
    "jdbc:postgresql://host?user=a,                  jdbc:postgresql://host/x?user=a",
    "'jdbc:postgresql://one:1,two:2/shop',           'jdbc:postgresql://one:1,two:2/x'",
    "jdbc:postgresql://[::1]:5432/shop,              jdbc:postgresql://[::1]:5432/x",
  })
  void theDatabaseIsReplacedAndNothingElse(String url, String expected) {
    assertThat(PostgresUrl.withDatabase(url, "x")).isEqualTo(expected);
  }

  @Test
  void theUrlOfAnotherProductIsRefused() {
    assertThatThrownBy(() -> PostgresUrl.withDatabase("jdbc:h2:mem:", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
