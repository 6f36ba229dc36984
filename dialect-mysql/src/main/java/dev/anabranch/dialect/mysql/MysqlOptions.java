package dev.anabranch.dialect.mysql;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.NearestNames;
import dev.anabranch.operation.OperationException;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.sql.SqlWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of one object that are for this product.
 *
 * @param values the values by option, in the order in which they are written
 */
record MysqlOptions(Map<MysqlOption, String> values) {

  /** Where the options are listed. */
  static final String REFERENCE = "docs/reference/dialects/mysql.md lists the options.";

  /**
   * Reads the options for this product.
   *
   * @param owner what they are options of
   * @param what words for messages, such as {@code create table customer}
   * @param options the options of all products
   * @param dialectNames the names the dialect answers to
   * @param features what the release knows
   * @throws OperationException if one of them is not known, or its value cannot be
   */
  static MysqlOptions of(
      MysqlOption.Owner owner,
      String what,
      DialectOptions options,
      List<String> dialectNames,
      MysqlFeatures features) {
    Map<MysqlOption, String> values = new EnumMap<>(MysqlOption.class);
    options
        .of(dialectNames)
        .forEach(
            (key, value) -> {
              MysqlOption option =
                  MysqlOption.find(owner, key, features)
                      .orElseThrow(() -> unknown(owner, what, key, dialectNames, features));
              if (!option.takes(value)) {
                throw wrongValue(what, key, value, option);
              }
              values.put(option, value);
            });
    return new MysqlOptions(Collections.unmodifiableMap(values));
  }

  private static OperationException unknown(
      MysqlOption.Owner owner,
      String what,
      String key,
      List<String> dialectNames,
      MysqlFeatures features) {
    List<String> known = MysqlOption.of(owner, features).stream().map(MysqlOption::key).toList();
    return new OperationException(
        ErrorCode.INVALID_OPERATION,
        "Cannot %s: %s has no option \"%s\" here.".formatted(what, dialectNames.get(0), key),
        NearestNames.nearest(key, known).map("Did you mean %s?"::formatted).orElse(REFERENCE));
  }

  private static OperationException wrongValue(
      String what, String key, String value, MysqlOption option) {
    return new OperationException(
        ErrorCode.INVALID_OPERATION,
        "Cannot %s: the value of the option \"%s\" is \"%s\".".formatted(what, key, value),
        "Set it to %s.".formatted(option.allowed()));
  }

  /** Returns the value of an option, if it is given. */
  Optional<String> value(MysqlOption option) {
    return Optional.ofNullable(values.get(option));
  }

  /** Returns whether an option is given. */
  boolean has(MysqlOption option) {
    return values.containsKey(option);
  }

  /** Writes the options that stand behind a table's parentheses. */
  SqlWriter assign(SqlWriter writer) {
    values.forEach((option, value) -> option.assign(writer, value));
    return writer;
  }

  /** Writes one option, if it is given. */
  SqlWriter write(SqlWriter writer, MysqlOption option) {
    return value(option).map(value -> option.write(writer, value)).orElse(writer);
  }
}
