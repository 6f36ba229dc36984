package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.ValueRange;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What may be meant by a constant in a condition besides the constant itself. */
final class CandidateTexts {

  private static final int LONGEST = 300;

  private CandidateTexts() {}

  /** Returns the values next to a constant, and for texts those of a length. */
  static List<String> neighbours(String constant, ValueRange range) {
    List<String> texts = new ArrayList<>();
    if (range instanceof ValueRange.Numbers || range instanceof ValueRange.FloatingPoint) {
      numbers(constant, texts);
    } else if (range instanceof ValueRange.Texts) {
      lengths(constant, texts);
    } else if (range instanceof ValueRange.Days
        || range instanceof ValueRange.Timestamps
        || range instanceof ValueRange.Moments) {
      days(constant, texts);
    }
    return texts;
  }

  private static void numbers(String constant, List<String> texts) {
    try {
      BigDecimal number = new BigDecimal(constant.strip());
      texts.add(number.add(BigDecimal.ONE).toString());
      texts.add(number.subtract(BigDecimal.ONE).toString());
      texts.add(number.negate().toString());
    } catch (NumberFormatException e) {
      // A text of another column.
    }
  }

  private static void lengths(String constant, List<String> texts) {
    if (constant.matches("\\d{1,3}")) {
      int length = Integer.parseInt(constant);
      for (int each : new int[] {length, length - 1, length + 1}) {
        if (each >= 0 && each <= LONGEST) {
          texts.add("x".repeat(each));
          texts.add("7".repeat(each));
        }
      }
    }
  }

  private static void days(String constant, List<String> texts) {
    try {
      LocalDate day = LocalDate.parse(constant.substring(0, Math.min(10, constant.length())));
      texts.add(day.plusDays(1).toString());
      texts.add(day.minusDays(1).toString());
    } catch (DateTimeException e) {
      // No day.
    }
  }
}
