import static dev.anabranch.migration.Definitions.notNull;
import static dev.anabranch.migration.Definitions.nullable;

import dev.anabranch.migration.Migration;
import dev.anabranch.migration.Operations;
import dev.anabranch.migration.RevisionInfo;
import dev.anabranch.operation.Condition;
import java.util.Collections;
import java.util.Map;

/** Every book there is gets a category, and from now on must have one. */
@RevisionInfo(
    id = "5e94b1f3a860",
    revises = "4d21c09a7be3",
    created = "2026-02-02T11:05:00Z",
    loses = "book.category_code")
public class FillCategories implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.insertInto("category", "code", "name")
        .row("fiction", "Fiction")
        .row("sf", "Science fiction")
        .row("children", "Books for children")
        .insert();
    fill(op, "sf", Condition.equal("isbn", "9780441478125"));
    fill(op, "children", Condition.equal("isbn", "9780192793713"));
    fill(op, "fiction", Condition.allRows());
    op.alterColumn("book", "category_code", notNull());
  }

  @Override
  public void downgrade(Operations op) {
    op.alterColumn("book", "category_code", nullable());
    op.update(
        "book",
        Collections.singletonMap("category_code", null),
        Condition.in("category_code", "fiction", "sf", "children"));
    op.delete("category", Condition.in("code", "fiction", "sf", "children"));
  }

  // What somebody has filed already stays where it is.
  private static void fill(Operations op, String category, Condition condition) {
    op.update(
        "book",
        Map.of("category_code", category),
        Condition.all(Condition.equal("category_code", null), condition));
  }
}
