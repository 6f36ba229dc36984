package dev.anabranch.dialect.mysql;

import static dev.anabranch.migration.Definitions.ascending;
import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.columnComment;
import static dev.anabranch.migration.Definitions.defaultOf;
import static dev.anabranch.migration.Definitions.descending;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.indexOn;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.nativeType;
import static dev.anabranch.migration.Definitions.nullable;
import static dev.anabranch.migration.Definitions.option;
import static dev.anabranch.migration.Definitions.primaryKey;
import static dev.anabranch.migration.Definitions.timestampWithTimeZone;
import static dev.anabranch.migration.Definitions.unique;
import static dev.anabranch.migration.Definitions.varbinary;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.migration.Operations;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint.Kind;
import dev.anabranch.sql.Identifier;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.MysqlControl;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What only this family can do, done and taken back; and what hangs together there. */
class MysqlOperationsIT {

  private static void book(Operations op) {
    op.createTable(
        "book",
        column("id", bigint()).identity().primaryKey(),
        column("title", varchar(80)),
        column("author_id", bigint()),
        column("place", nativeType("point")).notNull(),
        column("pages", integer()));
    op.createTable("author", column("id", bigint()).primaryKey());
  }

  private static Index detailed(String name, Index index, String method, DialectOptions options) {
    return new Index(
        Optional.of(Identifier.of(name)),
        index.uniqueness(),
        index.parts(),
        new Index.Details(
            method.isEmpty() ? Optional.empty() : Optional.of(method),
            List.of(),
            Optional.empty(),
            Index.Visibility.VISIBLE,
            options));
  }

