package dev.anabranch.dialect.oracle.h2;

import dev.anabranch.testkit.contract.CapabilityContract;
import dev.anabranch.testkit.contract.ConnectionContract;
import dev.anabranch.testkit.contract.HistoryTableContract;
import dev.anabranch.testkit.contract.LockContract;
import dev.anabranch.testkit.contract.RunContract;
import dev.anabranch.testkit.contract.SessionContract;
import dev.anabranch.testkit.contract.SplitterContract;
import dev.anabranch.testkit.contract.StopContract;
import dev.anabranch.testkit.contract.TransactionContract;
import dev.anabranch.testkit.contract.UnfinishedContract;
import dev.anabranch.testkit.contract.VersionTableContract;
import dev.anabranch.testkit.junit.RequiresServer;
import org.junit.jupiter.api.Nested;

/**
 * The dialect for 19c keeps the contract where H2 behaves as Oracle does. Errors and scripts are
 * left out: the words are H2's, and it knows no PL/SQL.
 */
@RequiresServer("oracleonh2")
class OracleOnH2ContractTest {

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

  @Nested
  class Lock extends LockContract {}

  @Nested
  class Session extends SessionContract {}

  @Nested
  class Stop extends StopContract {}

  @Nested
  class Connection extends ConnectionContract {}

  @Nested
  class Capability extends CapabilityContract {}

  @Nested
  class Splitter extends SplitterContract {}
}
