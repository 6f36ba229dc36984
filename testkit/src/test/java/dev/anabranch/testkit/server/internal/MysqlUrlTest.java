package dev.anabranch.testkit.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:mysql://host                       | jdbc:mysql://host/new
          jdbc:mysql://host:3306/                 | jdbc:mysql://host:3306/new
          jdbc:mariadb://a:1,b:2/old?x=1&y=/z     | jdbc:mariadb://a:1,b:2/new?x=1&y=/z
          jdbc:mysql://host?x=1                   | jdbc:mysql://host/new?x=1
          jdbc:mysql:replication://a,b/old        | jdbc:mysql:replication://a,b/new
          """)
  void theDatabaseIsReplacedAndTheRestStays(String url, String expected) {
    assertThat(MysqlUrl.withDatabase(url, "new")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://host, host, 3306",
    "jdbc:mariadb://host:1/db?x=y, host, 1",
    "jdbc:mysql:///db, localhost, 3306",
    "'jdbc:mysql://a:1,b:2/db', a, 1"
  })
  void theFirstServerIsFound(String url, String host, int port) {
    assertThat(MysqlUrl.endpoint(url)).isEqualTo(new MysqlUrl.Endpoint(host, port));
  }

  @Test
  void anotherProductIsRefused() {
    assertThatThrownBy(() -> MysqlUrl.withDatabase("jdbc:postgresql://host/old", "new"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eachProductIsReachedThroughItsOwnDriverWhereBothAreThere() {
    assertThat(MysqlUrl.of("mysql", "host:1")).startsWith("jdbc:mysql://host:1/?");
    assertThat(MysqlUrl.of("mariadb", "host:1")).startsWith("jdbc:mariadb://host:1/?");
  }
}
