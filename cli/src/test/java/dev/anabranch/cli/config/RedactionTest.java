package dev.anabranch.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://h/db?user=u&password=geheim&x=1, jdbc:postgresql://h/db?user=u&password=********&x=1",
    "jdbc:mysql://u:geheim@h:3306/db, jdbc:mysql://u:********@h:3306/db",
    "jdbc:h2:mem:x;USER=sa;PASSWORD=geheim, jdbc:h2:mem:x;USER=sa;PASSWORD=********",
    "jdbc:oracle:thin:scott/geheim@//h:1521/x, jdbc:oracle:thin:scott/********@//h:1521/x",
    "jdbc:postgresql://h/db?sslpassword=geheim, jdbc:postgresql://h/db?sslpassword=********",
    "jdbc:postgresql://h:5432/db, jdbc:postgresql://h:5432/db",
  })
  void masksPasswordsInUrls(String url, String shown) {
    assertThat(Redaction.url(url)).isEqualTo(shown);
  }

  @Test
  void leavesTheSentenceBehindAMask() {
    String message = "Cannot connect to jdbc:h2:mem:x;PASSWORD=********: it is refused.";

    assertThat(Redaction.url(message)).isEqualTo(message);
  }

  @Test
  void masksAKnownPasswordInAnyText() {
    Secrets secrets = new Secrets();
    secrets.addPassword("geheim");
    secrets.addPassword("geheim-lang");
    secrets.addUrl("jdbc:mysql://u:tief@h/db");

    assertThat(secrets.redact("driver says geheim-lang, geheim and tief"))
        .isEqualTo("driver says ********, ******** and ********");
  }
}
