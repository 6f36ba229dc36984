package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.dialect.mysql.MysqlServer.Product;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlServerTest {

  @ParameterizedTest
  @CsvSource({
    "8.0.31, MYSQL, 8, 0",
    "9.5.0-commercial, MYSQL, 9, 5",
    "26.1.0, MYSQL, 26, 1",
    "11.4.5-MariaDB-log, MARIADB, 11, 4",
    "5.5.5-10.6.12-MariaDB-1:10.6.12+maria~ubu2004, MARIADB, 10, 6",
    "strange, MYSQL, 0, 0"
  })
  void theVersionTellsTheProduct(String version, Product product, int major, int minor) {
    MysqlServer server = MysqlServer.of(version, null, "");

    assertThat(server.product()).isEqualTo(product);
    assertThat(server.version().major()).isEqualTo(major);
    assertThat(server.version().minor()).isEqualTo(minor);
    assertThat(server.version()).hasToString(version);
  }

  @Test
  void theSchemeTellsItWhereNoServerCanBeAsked() {
    MysqlDialectProvider provider = new MysqlDialectProvider();

    assertThat(provider.product("jdbc:mysql://h/d")).isEqualTo("mysql");
    assertThat(provider.product("jdbc:mariadb://h/d")).isEqualTo("mariadb");
    assertThat(provider.offline("mariadb").names()).containsExactly("mariadb", "mysql");
    assertThat(provider.offline("mysql").names()).containsExactly("mysql");
    assertThatThrownBy(() -> provider.offline("oracle"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://h/d, jdbc:mysql://h/d?permitMysqlScheme",
    "jdbc:mysql://h/d?a=b, jdbc:mysql://h/d?a=b&permitMysqlScheme",
    "jdbc:mariadb://h/d?a=b, jdbc:mysql://h/d?a=b"
  })
  void theOtherDriverGetsItsOwnSpelling(String url, String other) {
    assertThat(new MysqlDialectProvider().otherSpelling(url)).isEqualTo(Optional.of(other));
    assertThat(new MysqlDialectProvider().otherSpelling("jdbc:mysql://h/?permitMysqlScheme"))
        .isEmpty();
  }
}
