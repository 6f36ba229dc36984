package dev.anabranch.dialect.postgres;

import dev.anabranch.schema.DialectOptions;
import java.util.List;

/** Collects options as the catalogue has them. For one thread. */
final class PostgresOptionReader {

  private DialectOptions options = DialectOptions.none();

  /** Takes an option, unless its value is empty. */
  PostgresOptionReader with(String key, String value) {
    if (!value.isEmpty()) {
      options = options.with(PostgresDialectProvider.PRODUCT, key, value);
    }
    return this;
  }

  /**
   * Takes storage parameters.
   *
   * @param prefix what stands in front of their names
   * @param parameters each as {@code name=value}
   */
  PostgresOptionReader withParameters(String prefix, List<String> parameters) {
    for (String parameter : parameters) {
      int at = parameter.indexOf('=');
      with(prefix + parameter.substring(0, at), parameter.substring(at + 1));
    }
    return this;
  }

  /** Returns what was collected. */
  DialectOptions options() {
    return options;
  }
}
