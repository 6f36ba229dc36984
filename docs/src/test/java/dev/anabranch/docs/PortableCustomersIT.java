package dev.anabranch.docs;

import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.junit.MigratedDatabase;
import dev.anabranch.testkit.server.TestDatabase;
import org.junit.jupiter.api.Test;

@EachServer({"h2", "postgresql"})
@MigratedDatabase(locations = "classpath:db/revisions")
class PortableCustomersIT {

  @Test
  void haveNames(TestDatabase database) {
    database.execute("INSERT INTO customer (id, name) VALUES (1, 'Ada')");
  }
}
