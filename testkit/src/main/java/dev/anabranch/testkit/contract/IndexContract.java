package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.ascending;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.descending;
import static dev.anabranch.migration.Definitions.expression;
import static dev.anabranch.migration.Definitions.indexOn;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.sql;
import static dev.anabranch.migration.Definitions.unique;
import static dev.anabranch.migration.Definitions.uniqueIndexOn;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.migration.Operations;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Indexes are created, dropped and renamed with all their parts. */
public abstract class IndexContract extends OperationContract {

  /** For the classes of the products. */
  protected IndexContract() {}

  private static void book(Operations op) {
    op.createTable(
        "book",
        column("id", integer()).primaryKey(),
        column("title", varchar(80)),
        column("author", varchar(80)),
        column("pages", integer()));
  }

  private static Index detailed(Index index, Index.Details details) {
    return new Index(index.name(), index.uniqueness(), index.parts(), details);
  }

  @Test
  void isCreatedOverColumnsInTheirOrder() {
    verify(
        IndexContract::book,
        op -> {
          op.createIndex("book", "title");
          op.createIndex("book", "pages", "author");
        });
  }

  @Test
  void isUnique() {
    verify(IndexContract::book, op -> op.createIndex("book", uniqueIndexOn("title")));
    run(op -> op.insertInto("book", "id", "title").row(1, "a").insert());

    assertThat(faultOf(op -> op.insertInto("book", "id", "title").row(2, "a").insert()))
        .isEqualTo(ServerFault.CONSTRAINT_VIOLATION);
  }

  @Test
  void isUniqueWithOneNullOnly() {
    Index index = indexOn("pages");
    verify(
        IndexContract::book,
        op ->
            op.createIndex(
                "book",
                new Index(
                    index.name(),
                    Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT,
                    index.parts(),
                    index.details())));
  }

  @Test
  void sortsDownwards() {
    verify(
        IndexContract::book,
        op -> op.createIndex("book", indexOn(descending("pages"), ascending("title"))));
  }

  @Test
  void putsNullsInFrontOrBehind() {
    verify(
        IndexContract::book,
        op -> {
          op.createIndex(
              "book",
              indexOn(
                  ascending("pages").withNulls(IndexPart.Nulls.FIRST),
                  ascending("title").withNulls(IndexPart.Nulls.LAST)));
          op.createIndex(
              "book",
              indexOn(
                  descending("author").withNulls(IndexPart.Nulls.FIRST),
                  descending("pages").withNulls(IndexPart.Nulls.LAST)));
        });
  }

  @Test
  void isOverAnExpression() {
    verify(
        IndexContract::book,
        op -> op.createIndex("book", indexOn(expression("pages + 1"), ascending("title"))));
  }

  @Test
  void isOfSomeRowsOnly() {
    SqlExpression thick = sql("pages > 500");
    verify(
        IndexContract::book,
        op ->
            op.createIndex(
                "book",
                detailed(
                    indexOn("title"),
                    new Index.Details(
                        Optional.empty(),
                        List.of(),
                        Optional.of(thick),
                        Index.Visibility.VISIBLE,
                        DialectOptions.none()))));
  }

  @Test
  void includesColumns() {
    verify(
        IndexContract::book,
        op ->
            op.createIndex(
                "book",
                detailed(
                    uniqueIndexOn("title"),
                    new Index.Details(
                        Optional.empty(),
                        List.of(Identifier.of("pages")),
                        Optional.empty(),
                        Index.Visibility.VISIBLE,
                        DialectOptions.none()))));
  }

  @Test
  void isOverTheBeginningsOfTexts() {
    verify(
        IndexContract::book,
        op -> op.createIndex("book", indexOn(ascending("title").withPrefix(10))));
  }

  @Test
  void isPassedOverByThePlanner() {
    verify(
        IndexContract::book,
        op ->
            op.createIndex(
                "book",
                detailed(
                    indexOn("title"),
                    new Index.Details(
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Index.Visibility.INVISIBLE,
                        DialectOptions.none()))));
  }

  @Test
  void isBuiltWhileTheTableIsWritten() {
    verify(IndexContract::book, op -> op.online().createIndex("book", "title"));
  }

  @Test
  void isDroppedAndComesBackFromItsDefinition() {
    verify(
        all(IndexContract::book, op -> op.createIndex("book", "title")),
        op -> op.dropIndex("book", indexOn("title")));
  }

  @Test
  void getsAnotherName() {
    verify(
        all(IndexContract::book, op -> op.createIndex("book", "title")),
        op -> op.renameIndex("book", "ix_book_title", "books_by_title"));
  }

  @Test
  void isNotCreatedTwice() {
    run(all(IndexContract::book, op -> op.createIndex("book", "title")));

    assertThat(faultOf(op -> op.createIndex("book", "title")))
        .isEqualTo(ServerFault.ALREADY_EXISTS);
  }

  @Test
  void isMissedWhereItIsNotThere() {
    run(IndexContract::book);

    assertThat(faultOf(op -> op.dropIndex("book", "nothing")))
        .isEqualTo(ServerFault.MISSING_OBJECT);
    if (dialect().has(Capability.RENAME_INDEX)) {
      assertThat(faultOf(op -> op.renameIndex("book", "nothing", "other")))
          .isEqualTo(ServerFault.MISSING_OBJECT);
    }
  }

  @Test
  void mayBeThereOrMissingForTolerantOperations() {
    run(all(IndexContract::book, op -> op.createIndex("book", "title")));
    List<String> before = facts();

    runTolerantly(op -> op.ifNotExists().createIndex("book", "title"));
    runTolerantly(op -> op.ifExists().dropIndex("book", "nothing"));

    assertThat(facts()).isEqualTo(before);
  }

  @Test
  void ofAConstraintIsNotListed() {
    run(IndexContract::book);
    run(op -> op.addConstraint("book", unique("title")));

    assertThat(read().tables().get(0).indexes()).isEmpty();
  }
}
