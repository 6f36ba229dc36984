package dev.anabranch.dialect.h2;

import dev.anabranch.testkit.contract.HistoryTableContract;
import dev.anabranch.testkit.contract.RunContract;
import dev.anabranch.testkit.contract.TransactionContract;
import dev.anabranch.testkit.contract.UnfinishedContract;
import dev.anabranch.testkit.contract.VersionTableContract;
import dev.anabranch.testkit.junit.RequiresServer;
import org.junit.jupiter.api.Nested;

/** H2 keeps the contract. */
@RequiresServer("h2")
class H2ContractTest {

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
