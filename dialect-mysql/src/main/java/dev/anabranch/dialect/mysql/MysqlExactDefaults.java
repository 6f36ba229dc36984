package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.mysql.MysqlScope.ObjectName;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Constant defaults that the catalogue does not show exactly: moments, which MySQL shows in the
 * time zone of the session that has set them; bytes, which it shows up to the first zero and
 * MariaDB as far as they are letters; and texts in which a question mark may stand for a letter
 * beyond U+FFFF. The function {@code DEFAULT} tells them, of all columns in one query; not,
 * however, of a column that is never null in a table without rows, of which there is what the
 * catalogue shows.
 *
 * <p>For one reading and one thread.
 */
final class MysqlExactDefaults {

  private static final RawSql ONE_ROW = RawSql.of("(SELECT 1) AS anabranch_row");
  private static final RawSql COMMA = RawSql.of(",");
  private static final RawSql UTF8 = RawSql.of("utf8mb4");
  private static final RawSql FROM_SESSION_ZONE = RawSql.of(", @@SESSION.time_zone, '+00:00'");
  private static final QualifiedName NUMBER = QualifiedName.of("N");
  private static final QualifiedName VALUE = QualifiedName.of("V");

  /** What is asked of a default. */
  private enum Kind {
    MOMENT,
    BYTES,
    TEXT
  }

  private record ColumnName(ObjectName table, String column) {}

  private record Asked(ObjectName table, String column, Kind kind, String shown) {

    QualifiedName tableName() {
      return QualifiedName.of(table.schema(), table.name());
    }
  }

  private final List<Asked> asked = new ArrayList<>();
  private final Map<ColumnName, SqlLiteral> answers = new HashMap<>();

  /**
   * Notes a column of a table if its default has to be asked for.
   *
   * @param shown the constant that the catalogue shows
   */
  void note(ObjectName table, MysqlRow row, String shown) {
    kind(row, shown)
        .ifPresent(kind -> asked.add(new Asked(table, row.text("COLUMN_NAME"), kind, shown)));
  }

  // A moment of only zeros is the same in every zone, and nothing that Java knows.
  private static Optional<Kind> kind(MysqlRow row, String shown) {
    String type = row.text("DATA_TYPE").toLowerCase(Locale.ROOT);
    if (type.equals("timestamp")) {
      return shown.startsWith("0000") ? Optional.empty() : Optional.of(Kind.MOMENT);
    } else if (type.endsWith("binary") || type.endsWith("blob")) {
      return Optional.of(Kind.BYTES);
    }
    return shown.indexOf('?') >= 0 ? Optional.of(Kind.TEXT) : Optional.empty();
  }

  /** Asks for the defaults of all columns that were noted; nothing if there are none. */
  void ask(MysqlScope scope) throws SQLException {
    if (asked.isEmpty()) {
      return;
    }
    SqlWriter query = MysqlStateTables.STYLE.writer();
    for (int i = 0; i < asked.size(); i++) {
      if (i > 0) {
        query.keyword("UNION ALL");
      }
      select(query, i, asked.get(i));
    }
    scope.each(
        query.toSql(),
        row -> {
          Asked each = asked.get(row.number("N"));
          row.value("V")
              .ifPresent(
                  value ->
                      answers.put(
                          new ColumnName(each.table(), each.column()),
                          literal(each.kind(), value)));
        });
  }

  // A row that is joined to none has the defaults of columns that may be null, whether or not the
  // table has rows; any row of the table has those of the others.
  private static void select(SqlWriter query, int number, Asked each) {
    query.keyword("SELECT").number(number).keyword("AS").name(NUMBER).raw(COMMA);
    query
        .call(
            "COALESCE",
            w -> {
              value(w, each).raw(COMMA);
              w.parentheses(
                  any ->
                      value(any.keyword("SELECT"), each)
                          .keyword("FROM")
                          .name(each.tableName())
                          .keyword("LIMIT")
                          .number(1));
              if (each.kind() == Kind.MOMENT) {
                w.raw(COMMA);
                inUtc(w, shown -> shown.literal(SqlLiteral.text(each.shown())));
              }
            })
        .keyword("AS")
        .name(VALUE)
        .keyword("FROM")
        .raw(ONE_ROW)
        .keyword("LEFT JOIN")
        .name(each.tableName())
        .keyword("ON FALSE");
  }

  private static SqlWriter value(SqlWriter writer, Asked each) {
    Consumer<SqlWriter> value =
        w -> w.call("DEFAULT", inner -> inner.name(Identifier.of(each.column())));
    return switch (each.kind()) {
      case MOMENT -> inUtc(writer, value);
      case BYTES -> writer.call("HEX", value);
      case TEXT ->
          writer.call(
              "HEX",
              w ->
                  w.call(
                      "CONVERT",
                      text -> {
                        value.accept(text);
                        text.keyword("USING").raw(UTF8);
                      }));
    };
  }

  private static SqlWriter inUtc(SqlWriter writer, Consumer<SqlWriter> value) {
    return writer.call(
        "CONVERT_TZ",
        w -> {
          value.accept(w);
          w.raw(FROM_SESSION_ZONE);
        });
  }

  private static SqlLiteral literal(Kind kind, String value) {
    return switch (kind) {
      case MOMENT ->
          SqlLiteral.moment(LocalDateTime.parse(value.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
      case BYTES -> SqlLiteral.bytes(HexFormat.of().parseHex(value));
      case TEXT ->
          SqlLiteral.text(
              new String(HexFormat.of().parseHex(value), StandardCharsets.UTF_8).replace("\0", ""));
    };
  }

  /** Returns the default of a column, if it was asked for and the server told it. */
  Optional<SqlLiteral> of(ObjectName table, String column) {
    return Optional.ofNullable(answers.get(new ColumnName(table, column)));
  }
}
