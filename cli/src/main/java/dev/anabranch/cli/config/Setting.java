package dev.anabranch.cli.config;

import java.util.List;
import java.util.Objects;

/**
 * One value of the configuration, and where it came from.
 *
 * @param path the key's path
 * @param values the text, one for a key that is no list, before {@code ${NAME}} is replaced
 * @param origin the place: {@code anabranch.toml:3}, {@code ANABRANCH_REVISIONS}, {@code --set}, or
 *     {@code default}
 * @param expands whether {@code ${NAME}} is replaced; only in a file
 */
public record Setting(String path, List<String> values, String origin, boolean expands) {
  /** Copies the values. */
  public Setting {
    Objects.requireNonNull(path, "path");
    values = List.copyOf(values);
    Objects.requireNonNull(origin, "origin");
  }

  /** Returns a value as given on the command line, by the environment or by default. */
  static Setting plain(String path, ConfigurationKey key, String text, String origin) {
    List<String> values =
        key.kind() == ConfigurationKey.Kind.LIST
            ? java.util.Arrays.stream(text.split(",", -1)).map(String::strip).toList()
            : List.of(text);
    return new Setting(path, values, origin, false);
  }
}
