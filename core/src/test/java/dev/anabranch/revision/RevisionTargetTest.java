package dev.anabranch.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Named;
import dev.anabranch.revision.RevisionTarget.Relative;
import dev.anabranch.revision.RevisionTarget.Symbol;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ae1027a6acf0",
        "head",
        "heads",
        "base",
        "current",
        "+1",
        "-2",
        "ae1+3",
        "ae1-3",
        "head-1",
        "base+2",
        "billing@head",
        "billing@heads",
        "billing@base",
        "billing@+1",
        "billing@-1",
        "billing@ae1",
        "billing@ae1+1",
        "my-branch@head",
        "rel-2024",
        "1.2.3",
        "1777274324",
        "None"
      })
  void everyFormReadsBackAsWritten(String text) {
    assertThat(RevisionTarget.parse(text).text()).isEqualTo(text);
  }

  @Test
  void thePartsAreToldApart() {
    assertThat(RevisionTarget.parse("billing@head"))
        .isEqualTo(new Absolute(Optional.of("billing"), Symbol.HEAD));
    assertThat(RevisionTarget.parse("ae1-12"))
        .isEqualTo(new Relative(Optional.empty(), Optional.of(new Named("ae1")), -12));
    assertThat(RevisionTarget.parse("billing@+1"))
        .isEqualTo(new Relative(Optional.of("billing"), Optional.empty(), 1));
    assertThat(RevisionTarget.parse("@head"))
        .isEqualTo(new Absolute(Optional.empty(), Symbol.HEAD));
  }

  @Test
  void aCountBeyondEveryGraphIsStillACount() {
    assertThat(RevisionTarget.parse("-99999999999999999999"))
        .isEqualTo(new Relative(Optional.empty(), Optional.empty(), -Integer.MAX_VALUE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "+1x   | Cannot use \"\"+1x\"\" as a target: \"\"+1x\"\" is no number of steps.",
        "+1+1  | Cannot use \"\"+1+1\"\" as a target: \"\"+1+1\"\" is no number of steps.",
        "-     | Cannot use \"\"-\"\" as a target: \"\"-\"\" is no number of steps.",
        "a@    | Cannot use \"\"a@\"\" as a target: nothing stands after the @.",
        "a@b@c | Cannot use \"\"a@b@c\"\" as a target: it has more than one @.",
        "\"\"  | Cannot use \"\"\"\" as a target: it is empty.",
      })
  void whatIsNoTargetIsRefused(String text, String message) {
    assertThatExceptionOfType(RevisionException.Syntax.class)
        .isThrownBy(() -> RevisionTarget.parse(text))
        .withMessage(message.replace("\"\"", "\""))
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.TARGET_SYNTAX);
              assertThat(e.hint()).isPresent();
            });
  }

  @Nested
  class Ranges {

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a:", ":b", ":", "-3:current", "billing@base:billing@head"})
    void everyFormReadsBackAsWritten(String text) {
      assertThat(RevisionRange.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"a,RANGE_REQUIRED", "a:b:c,TARGET_SYNTAX", "a:+1x,TARGET_SYNTAX"})
    void whatIsNoRangeIsRefused(String text, ErrorCode code) {
      assertThatExceptionOfType(RevisionException.Syntax.class)
          .isThrownBy(() -> RevisionRange.parse(text))
          .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aRangeIsNoTarget() {
      assertThatExceptionOfType(RevisionException.Syntax.class)
          .isThrownBy(() -> RevisionTarget.parse("a:b"))
          .withMessage(
              "Cannot use \"a:b\" as a target: it is a range, and one target is wanted here.")
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.RANGE_NOT_ALLOWED));
    }

    @Test
    void aScriptMayStartFromSeveralRows() {
      OfflineRange range = OfflineRange.parse("a,b:heads");
      assertThat(range.from()).hasSize(2);
      assertThat(range.text()).isEqualTo("a,b:heads");
    }
  }
}
