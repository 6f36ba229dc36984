import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.timestamp;
import static dev.anabranch.migration.Definitions.varchar;

import dev.anabranch.migration.Operations;
import dev.anabranch.migration.ReversibleMigration;
import dev.anabranch.migration.RevisionInfo;
import dev.anabranch.sql.SqlValue;

/** Whoever buys here. An e-mail address is written in lower case. */
@RevisionInfo(
    id = "1975ea83b712",
    created = "2026-01-12T09:00:00Z",
    loses = "customer")
public class CreateCustomer implements ReversibleMigration {

  @Override
  public void change(Operations op) {
    op.createTable(
        "customer",
        column("id", bigint()).identity().primaryKey(),
        column("name", varchar(100)).notNull(),
        column("email", varchar(200)).notNull().unique(),
        column("created_at", timestamp()).notNull().defaultNow(SqlValue.Current.TIMESTAMP),
        check("ck_customer_email", "email = LOWER(email)"));
  }
}
