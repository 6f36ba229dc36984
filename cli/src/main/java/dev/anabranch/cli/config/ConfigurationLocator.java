package dev.anabranch.cli.config;

import dev.anabranch.cli.argument.GlobalOptions;
import dev.anabranch.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the configuration file of a run.
 *
 * <p>It stands in the folder given with {@code -C} or the working directory, and nowhere else:
 * folders above are not searched, because a tool that changes databases must not take up a project
 * that nobody named.
 */
public final class ConfigurationLocator {
  private final Path workingDirectory;
  private final Map<String, String> environment;
  private final GlobalOptions globals;

  /** Creates a locator for one run. */
  public ConfigurationLocator(
      Path workingDirectory, Map<String, String> environment, GlobalOptions globals) {
    this.workingDirectory = workingDirectory;
    this.environment = environment;
    this.globals = globals;
  }

  /**
   * Returns the folder the run works in.
   *
   * @throws ConfigurationException if {@code -C} names something else than a folder
   */
  public Path directory() {
    if (globals.directory().isEmpty()) {
      return workingDirectory;
    }
    String given = globals.directory().get();
    Path directory = resolve(workingDirectory, given);
    if (!Files.isDirectory(directory)) {
      throw new ConfigurationException(
          ErrorCode.CONFIGURATION_NOT_FOUND,
          "Cannot work in \""
              + given
              + "\": "
              + (Files.exists(directory) ? "it is no folder." : "there is no such folder."),
          Files.isRegularFile(directory) ? "-C names a folder, -c a configuration file." : null);
    }
    return directory;
  }

  /**
   * Reads the configuration file.
   *
   * @throws ConfigurationException if there is none, or it has mistakes
   */
  public ConfigurationFile read() {
    Path directory = directory();
    Optional<String> given =
        globals
            .configuration()
            .or(() -> Optional.ofNullable(environment.get("ANABRANCH_CONFIG")))
            .filter(text -> !text.isEmpty());
    Path file = resolve(directory, given.orElse(ConfigurationFile.DEFAULT_NAME));
    if (!Files.exists(file)) {
      throw missing(file, directory, given.isPresent());
    }
    return ConfigurationReader.read(file, displayName(file), this::valueProblems);
  }

  private List<ConfigurationProblem> valueProblems(ConfigurationFile file) {
    try {
      new Configuration(file, ConfigurationFile.DEFAULT_DATABASE, environment, globals).project();
      return List.of();
    } catch (ConfigurationException e) {
      return e.problems();
    }
  }

  private ConfigurationException missing(Path file, Path directory, boolean given) {
    if (given) {
      return new ConfigurationException(
          ErrorCode.CONFIGURATION_NOT_FOUND,
          "Cannot read the configuration \"" + displayName(file) + "\": there is no such file.",
          null);
    }
    return new ConfigurationException(
        ErrorCode.CONFIGURATION_NOT_FOUND,
        "Cannot find a project in \""
            + directory
            + "\": it has no "
            + ConfigurationFile.DEFAULT_NAME
            + ".",
        projectAbove(directory)
            .map(above -> "There is a project in \"" + above + "\": add -C " + above + ".")
            .orElse("`anabranch init` makes a project here; -C names the folder of another one."));
  }

  private static Optional<Path> projectAbove(Path directory) {
    for (Path above = directory.toAbsolutePath().normalize().getParent();
        above != null;
        above = above.getParent()) {
      if (Files.isRegularFile(above.resolve(ConfigurationFile.DEFAULT_NAME))) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the file as the user would name it: relative to the working directory where it lies in
   * it.
   */
  private String displayName(Path file) {
    Path base = workingDirectory.toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(base) ? base.relativize(absolute).toString() : absolute.toString();
  }

  /**
   * Returns a path a user gave, absolute.
   *
   * @throws ConfigurationException if it is no path
   */
  public static Path resolve(Path base, String given) {
    try {
      return base.resolve(given).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new ConfigurationException(
          ErrorCode.CONFIGURATION_NOT_FOUND,
          "Cannot use the path \"" + given + "\": " + e.getReason() + ".",
          null);
    }
  }
}
