package dev.anabranch.dialect.h2;

import dev.anabranch.testkit.contract.VersionTableContract;
import dev.anabranch.testkit.junit.RequiresServer;
import org.junit.jupiter.api.Nested;

/** H2 keeps the contract. */
@RequiresServer("h2")
class H2ContractTest {

  @Nested
  class VersionTable extends VersionTableContract {}
}
