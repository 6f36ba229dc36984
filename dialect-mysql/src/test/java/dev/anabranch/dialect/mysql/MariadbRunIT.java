package dev.anabranch.dialect.mysql;

import dev.anabranch.testkit.junit.RequiresServer;
import org.junit.jupiter.api.Nested;

/** What happens to runs on MariaDB alone. */
@RequiresServer("mariadb")
class MariadbRunIT {

  @Nested
  class Family extends FamilyRuns {}
}
