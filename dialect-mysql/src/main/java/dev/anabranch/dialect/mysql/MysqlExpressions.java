package dev.anabranch.dialect.mysql;

import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Expressions over the catalogue that the server computes, as what writes them. */
final class MysqlExpressions {

  private static final RawSql SQL_MODE = RawSql.of("@@SESSION.sql_mode");
  private static final RawSql BACKSLASH = RawSql.of("92 USING utf8mb4");
  private static final Consumer<SqlWriter> QUOTE = text("'");

  private MysqlExpressions() {}

  /** Returns a text. */
  static Consumer<SqlWriter> text(String text) {
    return w -> w.literal(SqlLiteral.text(text));
  }

  /** Returns a column of the catalogue, or other fixed words. */
  static Consumer<SqlWriter> words(String words) {
    return w -> w.keyword(words);
  }

  /** Returns a function's call. */
  @SafeVarargs
  static Consumer<SqlWriter> call(String function, Consumer<SqlWriter>... arguments) {
    List<Consumer<SqlWriter>> all = new ArrayList<>();
    for (Consumer<SqlWriter> argument : arguments) {
      all.add(argument);
    }
    return w -> w.call(function, inner -> inner.list(all, (v, each) -> each.accept(v)));
  }

  /** Returns texts joined. */
  @SafeVarargs
  static Consumer<SqlWriter> concat(Consumer<SqlWriter>... parts) {
    return call("CONCAT", parts);
  }

  /** Returns one of two values; the second also where the condition is null. */
  static Consumer<SqlWriter> choose(
      Consumer<SqlWriter> condition, Consumer<SqlWriter> then, Consumer<SqlWriter> otherwise) {
    return call("IF", condition, then, otherwise);
  }

  /** Returns the condition that a text holds another. */
  static Consumer<SqlWriter> holds(Consumer<SqlWriter> text, String part) {
    return call("LOCATE", text(part), text);
  }

  /** Returns the condition that a text matches a regular expression. */
  static Consumer<SqlWriter> matches(Consumer<SqlWriter> text, String pattern) {
    return w -> {
      text.accept(w);
      w.keyword("REGEXP").literal(SqlLiteral.text(pattern));
    };
  }

  /** Returns a condition of two values and an operator. */
  static Consumer<SqlWriter> compare(
      Consumer<SqlWriter> left, String operator, Consumer<SqlWriter> right) {
    return w -> {
      left.accept(w);
      w.operator(operator);
      right.accept(w);
    };
  }

  /** Returns the condition that one of two others holds. */
  static Consumer<SqlWriter> either(Consumer<SqlWriter> left, Consumer<SqlWriter> right) {
    return w -> {
      left.accept(w);
      w.keyword("OR");
      right.accept(w);
    };
  }

  /** Returns the condition that two others hold. */
  static Consumer<SqlWriter> both(Consumer<SqlWriter> left, Consumer<SqlWriter> right) {
    return w -> {
      left.accept(w);
      w.keyword("AND");
      right.accept(w);
    };
  }

  /** Returns a subquery or another expression between parentheses. */
  static Consumer<SqlWriter> parentheses(Consumer<SqlWriter> inner) {
    return w -> w.parentheses(inner);
  }

  /** Returns a text with another in the place of each occurrence of a part. */
  static Consumer<SqlWriter> replace(
      Consumer<SqlWriter> text, Consumer<SqlWriter> from, Consumer<SqlWriter> to) {
    return call("REPLACE", text, from, to);
  }

  /**
   * Returns a text between quotes, as the session reads it. The function {@code QUOTE} always
   * escapes, also where the session takes a backslash for a character.
   */
  static Consumer<SqlWriter> quoted(Consumer<SqlWriter> text) {
    return concat(
        QUOTE, replace(replace(text, backslash(), backslashInQuotes()), QUOTE, text("''")), QUOTE);
  }

  /** Returns a backslash, whatever the session takes one for in quotes. */
  static Consumer<SqlWriter> backslash() {
    return w -> w.call("CHAR", inner -> inner.raw(BACKSLASH));
  }

  /** Returns a backslash as it has to be written in quotes. */
  static Consumer<SqlWriter> backslashInQuotes() {
    return call(
        "REPEAT",
        backslash(),
        choose(readsBackslashesPlainly(), w -> w.number(1), w -> w.number(2)));
  }

  /** Returns the condition that a backslash in quotes is a character like any other. */
  static Consumer<SqlWriter> readsBackslashesPlainly() {
    return call("FIND_IN_SET", text("NO_BACKSLASH_ESCAPES"), w -> w.raw(SQL_MODE));
  }

  /** Writes the name of a table of the catalogue. */
  static SqlWriter catalogue(SqlWriter writer, String table) {
    return writer.name(QualifiedName.of("information_schema", table));
  }
}
