package dev.anabranch.cli.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One value as it may be shown.
 *
 * @param key the key
 * @param path the path it was found under
 * @param values the text, secrets masked
 * @param origin where it came from
 * @param problem what keeps it from being used, if anything
 */
public record ShownSetting(
    ConfigurationKey key,
    String path,
    List<String> values,
    String origin,
    Optional<String> problem) {
  /** Copies the values. */
  public ShownSetting {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(path, "path");
    values = List.copyOf(values);
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(problem, "problem");
  }
}
