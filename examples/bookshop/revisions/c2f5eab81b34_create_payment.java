import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.numeric;
import static dev.anabranch.migration.Definitions.timestamp;

import dev.anabranch.migration.Operations;
import dev.anabranch.migration.ReversibleMigration;
import dev.anabranch.migration.RevisionInfo;

/** An invoice is paid in one or more parts. */
@RevisionInfo(
    id = "c2f5eab81b34",
    revises = "b1e4d9f70a23",
    created = "2026-02-17T12:00:00Z",
    loses = "payment")
public class CreatePayment implements ReversibleMigration {

  @Override
  public void change(Operations op) {
    op.createTable(
        "payment",
        column("id", bigint()).identity().primaryKey(),
        column("invoice_id", bigint()).notNull().references("invoice", "id"),
        column("paid_at", timestamp()).notNull(),
        column("amount", numeric(12, 2)).notNull(),
        check("ck_payment_amount", "amount <> 0"));
  }
}
