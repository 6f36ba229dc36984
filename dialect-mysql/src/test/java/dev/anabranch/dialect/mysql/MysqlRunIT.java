package dev.anabranch.dialect.mysql;

import dev.anabranch.testkit.junit.RequiresServer;
import org.junit.jupiter.api.Nested;

/** What happens to runs on MySQL alone. */
@RequiresServer("mysql")
class MysqlRunIT {

  @Nested
  class Family extends FamilyRuns {}
}
