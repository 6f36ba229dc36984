package dev.anabranch.dialect.postgres;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.NearestNames;
import dev.anabranch.operation.OperationException;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What only PostgreSQL knows of a table, column, index or view: the options under {@code
 * postgresql}.
 *
 * <p>Storage parameters have the names that the server gives them (PostgreSQL 18 documentation,
 * CREATE TABLE and CREATE INDEX, "Storage Parameters").
 */
final class PostgresOptions {

  static final String UNLOGGED = "unlogged";
  static final String TABLESPACE = "tablespace";
  static final String ACCESS_METHOD = "access_method";
  static final String PARTITION_BY = "partition_by";
  static final String STORAGE = "storage";
  static final String COMPRESSION = "compression";
  static final String STATISTICS = "statistics";

  private static final List<String> STORED =
      List.of(
          "fillfactor",
          "parallel_workers",
          "toast_tuple_target",
          "user_catalog_table",
          "log_autovacuum_min_duration",
          "log_autoanalyze_min_duration",
          "vacuum_index_cleanup",
          "vacuum_truncate",
          "vacuum_max_eager_freeze_failure_rate",
          "autovacuum_enabled",
          "autovacuum_analyze_scale_factor",
          "autovacuum_analyze_threshold",
          "autovacuum_freeze_max_age",
          "autovacuum_freeze_min_age",
          "autovacuum_freeze_table_age",
          "autovacuum_multixact_freeze_max_age",
          "autovacuum_multixact_freeze_min_age",
          "autovacuum_multixact_freeze_table_age",
          "autovacuum_vacuum_cost_delay",
          "autovacuum_vacuum_cost_limit",
          "autovacuum_vacuum_insert_scale_factor",
          "autovacuum_vacuum_insert_threshold",
          "autovacuum_vacuum_max_threshold",
          "autovacuum_vacuum_scale_factor",
          "autovacuum_vacuum_threshold");

  /** Where an option stands. */
  enum Owner {
    /** Of a table. */
    TABLE,
    /** Of a materialized view. */
    MATERIALIZED_VIEW,
    /** Of a view. */
    VIEW,
    /** Of a column. */
    COLUMN,
    /** Of an index. */
    INDEX;

    private List<String> keys() {
      return switch (this) {
        case TABLE -> stored(UNLOGGED, TABLESPACE, ACCESS_METHOD, PARTITION_BY);
        case MATERIALIZED_VIEW -> stored(TABLESPACE, ACCESS_METHOD);
        case VIEW -> List.of("check_option", "security_barrier", "security_invoker");
        case COLUMN ->
            List.of(STORAGE, COMPRESSION, STATISTICS, "n_distinct", "n_distinct_inherited");
        case INDEX ->
            List.of(
                TABLESPACE,
                "fillfactor",
                "deduplicate_items",
                "buffering",
                "fastupdate",
                "gin_pending_list_limit",
                "pages_per_range",
                "autosummarize");
      };
    }

    private static List<String> stored(String... own) {
      return Stream.of(Arrays.stream(own), STORED.stream(), STORED.stream().map("toast."::concat))
          .flatMap(each -> each)
          .toList();
    }
  }

  private static final List<String> NO_PARAMETERS =
      List.of(UNLOGGED, TABLESPACE, ACCESS_METHOD, PARTITION_BY, STORAGE, COMPRESSION, STATISTICS);

  private final String what;
  private final Map<String, String> values;

  private PostgresOptions(String what, Map<String, String> values) {
    this.what = what;
    this.values = values;
  }

  /**
   * Returns the options for this product.
   *
   * @param owner what they are options of
   * @param what words for messages, such as {@code table customer}
   * @param options the options of all products
   * @throws OperationException if one of them is not known
   */
  static PostgresOptions of(Owner owner, String what, DialectOptions options) {
    Map<String, String> values = options.of(List.of(PostgresDialectProvider.PRODUCT));
    for (String key : values.keySet()) {
      if (!owner.keys().contains(key)) {
        throw unknown(owner, what, key);
      }
    }
    return new PostgresOptions(what, values);
  }

