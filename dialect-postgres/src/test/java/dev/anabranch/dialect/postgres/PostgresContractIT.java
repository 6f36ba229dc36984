package dev.anabranch.dialect.postgres;

import dev.anabranch.testkit.contract.HistoryTableContract;
import dev.anabranch.testkit.contract.RunContract;
import dev.anabranch.testkit.contract.TransactionContract;
import dev.anabranch.testkit.contract.UnfinishedContract;
import dev.anabranch.testkit.contract.VersionTableContract;
import dev.anabranch.testkit.junit.RequiresServer;
import org.junit.jupiter.api.Nested;

/** PostgreSQL keeps the contract. */
@RequiresServer("postgresql")
class PostgresContractIT {

  @Nested
  class VersionTable extends VersionTableContract {}

  @Nested
  class HistoryTable extends HistoryTableContract {}

  @Nested
  class Run extends RunContract {}

  @Nested
  class Transaction extends TransactionContract {}

  @Nested
  class Unfinished extends UnfinishedContract {}
}
