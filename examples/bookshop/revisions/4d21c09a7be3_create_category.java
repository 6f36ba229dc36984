import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.varchar;

import dev.anabranch.migration.Operations;
import dev.anabranch.migration.ReversibleMigration;
import dev.anabranch.migration.RevisionInfo;

/** The catalogue branch begins here: books get a category, at first without having to. */
@RevisionInfo(
    id = "4d21c09a7be3",
    revises = "ae1027a6acf0",
    created = "2026-02-02T09:40:00Z",
    loses = {"category", "book.category_code"})
public class CreateCategory implements ReversibleMigration {

  @Override
  public void change(Operations op) {
    op.createTable(
        "category",
        column("code", varchar(20)).primaryKey(),
        column("name", varchar(100)).notNull());
    op.addColumn("book", column("category_code", varchar(20)).references("category", "code"));
  }
}
