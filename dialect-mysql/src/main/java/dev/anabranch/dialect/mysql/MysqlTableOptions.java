package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.mysql.MysqlScope.ObjectName;
import dev.anabranch.schema.DialectOptions;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what tables say beyond their columns, as far as it is not as in the database anyway. For
 * one reading and one thread.
 */
final class MysqlTableOptions {

  private static final String SCHEMATA =
      """
      SELECT SCHEMA_NAME, DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME
      FROM information_schema.SCHEMATA WHERE SCHEMA_NAME IN (?)
      """;

  private static final String CHARACTER_SETS =
      "SELECT CHARACTER_SET_NAME, DEFAULT_COLLATE_NAME FROM information_schema.CHARACTER_SETS";

  /** As in {@code row_format=DYNAMIC COMPRESSION="zlib" `PAGE_COMPRESSED`='1'}. */
  private static final Pattern CREATE_OPTION =
      Pattern.compile("[`\"]?(\\w+)[`\"]?=(?:\"([^\"]*)\"|'([^']*)'|(\\S+))|(\\w+)");

  private static final String PARTITIONED = "partitioned";

  private final MysqlScope scope;
  private final Map<String, MysqlRow> schemas = new HashMap<>();
  private final Map<String, String> usualCollations = new HashMap<>();

  MysqlTableOptions(MysqlScope scope) {
    this.scope = scope;
  }

  /** Reads the defaults of the schemas. */
  void read() throws SQLException {
    scope.each(SCHEMATA, row -> schemas.put(row.text("SCHEMA_NAME"), row));
    scope.each(
        CHARACTER_SETS,
        row ->
            usualCollations.put(row.text("CHARACTER_SET_NAME"), row.text("DEFAULT_COLLATE_NAME")));
  }

  /**
   * Returns the options of a table.
   *
   * @param row the table's
   * @param unknown gets what no option stands for
   */
  DialectOptions options(MysqlRow row, StringBuilder unknown) {
    Map<MysqlOption, String> options = new EnumMap<>(MysqlOption.class);
    row.value("ENGINE")
        .filter(engine -> !engine.equalsIgnoreCase(scope.defaultEngine()))
        .ifPresent(engine -> options.put(MysqlOption.ENGINE, engine));
    row.value("TABLE_COLLATION").ifPresent(name -> characters(row.table(), name, options));
    Matcher each = CREATE_OPTION.matcher(row.text("CREATE_OPTIONS"));
    while (each.find()) {
      createOption(each, options, unknown);
    }
    if (row.is("TABLE_TYPE", "SYSTEM VERSIONED")) {
      options.put(MysqlOption.SYSTEM_VERSIONING, "true");
    }
    return MysqlScope.options(options);
  }

  private void createOption(Matcher each, Map<MysqlOption, String> options, StringBuilder unknown) {
    if (each.group(1) == null) {
      unknown.append(each.group().equalsIgnoreCase(PARTITIONED) ? "" : each.group() + " ");
      return;
    }
    String key = each.group(1).toLowerCase(Locale.ROOT);
    String value =
        Optional.ofNullable(each.group(2))
            .or(() -> Optional.ofNullable(each.group(3)))
            .orElse(each.group(4));
    Optional<MysqlOption> known =
        MysqlOption.find(MysqlOption.Owner.TABLE, key, scope.features())
            .filter(option -> option.takes(value));
    if (known.isPresent()) {
      options.put(known.get(), value);
    } else {
      unknown.append(each.group()).append(' ');
    }
  }

  // The name of a collation begins with that of its character set. A collation that is usual for
  // its character set need not be said with it.
  private void characters(ObjectName table, String collation, Map<MysqlOption, String> options) {
    MysqlRow schema = schemas.get(table.schema());
    if (schema == null || schema.is("DEFAULT_COLLATION_NAME", collation)) {
      return;
    }
    String characters = collation.split("_", 2)[0];
    if (schema.is("DEFAULT_CHARACTER_SET_NAME", characters)) {
      options.put(MysqlOption.COLLATE, collation);
      return;
    }
    options.put(MysqlOption.CHARSET, characters);
    if (!collation.equals(usualCollations.get(characters))) {
      options.put(MysqlOption.COLLATE, collation);
    }
  }
}
