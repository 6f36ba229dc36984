package dev.anabranch.dialect.postgres;

import dev.anabranch.testkit.contract.VersionTableContract;
import dev.anabranch.testkit.junit.RequiresServer;
import org.junit.jupiter.api.Nested;

/** PostgreSQL keeps the contract. */
@RequiresServer("postgresql")
class PostgresContractIT {

  @Nested
  class VersionTable extends VersionTableContract {}
}
