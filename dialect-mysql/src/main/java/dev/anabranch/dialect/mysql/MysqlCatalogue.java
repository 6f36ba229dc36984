package dev.anabranch.dialect.mysql;

import static dev.anabranch.dialect.mysql.MysqlExpressions.compare;
import static dev.anabranch.dialect.mysql.MysqlExpressions.text;
import static dev.anabranch.dialect.mysql.MysqlExpressions.words;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Conditions on {@code information_schema} that a statement asks for when it runs.
 *
 * @param table what is looked for belongs to this table
 */
record MysqlCatalogue(QualifiedName table) {

  /** Returns the conditions that find the table's rows. */
  List<Consumer<SqlWriter>> ofTable() {
    return List.of(inSchema("TABLE_SCHEMA"), named("TABLE_NAME", table.name()));
  }

  /** Returns the condition that a column names the table's schema. */
  Consumer<SqlWriter> inSchema(String column) {
    return schema(column, table.schema());
  }

  /** Returns the condition that a column names a schema; that of the session for none. */
  static Consumer<SqlWriter> schema(String column, Optional<Identifier> schema) {
    return compare(
        words(column),
        "=",
        schema.map(name -> text(name.value())).orElse(w -> w.call("DATABASE", none -> {})));
  }

  /** Returns the condition that a column holds a name. */
  static Consumer<SqlWriter> named(String column, Identifier name) {
    return compare(words(column), "=", text(name.value()));
  }

  /** Returns the condition that the table has a column. */
  Consumer<SqlWriter> hasColumn(Identifier column) {
    return exists("COLUMNS", named("COLUMN_NAME", column));
  }

  /** Returns the condition that the table has an index. */
  Consumer<SqlWriter> hasIndex(Identifier index) {
    return exists("STATISTICS", named("INDEX_NAME", index));
  }

  /** Returns the condition that the table has a constraint of a kind. */
  Consumer<SqlWriter> hasConstraint(Identifier constraint, String kind) {
    return exists(
        "TABLE_CONSTRAINTS",
        named("CONSTRAINT_NAME", constraint),
        compare(words("CONSTRAINT_TYPE"), "=", text(kind)));
  }

  /** Returns the condition that a table or view of this name is there. */
  Consumer<SqlWriter> isThere() {
    return exists("TABLES");
  }

  /** Returns the condition that a catalogue has rows of the table that fulfil others. */
  @SafeVarargs
  final Consumer<SqlWriter> exists(String catalogue, Consumer<SqlWriter>... conditions) {
    List<Consumer<SqlWriter>> all = new ArrayList<>(ofTable());
    for (Consumer<SqlWriter> condition : conditions) {
      all.add(condition);
    }
    return w -> exists(w, catalogue, all);
  }

  /** Writes the condition that a catalogue has rows. */
  static void exists(SqlWriter writer, String catalogue, List<Consumer<SqlWriter>> conditions) {
    writer
        .keyword("EXISTS")
        .parentheses(w -> rows(w.keyword("SELECT").number(1), catalogue, conditions));
  }

  /** Writes {@code FROM} a catalogue {@code WHERE} all conditions hold. */
  static void rows(SqlWriter writer, String catalogue, List<Consumer<SqlWriter>> conditions) {
    MysqlExpressions.catalogue(writer.keyword("FROM"), catalogue);
    for (int i = 0; i < conditions.size(); i++) {
      writer.keyword(i == 0 ? "WHERE" : "AND");
      conditions.get(i).accept(writer);
    }
  }
}
