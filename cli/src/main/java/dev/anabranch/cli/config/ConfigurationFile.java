package dev.anabranch.cli.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a configuration file says, checked for form but not for meaning.
 *
 * @param path the file, absolute
 * @param displayName the file as messages name it
 * @param settings the values by path, in the order of the file
 * @param databases the names of the {@code [database.NAME]} sections, in the order of the file
 */
public record ConfigurationFile(
    Path path, String displayName, Map<String, Setting> settings, List<String> databases) {
  /** The name looked for where none is given. */
  public static final String DEFAULT_NAME = "anabranch.toml";

  /** The name of the database in the section {@code [database]} itself. */
  public static final String DEFAULT_DATABASE = "default";

  /** Copies the collections. */
  public ConfigurationFile {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    databases = List.copyOf(databases);
  }

  /** Returns the folder of the project, which relative paths start from. */
  public Path directory() {
    Path parent = path.getParent();
    return parent == null ? path.getFileSystem().getPath("") : parent;
  }

  /** Returns what the file says for a path, if it says anything. */
  public Optional<Setting> setting(String settingPath) {
    return Optional.ofNullable(settings.get(settingPath));
  }

  /**
   * Returns the paths that may be set for this file: every key, and every key of every database.
   */
  public Set<String> paths() {
    Set<String> paths = new java.util.LinkedHashSet<>();
    for (ConfigurationKey key : ConfigurationKey.values()) {
      paths.add(key.path());
    }
    for (String database : databases) {
      for (ConfigurationKey key : ConfigurationKey.values()) {
        paths.add(key.path(database));
      }
    }
    return paths;
  }
}
