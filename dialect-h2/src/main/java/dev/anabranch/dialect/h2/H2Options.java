package dev.anabranch.dialect.h2;

import dev.anabranch.schema.DialectOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What only H2 knows of a column, as {@link DialectOptions} hold it under {@code h2}. */
final class H2Options {

  /** The expression that a row gets when it is updated without a value for the column. */
  static final String ON_UPDATE = "on-update";

  /** With {@code default}: the default also takes the place of a null that is given. */
  static final String ON_NULL = "on-null";

  /** With {@code invisible}: {@code SELECT *} passes the column over. */
  static final String VISIBILITY = "visibility";

  static final String DEFAULT = "default";
  static final String INVISIBLE = "invisible";

  private static final Map<String, Optional<String>> KNOWN =
      Map.of(
          ON_UPDATE, Optional.empty(),
          ON_NULL, Optional.of(DEFAULT),
          VISIBILITY, Optional.of(INVISIBLE));

  private H2Options() {}

  /** Returns the first option of a column that H2 does not know, as {@code key = value}. */
  static Optional<String> unknownOfColumn(DialectOptions options, List<String> dialectNames) {
    return options.of(dialectNames).entrySet().stream()
        .filter(
            option ->
                !KNOWN.containsKey(option.getKey())
                    || !KNOWN
                        .get(option.getKey())
                        .orElse(option.getValue())
                        .equals(option.getValue()))
        .map(option -> option.getKey() + " = " + option.getValue())
        .findFirst();
  }

  /** Returns the first option where H2 knows none. */
  static Optional<String> unknown(DialectOptions options, List<String> dialectNames) {
    return options.of(dialectNames).entrySet().stream()
        .map(option -> option.getKey() + " = " + option.getValue())
        .findFirst();
  }
}
