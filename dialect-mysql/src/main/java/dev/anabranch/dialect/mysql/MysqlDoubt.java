package dev.anabranch.dialect.mysql;

import static dev.anabranch.dialect.mysql.MysqlExpressions.backslash;
import static dev.anabranch.dialect.mysql.MysqlExpressions.both;
import static dev.anabranch.dialect.mysql.MysqlExpressions.call;
import static dev.anabranch.dialect.mysql.MysqlExpressions.choose;
import static dev.anabranch.dialect.mysql.MysqlExpressions.compare;
import static dev.anabranch.dialect.mysql.MysqlExpressions.holds;
import static dev.anabranch.dialect.mysql.MysqlExpressions.matches;
import static dev.anabranch.dialect.mysql.MysqlExpressions.readsBackslashesPlainly;
import static dev.anabranch.dialect.mysql.MysqlExpressions.text;
import static dev.anabranch.dialect.mysql.MysqlExpressions.words;

import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells whether {@code information_schema} may show a column otherwise than it is, so that its
 * definition cannot be restated. Tried with MySQL 8.0.31 and MariaDB 11.4:
 *
 * <ul>
 *   <li>a character beyond U+FFFF is shown as a question mark, and nothing tells the two apart;
 *   <li>backslashes are shown as a session reads them that takes them for escapes;
 *   <li>MySQL shows the bytes of an expression as if they were characters;
 *   <li>MySQL shows a moment in the time zone of the session that has set it;
 *   <li>MySQL shows bytes up to the first zero.
 * </ul>
 *
 * @param operation what changes
 * @param features what the release knows
 */
record MysqlDoubt(AlterColumn operation, MysqlFeatures features) {

  private static final Consumer<SqlWriter> DEFAULT = words("COLUMN_DEFAULT");

  /** Checks that both parts are there. */
  MysqlDoubt {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(features, "features");
  }

  /** Returns the condition that something which stays is in doubt; empty if nothing can be. */
  Optional<Consumer<SqlWriter>> condition() {
    boolean keepsType = operation.change(ColumnChange.Type.class).isEmpty();
    boolean keepsValue = operation.change(ColumnChange.Value.class).isEmpty();
    if (!keepsType && !keepsValue) {
      return Optional.empty();
    }
    List<Consumer<SqlWriter>> all = new ArrayList<>();
    List<Consumer<SqlWriter>> escaped = new ArrayList<>();
    if (keepsType) {
      all.add(words("COLUMN_TYPE"));
      escaped.add(words("COLUMN_TYPE"));
    }
    if (keepsValue) {
      all.add(DEFAULT);
      all.add(words("GENERATION_EXPRESSION"));
      escaped.addAll(expressions());
    }
    List<Consumer<SqlWriter>> doubts = new ArrayList<>();
    doubts.add(holds(joined(all), "?"));
    doubts.add(both(readsBackslashesPlainly(), call("LOCATE", backslash(), joined(escaped))));
    if (keepsValue && !features.has(MysqlFeature.CATALOGUE_SHOWS_SQL)) {
      Consumer<SqlWriter> expressions = joined(expressions());
      doubts.add(compare(call("LENGTH", expressions), "<>", call("CHAR_LENGTH", expressions)));
      doubts.add(both(compare(type(), "=", text("timestamp")), matches(DEFAULT, "^[1-9]")));
      doubts.add(both(matches(type(), "binary$"), matches(DEFAULT, "^0x")));
    }
    return Optional.of(w -> any(w, doubts));
  }

  private static Consumer<SqlWriter> type() {
    return words("DATA_TYPE");
  }

  // What MySQL shows of a constant is the constant.
  private List<Consumer<SqlWriter>> expressions() {
    Consumer<SqlWriter> ofDefault =
        features.has(MysqlFeature.CATALOGUE_SHOWS_SQL)
            ? DEFAULT
            : choose(holds(words("EXTRA"), "DEFAULT_GENERATED"), DEFAULT, text(""));
    return List.of(ofDefault, words("GENERATION_EXPRESSION"));
  }

  private static Consumer<SqlWriter> joined(List<Consumer<SqlWriter>> texts) {
    List<Consumer<SqlWriter>> arguments = new ArrayList<>();
    arguments.add(text(""));
    arguments.addAll(texts);
    return w -> w.call("CONCAT_WS", inner -> inner.list(arguments, (v, each) -> each.accept(v)));
  }

  private static void any(SqlWriter writer, List<Consumer<SqlWriter>> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      if (i > 0) {
        writer.newLine().keyword("OR");
      }
      conditions.get(i).accept(writer);
    }
  }
}