  @EachServer({"mysql", "mariadb"})
  void indexesOfEveryKindGoThereAndBack(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.run(MysqlOperationsIT::book);
      for (Index index :
          List.of(
              detailed("words", indexOn("title"), "fulltext", DialectOptions.none()),
              detailed("places", indexOn("place"), "spatial", DialectOptions.none()),
              detailed(
                  "noted",
                  indexOn("title"),
                  "",
                  DialectOptions.none().with("mysql", "comment", "it's a \\ note")),
              detailed(
                  "start",
                  indexOn(ascending("title").withPrefix(5), descending("pages")),
                  "",
                  DialectOptions.none()),
              detailed(
                  "one_start",
                  new Index(
                      Optional.empty(),
                      Index.Uniqueness.UNIQUE,
                      List.of(ascending("title").withPrefix(5)),
                      Index.Details.none()),
                  "",
                  DialectOptions.none()))) {
        database.runThereAndBack(op -> op.createIndex("book", index));
        database.run(op -> op.createIndex("book", index));
        assertThat(database.table("book").indexes()).contains(index);
        database.runThereAndBack(op -> op.dropIndex("book", index));
        database.run(op -> op.ifExists().dropIndex("book", index));
        database.run(op -> op.ifExists().dropIndex("book", index));
      }
    }
  }

  @EachServer({"mysql", "mariadb"})
  void aForeignKeyTakesAlongTheIndexThatWasMadeForIt(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.run(MysqlOperationsIT::book);
      Consumer<Operations> key =
          op ->
              op.addConstraint(
                  "book", foreignKey("author_id").references("author", "id").named("by_author"));

      database.runThereAndBack(key);
      assertThat(indexes(database)).containsExactlyInAnyOrder("PRIMARY");
      database.run(key);
      assertThat(indexes(database)).containsExactlyInAnyOrder("PRIMARY", "by_author");
      assertThat(database.table("book").indexes()).isEmpty();

      // The index that was asked for takes its place, and gives it back.
      database.runThereAndBack(op -> op.createIndex("book", "author_id", "pages"));
      assertThat(indexes(database)).containsExactlyInAnyOrder("PRIMARY", "by_author");
      database.runThereAndBack(op -> op.addConstraint("book", unique("author_id")));
      assertThat(indexes(database)).containsExactlyInAnyOrder("PRIMARY", "by_author");

      database.run(op -> op.createIndex("book", "author_id"));
      database.run(op -> op.dropConstraint("book", Kind.FOREIGN_KEY, "by_author"));
      assertThat(indexes(database)).containsExactlyInAnyOrder("PRIMARY", "ix_book_author_id");
    }
  }

  private static List<String> indexes(FamilyDatabase database) throws SQLException {
    return database.query(
        "SELECT DISTINCT INDEX_NAME FROM information_schema.STATISTICS"
            + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'book' ORDER BY INDEX_NAME");
  }

  @EachServer({"mysql", "mariadb"})
  void anIndexThatAnotherForeignKeyNeedsIsMadeAnew(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.run(MysqlOperationsIT::book);
      database.run(
          op -> {
            op.createTable("editor", column("id", bigint()).primaryKey());
            op.addConstraint(
                "book", foreignKey("author_id").references("author", "id").named("one"));
            op.addConstraint(
                "book", foreignKey("author_id").references("editor", "id").named("two"));
          });
      // The server has let the second take the place of the first.
      assertThat(indexes(database)).containsExactlyInAnyOrder("PRIMARY", "two");

      database.runThereAndBack(
          op ->
              op.dropConstraint(
                  "book",
                  foreignKey("author_id").references("editor", "id").named("two").constraint()));
      database.run(op -> op.dropConstraint("book", Kind.FOREIGN_KEY, "two"));

      assertThat(indexes(database)).containsExactlyInAnyOrder("PRIMARY", "one");
      assertThat(database.table("book").foreignKeys()).hasSize(1);
      assertThat(database.table("book").indexes()).isEmpty();
    }
  }

  @EachServer({"mysql", "mariadb"})
  void foreignKeysOverSeveralStrangeColumnsGoThereAndBack(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.run(
          op -> {
            op.createTable(
                "a`b'c\\d",
                column("x,y", integer()),
                column("z`", integer()),
                primaryKey("x,y", "z`"));
            op.createTable("child", column("p,q", integer()), column("r'\\", integer()));
            op.addConstraint(
                "child",
                foreignKey("p,q", "r'\\").references("a`b'c\\d", "x,y", "z`").named("f'`\\k"));
          });

      database.runThereAndBack(
          op -> op.createIndex("child", indexOn("p,q", "r'\\").withName(Identifier.of("i`\\'"))));
      database.run(op -> op.dropConstraint("child", Kind.FOREIGN_KEY, "f'`\\k"));
      assertThat(database.query("SHOW INDEX FROM child")).isEmpty();
    }
  }

  @EachServer({"mysql", "mariadb"})
  void toleratesWhatIsThereAndWhatIsNot(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.run(MysqlOperationsIT::book);
      database.run(
          op -> {
            op.createIndex("book", "pages");
            op.addConstraint("book", check("ck", "pages > 0"));
            op.addConstraint(
                "book", foreignKey("author_id").references("author", "id").named("fk"));
            op.addConstraint("book", unique("title"));
            op.createView("v", "SELECT id FROM book");
          });
      DatabaseSchema before = database.read();
      database.run(
          op -> {
            Operations there = op.ifNotExists();
            there.addColumn("book", column("pages", varchar(9)));
            there.createIndex("book", "pages");
            there.createView("v", "SELECT 1");
            there.createTable("author", column("other", integer()));
            Operations missing = op.ifExists();
            missing.dropColumn("book", "nothing");
            missing.dropIndex("book", "nothing");
            missing.dropView("nothing");
            missing.dropTable("nothing");
            missing.dropSchema("no_such_schema");
            for (Kind kind : List.of(Kind.UNIQUE, Kind.CHECK, Kind.FOREIGN_KEY)) {
              missing.dropConstraint("book", kind, "nothing");
            }
            missing.dropConstraint("nothing", Kind.PRIMARY_KEY, "pk");
          });
      assertThat(database.read()).isEqualTo(before);

      database.run(
          op -> {
            Operations there = op.ifExists();
            there.dropConstraint("book", Kind.FOREIGN_KEY, "fk");
            there.dropConstraint("book", Kind.CHECK, "ck");
            there.dropConstraint("book", Kind.UNIQUE, "uq_book_title");
            there.dropIndex("book", "ix_book_pages");
            there.dropColumn("book", "pages");
            there.dropView("v");
            there.dropConstraint("author", Kind.PRIMARY_KEY, "pk");
          });
      Table book = database.table("book");
      assertThat(book.constraints()).hasSize(1);
      assertThat(book.indexes()).isEmpty();
      assertThat(book.columns()).hasSize(4);
      assertThat(database.table("author").constraints()).isEmpty();
      assertThat(database.read().views()).isEmpty();
    }
  }

  @EachServer({"mysql", "mariadb"})
  void anIdentityBeginsWhereItsTableSays(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.run(
          op -> {
            op.createTable(
                "t",
                column("id", bigint()).identity().primaryKey(),
                column("a", integer()),
                option("mysql", "auto_increment", "100"),
                option("mysql", "row_format", "compact"));
            op.insertInto("t", "a").row(1).row(2).insert();
          });

      assertThat(database.query("SELECT id FROM t ORDER BY id")).containsExactly("100", "101");
      assertThat(database.table("t").options().of(List.of("mysql")))
          .isEqualTo(Map.of("row_format", "COMPACT"));
    }
  }

  @EachServer({"mysql", "mariadb"})
  void aSchemaThatHoldsARoutineIsNotDropped(TestDatabase test) throws SQLException {
    String other = MysqlControl.of(test).createDatabaseBeside("other");
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute("CREATE PROCEDURE " + other + ".p() SELECT 1");

      assertThatThrownBy(() -> database.run(op -> op.dropSchema(other)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Cannot drop schema " + other + ": it is not empty.");

      database.execute("DROP PROCEDURE " + other + ".p");
      database.run(op -> op.dropSchema(other));
      database.run(op -> op.createSchema(other));
    }
  }

  @EachServer({"mysql", "mariadb"})
  void momentsAndBytesAsDefaultsAreTheSameInEverySession(TestDatabase test) throws SQLException {
    Instant moment = Instant.parse("2024-02-29T12:00:00.250Z");
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute("SET time_zone = '+05:00'");
      database.run(
          op ->
              op.createTable(
                  "t",
                  column("a", integer()),
                  column("m", timestampWithTimeZone(3)).notNull().defaultValue(moment),
                  column("b", varbinary(9)).notNull().defaultValue(new byte[] {0, 1, -1})));
      database.execute("SET time_zone = '-03:00'");
      database.run(op -> op.alterColumn("t", "m", nullable()));
      database.run(op -> op.alterColumn("t", "b", columnComment("bytes")));
      database.run(op -> op.insertInto("t", "a").row(1).insert());

      assertThat(database.query("SELECT UNIX_TIMESTAMP(m) FROM t"))
          .containsExactly("1709208000.250");
      assertThat(database.query("SELECT HEX(b) FROM t")).containsExactly("0001FF");
      assertThat(database.column("t", "m").value()).isEqualTo(defaultOf(moment));
      assertThat(database.column("t", "b").value()).isEqualTo(defaultOf(new byte[] {0, 1, -1}));
    }
  }
}
