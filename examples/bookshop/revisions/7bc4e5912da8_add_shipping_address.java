import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.character;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.varchar;

import dev.anabranch.migration.Operations;
import dev.anabranch.migration.ReversibleMigration;
import dev.anabranch.migration.RevisionInfo;
import dev.anabranch.schema.ReferentialAction;

/** The shipping branch begins here, beside the catalogue branch. */
@RevisionInfo(
    id = "7bc4e5912da8",
    revises = "ae1027a6acf0",
    created = "2026-02-02T10:10:00Z",
    loses = {"address", "customer_order.address_id"})
public class AddShippingAddress implements ReversibleMigration {

  @Override
  public void change(Operations op) {
    op.createTable(
        "address",
        column("id", bigint()).identity().primaryKey(),
        column("customer_id", bigint())
            .notNull()
            .references("customer", "id", key -> key.onDelete(ReferentialAction.CASCADE)),
        column("street", varchar(200)).notNull(),
        column("city", varchar(100)).notNull(),
        column("postcode", varchar(12)),
        column("country", character(2)).notNull());
    op.addColumn("customer_order", column("address_id", bigint()).references("address", "id"));
  }
}
