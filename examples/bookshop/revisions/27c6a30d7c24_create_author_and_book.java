import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.numeric;
import static dev.anabranch.migration.Definitions.primaryKey;
import static dev.anabranch.migration.Definitions.varchar;

import dev.anabranch.migration.Operations;
import dev.anabranch.migration.ReversibleMigration;
import dev.anabranch.migration.RevisionInfo;
import dev.anabranch.schema.ReferentialAction;

/** What is sold. A book may have several authors, in an order. */
@RevisionInfo(
    id = "27c6a30d7c24",
    revises = "1975ea83b712",
    created = "2026-01-12T10:30:00Z",
    loses = {"author", "book", "book_author"})
public class CreateAuthorAndBook implements ReversibleMigration {

  @Override
  public void change(Operations op) {
    op.createTable(
        "author",
        column("id", bigint()).identity().primaryKey(),
        column("name", varchar(100)).notNull());
    op.createTable(
        "book",
        column("id", bigint()).identity().primaryKey(),
        column("isbn", varchar(13)).notNull().unique(),
        column("title", varchar(300)).notNull(),
        column("price", numeric(10, 2)).notNull(),
        check("ck_book_price", "price >= 0"));
    op.createTable(
        "book_author",
        column("book_id", bigint()),
        column("author_id", bigint()),
        column("place", integer()).notNull().defaultValue(1),
        primaryKey("book_id", "author_id"),
        foreignKey("book_id").references("book", "id").onDelete(ReferentialAction.CASCADE),
        foreignKey("author_id").references("author", "id"));
  }
}
