package dev.anabranch.cli.config;

import dev.anabranch.cli.argument.GlobalOptions;
import dev.anabranch.engine.JdbcUrl;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.NearestNames;
import dev.anabranch.schema.NamingConvention;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that hold for one database of a project: the command line before the environment, the
 * environment before the file, the file before the defaults; and a key a {@code [database.NAME]}
 * section lacks comes from above it.
 *
 * <p>{@code ${NAME}} is replaced when a value is used: a command that needs no database asks for no
 * password.
 */
public final class Configuration {
  private final ConfigurationFile file;
  private final String database;
  private final Map<String, String> environment;
  private final GlobalOptions globals;

  /**
   * Creates the configuration of one database.
   *
   * @param file what the file says
   * @param database the database's name, {@code default} for the section {@code [database]} itself
   * @param environment the environment variables
   * @param globals the command line
   * @throws ConfigurationException if the command line sets a key that there is not
   */
  public Configuration(
      ConfigurationFile file,
      String database,
      Map<String, String> environment,
      GlobalOptions globals) {
    this.file = file;
    this.database = database;
    this.environment = environment;
    this.globals = globals;
    for (String path : globals.overrides().keySet()) {
      if (!file.paths().contains(path)) {
        throw new ConfigurationException(
            ErrorCode.INVALID_ARGUMENT,
            "Cannot set \"" + path + "\": there is no such key.",
            NearestNames.nearest(path, file.paths())
                .map(nearest -> "Did you mean " + nearest + "?")
                .orElse("`anabranch config` lists the keys."));
      }
    }
  }

  /** Returns the file. */
  public ConfigurationFile file() {
    return file;
  }

  /** Returns the database's name. */
  public String database() {
    return database;
  }

  /** Returns the value that holds for a key, as written, absent if nobody gives one. */
  public Optional<Setting> setting(ConfigurationKey key) {
    Optional<Setting> own =
        database.equals(ConfigurationFile.DEFAULT_DATABASE)
            ? Optional.empty()
            : given(key, key.path(database));
    return own.or(() -> given(key, key.path()))
        .or(() -> key.defaultValue().map(text -> Setting.plain(key.path(), key, text, "default")));
  }

  private Optional<Setting> given(ConfigurationKey key, String path) {
    String override = globals.overrides().get(path);
    if (override != null) {
      return Optional.of(Setting.plain(path, key, override, "--set"));
    }
    String variable = ConfigurationKey.variable(path);
    String value = environment.get(variable);
    if (value != null && !value.isEmpty()) {
      return Optional.of(Setting.plain(path, key, value, variable));
    }
    return file.setting(path);
  }

  /**
   * Returns what the project says about its revisions.
   *
   * @throws ConfigurationException naming every value that cannot be used
   */
  public ProjectSettings project() {
    Values values = new Values(new Expansion(file, environment, globals.variables()));
    ProjectSettings settings = project(values);
    throwIfAny(values);
    return settings;
  }

  /**
   * Returns how to reach the database.
   *
   * @throws ConfigurationException naming every value, of the project too, that cannot be used
   */
  public ConnectionSettings connection() {
    Values values = new Values(new Expansion(file, environment, globals.variables()));
    project(values);
    ConnectionSettings settings =
        new ConnectionSettings(
            optional(values, ConfigurationKey.URL),
            optional(values, ConfigurationKey.USER),
            optional(values, ConfigurationKey.PASSWORD),
            optional(values, ConfigurationKey.DIALECT));
    throwIfAny(values);
    return settings;
  }

  private ProjectSettings project(Values values) {
    List<String> locations = values.list(setting(ConfigurationKey.REVISIONS).orElseThrow());
    Duration timeout = values.duration(setting(ConfigurationKey.LOCK_TIMEOUT).orElseThrow());
    ZoneId zone = values.zone(setting(ConfigurationKey.TIMEZONE).orElseThrow());
    return new ProjectSettings(
        file.directory(),
        locations,
        values.bool(setting(ConfigurationKey.RECURSIVE).orElseThrow()),
        values.text(setting(ConfigurationKey.FILE_NAME).orElseThrow()),
        zone,
        // An empty list takes away what is named for every database.
        setting(ConfigurationKey.CLASS_PATH)
            .filter(paths -> !paths.values().isEmpty())
            .map(values::list)
            .orElse(List.of()),
        values.text(setting(ConfigurationKey.VERSION_TABLE).orElseThrow()),
        values.transaction(setting(ConfigurationKey.TRANSACTION).orElseThrow()),
        timeout,
        naming(values));
  }

  private NamingConvention naming(Values values) {
    NamingConvention naming = NamingConvention.standard();
    for (NamingConvention.Named named : NamingConvention.Named.values()) {
      Setting setting = setting(ConfigurationKey.valueOf("NAME_" + named.name())).orElseThrow();
      naming = values.naming(setting, naming, named);
    }
    return naming;
  }

  private Optional<String> optional(Values values, ConfigurationKey key) {
    return setting(key).map(values::text);
  }

  private void throwIfAny(Values values) {
    if (!values.problems().isEmpty()) {
      throw new ConfigurationException(file.displayName(), values.problems());
    }
  }

  /**
   * Returns every value as {@code config} shows it, in the order of the keys: secrets masked,
   * {@code ${NAME}} replaced where it can be.
   */
  public List<ShownSetting> shown() {
    List<ShownSetting> shown = new ArrayList<>();
    for (ConfigurationKey key : ConfigurationKey.values()) {
      setting(key).ifPresent(setting -> shown.add(shown(key, setting)));
    }
    return shown;
  }

  private ShownSetting shown(ConfigurationKey key, Setting setting) {
    Values values = new Values(new Expansion(file, environment, globals.variables()));
    List<String> texts = values.list(setting);
    Optional<String> problem =
        values.problems().stream().map(ConfigurationProblem::text).findFirst();
    if (key.kind() == ConfigurationKey.Kind.SECRET) {
      texts = List.of(Secrets.MASK);
    } else if (key == ConfigurationKey.URL) {
      texts = texts.stream().map(text -> new JdbcUrl(text).redacted()).toList();
    }
    return new ShownSetting(key, setting.path(), texts, setting.origin(), problem);
  }
}
