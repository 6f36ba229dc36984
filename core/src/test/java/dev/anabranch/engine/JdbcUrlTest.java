package dev.anabranch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\u0001',
      textBlock =
          """
          jdbc:postgresql://localhost:5432/shop jdbc:postgresql://localhost:5432/shop
          jdbc:postgresql:shop jdbc:postgresql:shop
          jdbc:postgresql://h/d?user=ann&password=pa55 jdbc:postgresql://h/d?user=ann&password=***
          jdbc:postgresql://h/d?password=pa55&ssl=true jdbc:postgresql://h/d?password=***&ssl=true
          jdbc:postgresql://h/d?password=pa,55)x&ssl=true jdbc:postgresql://h/d?password=***&ssl=true
          jdbc:postgresql://h/d?password=p%26a%3D55 jdbc:postgresql://h/d?password=***
          jdbc:postgresql://h/d?PassWord=pa55 jdbc:postgresql://h/d?PassWord=***
          jdbc:postgresql://h/d?sslpassword=pa55&sslkey=/k jdbc:postgresql://h/d?sslpassword=***&sslkey=/k
          jdbc:postgresql://h1:1,h2:2/d?password=pa55 jdbc:postgresql://h1:1,h2:2/d?password=***
          jdbc:postgresql://ann:pa55@h/d jdbc:postgresql://***@h/d
          jdbc:postgresql://h/d?user=ann@corp&password=pa55 jdbc:postgresql://h/d?user=ann@corp&password=***
          jdbc:mysql://ann:pa55@h:3306/d jdbc:mysql://***@h:3306/d
          jdbc:mysql://ann:pa@55@h:3306/d jdbc:mysql://***@h:3306/d
          jdbc:mysql://ann:pa/55@h:3306/d jdbc:mysql://***@h:3306/d
          jdbc:mysql://ann:pa?55@h:3306/d jdbc:mysql://***@h:3306/d
          jdbc:mysql://ann:pa;55@h:3306/d jdbc:mysql://***@h:3306/d
          jdbc:mysql://ann:pa:55@h:3306/d jdbc:mysql://***@h:3306/d
          jdbc:mysql://ann:pa%4055@h/d jdbc:mysql://***@h/d
          jdbc:mysql://a:pa55@h1,b:pa55@h2/d jdbc:mysql://***@h2/d
          jdbc:mysql://(host=h,user=ann,password=pa55)/d jdbc:mysql://(host=h,user=ann,password=***)/d
          jdbc:mysql://address=(host=h)(user=ann)(password=pa55)/d jdbc:mysql://address=(host=h)(user=ann)(password=***)/d
          jdbc:mariadb://h/d?user=ann&password=pa55#x jdbc:mariadb://h/d?user=ann&password=***
          jdbc:oracle:thin:@//h:1521/s jdbc:oracle:thin:@//h:1521/s
          jdbc:oracle:thin:@h:1521:s jdbc:oracle:thin:@h:1521:s
          jdbc:oracle:thin:scott/pa55@h:1521:s jdbc:oracle:thin:***@h:1521:s
          jdbc:oracle:thin:scott/pa55@//h:1521/s jdbc:oracle:thin:***@//h:1521/s
          jdbc:oracle:thin:scott/"pa@55"@//h:1521/s jdbc:oracle:thin:***@//h:1521/s
          jdbc:oracle:thin:scott/pa/55@//h:1521/s jdbc:oracle:thin:***@//h:1521/s
          jdbc:oracle:oci:scott/pa55@tns jdbc:oracle:oci:***@tns
          jdbc:h2:mem:test;USER=sa;PASSWORD=pa55 jdbc:h2:mem:test;USER=sa;PASSWORD=***
          jdbc:h2:file:./shop;PASSWORD=pa55;IFEXISTS=TRUE jdbc:h2:file:./shop;PASSWORD=***;IFEXISTS=TRUE
          jdbc:h2:file:/data/shop jdbc:h2:file:/data/shop
          jdbc:sqlserver://h;user=ann;password=pa55;encrypt=true jdbc:sqlserver://h;user=ann;password=***;encrypt=true
          jdbc:sqlserver://h;password={pa;55};encrypt=true jdbc:sqlserver://h;password=***;encrypt=true
          jdbc:x://h/d?accessToken=pa55 jdbc:x://h/d?accessToken=***
          jdbc:x://h/d?client_secret=pa55&a=b jdbc:x://h/d?client_secret=***&a=b
          jdbc:x://h/d?apiKey=pa55 jdbc:x://h/d?apiKey=***
          """)
  void secretsAreMasked(String url, String shown) {
    assertThat(new JdbcUrl(url).redacted()).isEqualTo(shown).doesNotContain("55");
  }

  @Test
  void aPasswordWithBlanksIsMaskedWholly() {
    assertThat(new JdbcUrl("jdbc:h2:mem:x;PASSWORD=file pa55 user pa55;IFEXISTS=TRUE").redacted())
        .isEqualTo("jdbc:h2:mem:x;PASSWORD=***;IFEXISTS=TRUE");
  }

  @Test
  void itsTextIsTheMaskedOne() {
    JdbcUrl url = new JdbcUrl("jdbc:x://ann:pa55@h/d");

    assertThat(url).hasToString("jdbc:x://***@h/d");
    assertThat(url.redactedIn("cannot parse jdbc:x://ann:pa55@h/d"))
        .isEqualTo("cannot parse jdbc:x://***@h/d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\u0001',
      textBlock =
          """
          jdbc:postgresql://h/d?user=ann&password=pa55 pa55
          jdbc:mysql://ann:pa:55@h:3306/d pa:55
          jdbc:oracle:thin:scott/tiger@//h:1521/x tiger
          jdbc:h2:mem:x;USER=sa;PASSWORD=pa55;MODE=Oracle pa55
          jdbc:sqlserver://h;password={pa;55};x=1 pa;55
          """)
  void namesItsSecrets(String url, String secret) {
    assertThat(new JdbcUrl(url).secrets()).contains(secret);
  }

  @Test
  void hasNoSecretsWithoutAny() {
    assertThat(new JdbcUrl("jdbc:postgresql://ann@h:5432/d?user=ann").secrets()).isEmpty();
  }
}
