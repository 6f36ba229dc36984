package dev.anabranch.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {
  private final Secrets secrets = new Secrets();

  @Test
  void masksAKnownPasswordInAnyText() {
    secrets.addPassword("geheim");
    secrets.addPassword("geheim-lang");
    secrets.addUrl("jdbc:mysql://u:tief@h/db");

    assertThat(secrets.redact("driver says geheim-lang, geheim and tief"))
        .isEqualTo("driver says ***, *** and ***");
  }

  /** A message that shows a masked URL and goes on behind it keeps every character. */
  @Test
  void leavesAMessageAloneThatShowsAMaskedUrl() {
    secrets.addUrl("jdbc:postgresql://h/db?password=geheim");

    assertThat(secrets.redact("Cannot connect to jdbc:postgresql://h/db?password=***: no route."))
        .isEqualTo("Cannot connect to jdbc:postgresql://h/db?password=***: no route.");
  }
}
