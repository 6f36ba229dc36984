package dev.anabranch.docs;

import dev.anabranch.testkit.server.AnabranchServers;
import dev.anabranch.testkit.server.MigratedDatabases;
import dev.anabranch.testkit.server.TestDatabase;

class Fixtures {

  private final MigratedDatabases databases =
      AnabranchServers.shared().migrated("h2", "classpath:db/revisions", "heads");

  TestDatabase withOneCustomer() {
    TestDatabase database = databases.create();
    database.execute("INSERT INTO customer (id, name) VALUES (1, 'Ada')");
    return database;
  }
}
