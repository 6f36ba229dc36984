package dev.anabranch.cli.config;

import dev.anabranch.cli.argument.GlobalOptions;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The database a command runs on.
 *
 * @param file the configuration file
 * @param database the database's name
 * @param of how many databases the command runs on, one after the other
 */
public record DatabaseSelection(ConfigurationFile file, String database, int of) {
  /** Checks that everything is there. */
  public DatabaseSelection {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(database, "database");
  }

  /**
   * Returns the names of the databases the user chose, in the order given, or of the file for
   * {@code --all}.
   *
   * @throws ConfigurationException if a name is not in the file
   */
  public static List<String> choose(
      ConfigurationFile file, GlobalOptions globals, Map<String, String> environment) {
    List<String> known = known(file, globals, environment);
    if (globals.allDatabases()) {
      return known;
    }
    if (globals.databases().isEmpty()) {
      return List.of(ConfigurationFile.DEFAULT_DATABASE);
    }
    for (String name : globals.databases()) {
      if (!known.contains(name) && !name.equals(ConfigurationFile.DEFAULT_DATABASE)) {
        throw new ConfigurationException(
            ErrorCode.UNKNOWN_DATABASE_NAME,
            "Cannot choose the database \""
                + name
                + "\": \""
                + file.displayName()
                + "\" has no section [database."
                + name
                + "].",
            NearestNames.nearest(name, known)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElse("It has " + String.join(", ", known) + "."));
      }
    }
    return globals.databases();
  }

  /**
   * Returns every database: the one of {@code [database]} itself if it has a URL, then the named
   * ones.
   */
  private static List<String> known(
      ConfigurationFile file, GlobalOptions globals, Map<String, String> environment) {
    List<String> names = new ArrayList<>();
    Configuration main =
        new Configuration(file, ConfigurationFile.DEFAULT_DATABASE, environment, globals);
    if (main.setting(ConfigurationKey.URL).isPresent() || file.databases().isEmpty()) {
      names.add(ConfigurationFile.DEFAULT_DATABASE);
    }
    names.addAll(file.databases());
    return names;
  }
}
