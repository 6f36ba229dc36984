package dev.anabranch.migration;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row that a query returned.
 *
 * @param values by column label in small letters: texts, numbers, truth values, bytes, dates and
 *     times of {@code java.time}, or what else the driver gives; null for null
 */
public record Row(Map<String, @Nullable Object> values) {

  /** Copies the map. */
  public Row {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Returns a value as the driver gives it.
   *
   * @param column the column's label; capitals make no difference
   * @return empty for null
   * @throws IllegalArgumentException if there is no such column
   */
  public Optional<Object> value(String column) {
    String key = column.toLowerCase(Locale.ROOT);
    if (!values.containsKey(key)) {
      throw new IllegalArgumentException(
          "The row has no column "
              + column
              + "; it has "
              + String.join(", ", values.keySet())
              + ".");
    }
    return Optional.ofNullable(values.get(key));
  }

  /** Returns a value as text; bytes, as some drivers give JSON, are read as UTF-8. */
  public Optional<String> text(String column) {
    return value(column)
        .map(
            value ->
                value instanceof byte[] bytes
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : value.toString());
  }

  /** Returns a value as a number. */
  public Optional<BigDecimal> number(String column) {
    return value(column)
        .map(
            value ->
                value instanceof Boolean truth
                    ? (truth ? BigDecimal.ONE : BigDecimal.ZERO)
                    : new BigDecimal(value.toString()));
  }
}
