package dev.anabranch.cli.config;

import dev.anabranch.engine.JdbcUrl;
import java.util.Objects;
import java.util.Optional;

/**
 * How a database is reached.
 *
 * @param url the JDBC URL, if there is one
 * @param user the user, if named apart from the URL
 * @param password the password, if named apart from the URL
 * @param dialect the dialect's name, for work without a URL
 */
public record ConnectionSettings(
    Optional<String> url,
    Optional<String> user,
    Optional<String> password,
    Optional<String> dialect) {
  /** Checks that everything is there. */
  public ConnectionSettings {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(dialect, "dialect");
  }

  /** Returns the settings without the password. */
  @Override
  public String toString() {
    return "ConnectionSettings[" + url.map(text -> new JdbcUrl(text).redacted()).orElse("") + "]";
  }
}
