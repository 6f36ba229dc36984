import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.index;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.numeric;
import static dev.anabranch.migration.Definitions.primaryKey;
import static dev.anabranch.migration.Definitions.timestamp;

import dev.anabranch.migration.Operations;
import dev.anabranch.migration.ReversibleMigration;
import dev.anabranch.migration.RevisionInfo;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.sql.SqlValue;

/** Orders and their lines. The price of a line is the one at the time of the order. */
@RevisionInfo(
    id = "ae1027a6acf0",
    revises = "3b8f11d0c5e2",
    created = "2026-01-14T13:00:00Z",
    loses = {"customer_order", "order_line"})
public class CreateCustomerOrder implements ReversibleMigration {

  @Override
  public void change(Operations op) {
    op.createTable(
        "customer_order",
        column("id", bigint()).identity().primaryKey(),
        column("customer_id", bigint()).notNull().references("customer", "id"),
        column("ordered_at", timestamp()).notNull().defaultNow(SqlValue.Current.TIMESTAMP),
        index("customer_id"));
    op.createTable(
        "order_line",
        column("order_id", bigint()),
        column("line", integer()),
        column("book_id", bigint()).notNull().references("book", "id"),
        column("quantity", integer()).notNull(),
        column("price", numeric(10, 2)).notNull(),
        primaryKey("order_id", "line"),
        foreignKey("order_id")
                .references("customer_order", "id")
                .onDelete(ReferentialAction.CASCADE),
        check("ck_order_line_quantity", "quantity > 0"));
  }
}
