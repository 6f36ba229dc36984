package dev.anabranch.docs;

import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.TestDatabase;

class PortableIT {

  @EachServer({"h2", "postgresql"})
  void aNameMayHaveAHundredCharacters(TestDatabase database) {
    database.execute("CREATE TABLE customer (name VARCHAR(100))");
    database.execute("INSERT INTO customer VALUES ('" + "x".repeat(100) + "')");
  }
}
