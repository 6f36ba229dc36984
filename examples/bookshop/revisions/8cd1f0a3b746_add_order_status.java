import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.varchar;

import dev.anabranch.migration.Migration;
import dev.anabranch.migration.Operations;
import dev.anabranch.migration.RevisionInfo;
import dev.anabranch.operation.Condition;
import dev.anabranch.schema.TableConstraint;
import java.util.Map;

/** An order is open until it is shipped; those there are without an address were handed over in the shop. */
@RevisionInfo(
    id = "8cd1f0a3b746",
    revises = "7bc4e5912da8",
    created = "2026-02-04T14:45:00Z",
    loses = "customer_order.status")
public class AddOrderStatus implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.addColumn("customer_order", column("status", varchar(10)).notNull().defaultValue("open"));
    op.update(
        "customer_order", Map.of("status", "shipped"), Condition.equal("address_id", null));
    op.addConstraint(
        "customer_order",
        check("ck_customer_order_status", "status IN ('open', 'shipped', 'cancelled')"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropConstraint(
        "customer_order", TableConstraint.Kind.CHECK, "ck_customer_order_status");
    op.dropColumn("customer_order", "status");
  }
}
