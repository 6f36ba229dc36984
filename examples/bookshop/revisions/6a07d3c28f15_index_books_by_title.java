import dev.anabranch.migration.Operations;
import dev.anabranch.migration.ReversibleMigration;
import dev.anabranch.migration.RevisionInfo;

/** The search by title. */
@RevisionInfo(
    id = "6a07d3c28f15",
    revises = "5e94b1f3a860",
    created = "2026-02-03T16:20:00Z")
public class IndexBooksByTitle implements ReversibleMigration {

  @Override
  public void change(Operations op) {
    op.createIndex("book", "title");
  }
}
