package dev.anabranch.engine;

import dev.anabranch.error.ErrorCode;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;

/** Stands where no database is configured: whoever needs one is told so. */
enum NoConnections implements ConnectionSource {
  INSTANCE;

  @Override
  public Connection open(Map<String, String> properties) {
    throw new PlanException(
        ErrorCode.NO_DATABASE,
        "Cannot connect: no database is configured.",
        "Set the URL of the database ([database] url in anabranch.toml).");
  }

  @Override
  public Optional<JdbcUrl> url() {
    return Optional.empty();
  }
}