  private static OperationException unknown(Owner owner, String what, String key) {
    return new OperationException(
        ErrorCode.INVALID_OPERATION,
        "Cannot write the option \"%s\" of %s: PostgreSQL has no option of that name here."
            .formatted(key, what),
        NearestNames.nearest(key, owner.keys())
            .map("Did you mean %s?"::formatted)
            .orElse("docs/reference/dialects/postgresql.md lists the options."));
  }

  /** Returns whether an option is given. */
  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Writes a table's {@code PARTITION BY ... USING ... WITH (...) TABLESPACE ...}. */
  SqlWriter writeBehindTable(SqlWriter writer) {
    text(writer, "PARTITION BY", PARTITION_BY);
    return writeStorage(writer);
  }

  /** Writes {@code USING ... WITH (...) TABLESPACE ...}. */
  SqlWriter writeStorage(SqlWriter writer) {
    name(writer, "USING", ACCESS_METHOD);
    return writeParameters(writer);
  }

  /** Writes {@code WITH (...) TABLESPACE ...}. */
  SqlWriter writeParameters(SqlWriter writer) {
    Map<String, String> parameters = new LinkedHashMap<>(values);
    NO_PARAMETERS.forEach(parameters::remove);
    if (!parameters.isEmpty()) {
      writer.keyword("WITH");
      writeAssignments(writer, parameters);
    }
    name(writer, "TABLESPACE", TABLESPACE);
    return writer;
  }

  private static void writeAssignments(SqlWriter writer, Map<String, String> parameters) {
    writer.parentheses(
        w ->
            w.list(
                parameters.entrySet(),
                (SqlWriter each, Map.Entry<String, String> entry) ->
                    each.raw(RawSql.of(entry.getKey()))
                        .operator("=")
                        .literal(SqlLiteral.text(entry.getValue()))));
  }

  /** Returns the words between {@code CREATE} and a table's name. */
  String tableWords() {
    return requireMatch(UNLOGGED, "true|false", "true or false").filter("true"::equals).isPresent()
        ? "UNLOGGED TABLE"
        : "TABLE";
  }

  private Optional<String> requireMatch(String key, String pattern, String allowed) {
    Optional<String> value = Optional.ofNullable(values.get(key));
    if (value.filter(text -> !text.matches(pattern)).isPresent()) {
      throw new OperationException(
          ErrorCode.INVALID_OPERATION,
          "Cannot write the option \"%s\" of %s: its value is \"%s\"."
              .formatted(key, what, value.get()),
          "Set it to %s.".formatted(allowed));
    }
    return value;
  }

  /**
   * Returns what is said behind {@code ALTER TABLE ... ALTER COLUMN ...} to set a column's options;
   * empty if there are none.
   */
  List<String> columnActions() {
    List<String> actions = new ArrayList<>();
    String storage = values.get(STORAGE);
    if (storage != null) {
      actions.add(action("SET STORAGE").name(Identifier.of(storage)).toSql());
    }
    String compression = values.get(COMPRESSION);
    if (compression != null) {
      actions.add(action("SET COMPRESSION").name(Identifier.of(compression)).toSql());
    }
    requireMatch(STATISTICS, "\\d{1,5}", "a number from 0 to 10000")
        .map(Integer::parseInt)
        .ifPresent(target -> actions.add(action("SET STATISTICS").number(target).toSql()));
    Map<String, String> parameters = new LinkedHashMap<>(values);
    NO_PARAMETERS.forEach(parameters::remove);
    if (!parameters.isEmpty()) {
      SqlWriter writer = action("SET");
      writeAssignments(writer, parameters);
      actions.add(writer.toSql());
    }
    return List.copyOf(actions);
  }

  private static SqlWriter action(String words) {
    return PostgresDialect.STYLE.writer().keyword(words);
  }

  private void name(SqlWriter writer, String words, String key) {
    String value = values.get(key);
    if (value != null) {
      writer.keyword(words).name(Identifier.of(value));
    }
  }

  private void text(SqlWriter writer, String words, String key) {
    String value = values.get(key);
    if (value != null) {
      writer.keyword(words).raw(RawSql.of(value));
    }
  }
}
