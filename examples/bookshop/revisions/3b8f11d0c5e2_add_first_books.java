import dev.anabranch.migration.Migration;
import dev.anabranch.migration.Operations;
import dev.anabranch.migration.RevisionInfo;
import dev.anabranch.operation.Condition;
import java.math.BigDecimal;

/** The books the shop opens with. Their numbers are the server's to give: others may be there already. */
@RevisionInfo(
    id = "3b8f11d0c5e2",
    revises = "27c6a30d7c24",
    created = "2026-01-13T08:15:00Z")
public class AddFirstBooks implements Migration {

  private static final String[] AUTHORS = {"Ursula K. Le Guin", "Italo Calvino", "Astrid Lindgren"};
  private static final String[] BOOKS = {"9780441478125", "9780156453806", "9780192793713"};

  @Override
  public void upgrade(Operations op) {
    op.insertInto("author", "name").row(AUTHORS[0]).row(AUTHORS[1]).row(AUTHORS[2]).insert();
    op.insertInto("book", "isbn", "title", "price")
        .row(BOOKS[0], "The Left Hand of Darkness", new BigDecimal("11.90"))
        .row(BOOKS[1], "Invisible Cities", new BigDecimal("9.50"))
        .row(BOOKS[2], "Pippi Longstocking; a story", new BigDecimal("8.00"))
        .insert();
    for (int i = 0; i < BOOKS.length; i++) {
      op.execute(
          "INSERT INTO book_author (book_id, author_id)"
              + " SELECT b.id, MAX(a.id) FROM book b, author a WHERE b.isbn = ? AND a.name = ? GROUP BY b.id",
          BOOKS[i],
          AUTHORS[i]);
    }
  }

  @Override
  public void downgrade(Operations op) {
    // Who has written what goes with the book.
    op.delete("book", Condition.in("isbn", (Object[]) BOOKS));
    op.delete(
        "author",
        Condition.all(
            Condition.in("name", (Object[]) AUTHORS),
            Condition.sql("id NOT IN (SELECT author_id FROM book_author)")));
  }
}
