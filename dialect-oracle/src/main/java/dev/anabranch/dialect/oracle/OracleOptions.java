package dev.anabranch.dialect.oracle;

import dev.anabranch.schema.DialectOptions;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What only Oracle knows, as {@link DialectOptions} hold it under {@code oracle}. */
final class OracleOptions {

  /** Where rows are stored: the name of a tablespace, for a table or an index. */
  static final String TABLESPACE = "tablespace";

  /** With {@code index}: the rows of a table lie in the index of its primary key. */
  static final String ORGANIZATION = "organization";

  /** Makes a table temporary, and says what becomes of its rows when a transaction ends. */
  static final String ON_COMMIT = "on-commit";

  /** With {@code default}: the default also takes the place of a null that is given. */
  static final String ON_NULL = "on-null";

  /** With {@code invisible}: {@code SELECT *} passes the column over. */
  static final String VISIBILITY = "visibility";

  /** When a materialized view is filled first. */
  static final String BUILD = "build";

  /** How a materialized view is refreshed. */
  static final String REFRESH = "refresh";

  /** When a materialized view is refreshed. */
  static final String REFRESH_ON = "refresh-on";

  /** What has options. */
  enum Owner {
    /** A table. */
    TABLE,
    /** A column. */
    COLUMN,
    /** An index. */
    INDEX,
    /** A view. */
    VIEW,
    /** A view whose rows are stored. */
    MATERIALIZED_VIEW;

    /** Returns the words for messages. */
    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private boolean knows(String key, String value) {
      boolean named = key.equals(TABLESPACE) && (this == TABLE || this == INDEX);
      return named ? !value.isBlank() : values(key).contains(value);
    }

    private List<String> values(String key) {
      return switch (this) {
        case TABLE ->
            switch (key) {
              case ORGANIZATION -> List.of("index");
              case ON_COMMIT -> List.of("delete-rows", "preserve-rows");
              default -> List.of();
            };
        case COLUMN ->
            switch (key) {
              case ON_NULL -> List.of("default");
              case VISIBILITY -> List.of("invisible");
              default -> List.of();
            };
        case MATERIALIZED_VIEW ->
            switch (key) {
              case BUILD -> List.of("immediate", "deferred");
              case REFRESH -> List.of("force", "fast", "complete");
              case REFRESH_ON -> List.of("demand", "commit");
              default -> List.of();
            };
        case INDEX, VIEW -> List.of();
      };
    }
  }

  private final Map<String, String> values;

  OracleOptions(DialectOptions options, List<String> dialectNames) {
    this.values = options.of(dialectNames);
  }

  /** Returns the first option that is not known, as {@code key = value}. */
  Optional<String> unknown(Owner owner) {
    return values.entrySet().stream()
        .filter(option -> !owner.knows(option.getKey(), option.getValue()))
        .map(option -> option.getKey() + " = " + option.getValue())
        .findFirst();
  }

  /** Returns whether an option is there. */
  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Writes words and the value of an option behind them; nothing without the option. */
  void writeWords(SqlWriter writer, String words, String key) {
    if (has(key)) {
      writeWord(writer.keyword(words), key);
    }
  }

  /** Writes the value of an option as a word; nothing without the option. */
  void writeWord(SqlWriter writer, String key) {
    String value = values.get(key);
    if (value != null) {
      writer.keyword(value.toUpperCase(Locale.ROOT).replace('-', ' '));
    }
  }

  /** Writes the tablespace, if one is named. */
  void writeTablespace(SqlWriter writer) {
    String value = values.get(TABLESPACE);
    if (value != null) {
      writer.keyword("TABLESPACE").name(Identifier.of(value));
    }
  }
}
