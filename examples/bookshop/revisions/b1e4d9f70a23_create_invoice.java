import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.date;
import static dev.anabranch.migration.Definitions.numeric;

import dev.anabranch.migration.Operations;
import dev.anabranch.migration.ReversibleMigration;
import dev.anabranch.migration.RevisionInfo;

/** Billing is a component of its own, with its own base and label. It needs the orders, so it depends on them. */
@RevisionInfo(
    id = "b1e4d9f70a23",
    labels = "billing",
    dependsOn = "ae1027a6acf0",
    created = "2026-02-16T08:00:00Z",
    loses = "invoice")
public class CreateInvoice implements ReversibleMigration {

  @Override
  public void change(Operations op) {
    op.createTable(
        "invoice",
        column("id", bigint()).identity().primaryKey(),
        column("order_id", bigint()).notNull().unique().references("customer_order", "id"),
        column("issued_on", date()).notNull(),
        column("total", numeric(12, 2)).notNull());
  }
}
