package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.mysql.MysqlScope.ObjectName;
import dev.anabranch.schema.View;
import dev.anabranch.sql.SqlCursor;
import dev.anabranch.sql.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads views. The server keeps a query in its own words, with the schema in front of each table;
 * that of the session is taken away, so that two databases that are alike give the same.
 */
final class MysqlViewReader {

  private static final String VIEWS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION, CHECK_OPTION, SECURITY_TYPE, %s AS ALGORITHM
      FROM information_schema.VIEWS WHERE TABLE_SCHEMA IN (?)
      """;

  private static final String NONE = "NONE";

  private final MysqlScope scope;

  MysqlViewReader(MysqlScope scope) {
    this.scope = scope;
  }

  /**
   * Reads the views.
   *
   * @param columns knows the names of their columns
   */
  List<View> read(MysqlColumnReader columns) throws SQLException {
    boolean shown = scope.features().has(MysqlFeature.CATALOGUE_SHOWS_VIEW_ALGORITHM);
    List<View> views = new ArrayList<>();
    scope.each(
        VIEWS.replace("%s", shown ? "ALGORITHM" : "'UNDEFINED'"),
        row -> view(row, columns.names(row.table())).ifPresent(views::add));
    return views;
  }

  // Without the right to see it a query is shown empty.
  private Optional<View> view(MysqlRow row, List<String> columns) {
    String query = withoutSchema(row.text("VIEW_DEFINITION"));
    ObjectName name = row.table();
    if (query.isBlank()) {
      return Optional.empty();
    }
    Map<MysqlOption, String> options = new EnumMap<>(MysqlOption.class);
    option(options, MysqlOption.ALGORITHM, row.text("ALGORITHM"), "UNDEFINED");
    option(options, MysqlOption.SQL_SECURITY, row.text("SECURITY_TYPE"), "DEFINER");
    option(options, MysqlOption.CHECK_OPTION, row.text("CHECK_OPTION"), NONE);
    return Optional.of(
        new View(
            scope.name(name),
            View.Kind.PLAIN,
            columns.equals(selected(query)) ? List.of() : MysqlScope.names(columns),
            SqlExpression.of(query),
            Optional.empty(),
            MysqlScope.options(options)));
  }

  private static void option(
      Map<MysqlOption, String> options, MysqlOption option, String value, String usual) {
    if (!value.isEmpty() && !value.equalsIgnoreCase(usual)) {
      options.put(option, value.toLowerCase(Locale.ROOT));
    }
  }

  /**
   * Returns a query without the session's own schema in front of its tables. If that is also the
   * name of something else in the query, it stays as it is.
   */
  String withoutSchema(String query) {
    String schema = scope.current().map(name -> "`" + name.replace("`", "``") + "`").orElse("");
    if (schema.isEmpty()) {
      return query;
    }
    StringBuilder text = new StringBuilder();
    SqlCursor cursor = new SqlCursor(query);
    while (!cursor.atEnd()) {
      int from = cursor.position();
      boolean first = from == 0 || query.charAt(from - 1) != '.';
      MysqlExpressionText.skip(cursor);
      String piece = cursor.since(from);
      if (piece.equals(schema) && first && cursor.at(".`")) {
        cursor.advance(1);
      } else if (piece.equals(schema)) {
        return query;
      } else {
        text.append(piece);
      }
    }
    return text.toString();
  }

  /** Returns the names under which a query in the server's words gives its columns. */
  private static List<String> selected(String query) {
    List<String> names = new ArrayList<>();
    SqlCursor cursor = new SqlCursor(query);
    boolean selecting = false;
    int depth = 0;
    String last = "";
    while (!cursor.atEnd()) {
      int from = cursor.position();
      char c = cursor.current();
      if (MysqlCharacters.isWordPart(c)) {
        cursor.skipWhile(MysqlCharacters::isWordPart);
      } else {
        MysqlExpressionText.skip(cursor);
      }
      String piece = cursor.since(from);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && piece.equals("select")) {
        selecting = true;
      } else if (depth == 0 && selecting && (piece.equals(",") || piece.equals("from"))) {
        names.add(last);
        if (!piece.equals(",")) {
          return names;
        }
      } else if (!piece.isBlank()) {
        last = c == '`' ? piece.substring(1, piece.length() - 1).replace("``", "`") : piece;
      }
    }
    if (selecting) {
      names.add(last);
    }
    return names;
  }
}
