package dev.anabranch.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anabranch.sql.IdentifierQuoting.QuoteInside;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

  @Nested
  class Values {

    @Test
    void aNameIsNotEmpty() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Identifier.of(""))
          .withMessage("An identifier must not be empty.");
    }

    @Test
    void aNameHasNoNul() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Identifier.of("a\0b"))
          .withMessage("A NUL character stands in the identifier at position 2.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud800", "\udc00a", "\ud800\ud800\udc00"})
    void aNameHasNoHalfCharacter(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Identifier.of(name))
          .withMessageContaining("Half of a surrogate pair stands in the identifier at position");
    }

    @ParameterizedTest
    @CsvSource({"customer,8,8", "bıgınt,6,8", "größe,5,7", "表,1,3", "\ud83d\ude00,1,4"})
    void lengthCountsCharactersAndBytes(String name, int characters, int bytes) {
      assertThat(Identifier.of(name).length()).isEqualTo(characters);
      assertThat(Identifier.of(name).byteLength()).isEqualTo(bytes);
    }

    @Test
    void namesThatDifferInCaseDiffer() {
      assertThat(Identifier.of("Users")).isNotEqualTo(Identifier.of("users"));
      assertThat(Identifier.of("Users")).isLessThan(Identifier.of("users"));
    }

    @Test
    void aQualifiedNameReadsWithADot() {
      assertThat(QualifiedName.of("sales", "order")).hasToString("sales.order");
      assertThat(QualifiedName.of("order")).hasToString("order");
      assertThat(QualifiedName.of("sales", "order").sibling(Identifier.of("item")))
          .isEqualTo(QualifiedName.of("sales", "item"));
    }
  }

  @Nested
  class Quoting {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "customer",
          "Customer",
          "select",
          "two words",
          "ünï",
          "1st",
          "'",
          "\\",
          "-- x",
          ";"
        })
    void everyNameStandsBetweenQuotes(String name) {
      assertThat(IdentifierQuoting.doubleQuotes().quote(Identifier.of(name)))
          .isEqualTo('"' + name + '"');
    }

    @Test
    void theQuoteCharacterIsDoubled() {
      assertThat(IdentifierQuoting.doubleQuotes().quote(Identifier.of("a\"; DROP TABLE b; --")))
          .isEqualTo("\"a\"\"; DROP TABLE b; --\"");
      assertThat(IdentifierQuoting.backticks().quote(Identifier.of("a`b\"c")))
          .isEqualTo("`a``b\"c`");
    }

    @Test
    void theQuoteCharacterIsRefusedWhereItCannotBeWritten() {
      IdentifierQuoting rule = new IdentifierQuoting('"', QuoteInside.REFUSED);
      assertThat(rule.quote(Identifier.of("a`b"))).isEqualTo("\"a`b\"");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rule.quote(Identifier.of("a\"b")))
          .withMessage("The name a\"b holds the character \", which cannot be written in a name.");
    }

    @Test
    void schemaAndNameAreQuotedApart() {
      assertThat(IdentifierQuoting.doubleQuotes().quote(QualifiedName.of("my.app", "a\"b")))
          .isEqualTo("\"my.app\".\"a\"\"b\"");
      assertThat(IdentifierQuoting.backticks().quote(QualifiedName.of("b"))).isEqualTo("`b`");
    }
  }

  @Property
  void whatIsQuotedIsOnePieceThatReadsBack(
      @ForAll @NotEmpty @CharRange(from = ' ', to = '\u00ff') @Chars({'"', '`', '\n'})
          String name) {
    String quoted = IdentifierQuoting.doubleQuotes().quote(Identifier.of(name));
    String inside = quoted.substring(1, quoted.length() - 1);
    assertThat(inside.replace("\"\"", "")).doesNotContain("\"");
    assertThat(inside.replace("\"\"", "\"")).isEqualTo(name);
  }
}
