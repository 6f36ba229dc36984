package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A dictionary to be filled. Values are written {@code COLUMN=VALUE | COLUMN=VALUE}; without a
 * value it is null.
 */
abstract class DictionaryFixture {

  DictionaryOnH2 dictionary;
  private int columns;

  @BeforeEach
  void open() throws SQLException {
    dictionary = new DictionaryOnH2();
  }

  @AfterEach
  void close() throws SQLException {
    dictionary.close();
  }

  DatabaseSchema inspect() throws SQLException {
    return dictionary.inspect(InspectionRequest.currentSchema());
  }

  Table only() throws SQLException {
    DatabaseSchema schema = inspect();
    assertThat(schema.tables()).hasSize(1);
    return schema.tables().get(0);
  }

  static Identifier id(String name) {
    return Identifier.of(name);
  }

  void row(String view, String values) {
    dictionary.row(view, values);
  }

  void table(String name, String... more) {
    row("ALL_TABLES", "OWNER=APP | TABLE_NAME=" + name + and(more));
  }

  void column(String table, String name, String... more) {
    columns++;
    row(
        "ALL_TAB_COLS",
        "OWNER=APP | TABLE_NAME="
            + table
            + " | COLUMN_NAME="
            + name
            + " | COLUMN_ID="
            + columns
            + " | INTERNAL_COLUMN_ID="
            + columns
            + and(more));
  }

  void constraint(String table, String name, String type, String... more) {
    row(
        "ALL_CONSTRAINTS",
        "OWNER=APP | TABLE_NAME="
            + table
            + " | CONSTRAINT_NAME="
            + name
            + " | CONSTRAINT_TYPE="
            + type
            + and(more));
  }

  void keyColumn(String table, String constraint, String column, String position) {
    row(
        "ALL_CONS_COLUMNS",
        "OWNER=APP | TABLE_NAME="
            + table
            + " | CONSTRAINT_NAME="
            + constraint
            + " | COLUMN_NAME="
            + column
            + " | POSITION="
            + position);
  }

  void check(String table, String name, String column, String condition, String generated) {
    constraint(table, name, "C", "SEARCH_CONDITION=" + condition, "GENERATED=" + generated);
    keyColumn(table, name, column, "");
  }

  void index(String table, String name, String... more) {
    row(
        "ALL_INDEXES",
        "OWNER=APP | INDEX_NAME=" + name + " | TABLE_OWNER=APP | TABLE_NAME=" + table + and(more));
  }

  void indexColumn(String table, String index, String column, int position, String way) {
    row(
        "ALL_IND_COLUMNS",
        "INDEX_OWNER=APP | INDEX_NAME="
            + index
            + " | TABLE_OWNER=APP | TABLE_NAME="
            + table
            + " | COLUMN_NAME="
            + column
            + " | COLUMN_POSITION="
            + position
            + " | DESCEND="
            + way);
  }

  private static String and(String... more) {
    return more.length == 0 ? "" : " | " + String.join(" | ", more);
  }
}
