package dev.anabranch.cli.config;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.NearestNames;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads one configuration file. For one thread, for one file. */
final class ConfigurationReader {
  private record Found(int line, ConfigurationProblem problem) {}

  private final Path path;
  private final String name;
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final Set<String> databases = new LinkedHashSet<>();
  private final List<Found> problems = new ArrayList<>();

  private ConfigurationReader(Path path, String name) {
    this.path = path;
    this.name = name;
  }

  /**
   * Reads a file.
   *
   * @param checkValues finds what is wrong with the values, so that a file whose keys are wrong too
   *     is told of everything at once
   * @throws ConfigurationException with every problem
   */
  static ConfigurationFile read(
      Path path,
      String displayName,
      Function<ConfigurationFile, List<ConfigurationProblem>> checkValues) {
    return new ConfigurationReader(path, displayName).read(checkValues);
  }

  private ConfigurationFile read(
      Function<ConfigurationFile, List<ConfigurationProblem>> checkValues) {
    TomlParseResult toml = Toml.parse(text());
    for (TomlParseError error : toml.errors()) {
      problem(error.position(), error.getMessage() + ".", null);
    }
    if (!toml.hasErrors()) {
      readTop(toml);
    }
    ConfigurationFile file = new ConfigurationFile(path, name, settings, List.copyOf(databases));
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparingInt(Found::line));
      List<ConfigurationProblem> all = new ArrayList<>();
      problems.forEach(found -> all.add(found.problem()));
      if (!toml.hasErrors()) {
        all.addAll(checkValues.apply(file));
      }
      throw new ConfigurationException(name, all);
    }
    return file;
  }

  private String text() {
    try {
      String text = Files.readString(path);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw unreadable("it is not UTF-8 text", "Save it as UTF-8.");
    } catch (IOException e) {
      throw unreadable(
          Files.isDirectory(path)
              ? "it is a folder"
              : Files.exists(path)
                  ? "it is not readable (" + e.getClass().getSimpleName() + ")"
                  : "there is no such file",
          Files.isDirectory(path) ? "-C names a folder, -c a file." : null);
    }
  }

  private ConfigurationException unreadable(String reason, @Nullable String hint) {
    return new ConfigurationException(
        ErrorCode.CONFIGURATION_NOT_FOUND,
        "Cannot read the configuration \"" + name + "\": " + reason + ".",
        hint);
  }

  private void readTop(TomlTable table) {
    for (String key : table.keySet()) {
      Optional<ConfigurationKey> known = key(key);
      TomlPosition position = position(table, key);
      if (key.equals("database")) {
        if (table.get(List.of(key)) instanceof TomlTable database) {
          readDatabase(database);
        } else {
          problem(position, "\"database\" is a section, not a value.", "Write [database].");
        }
      } else if (known.isEmpty()) {
        unknown(position, key, "", topKeys());
      } else if (known.get().isConnection()) {
        problem(
            position,
            "Key \"" + key + "\" belongs in the section [database].",
            "Move it below the line [database].");
      } else {
        value(table, key, known.get(), known.get().path());
      }
    }
  }

  private void readDatabase(TomlTable table) {
    for (String key : table.keySet()) {
      Optional<ConfigurationKey> known = key(key);
      TomlPosition position = position(table, key);
      if (table.get(List.of(key)) instanceof TomlTable named && known.isEmpty()) {
        readNamed(key, position, named);
      } else if (known.isEmpty()) {
        unknown(position, key, " in [database]", keys(true));
      } else if (!known.get().isConnection()) {
        problem(
            position,
            "Key \"" + key + "\" stands in the section [database].",
            "Keys for every database stand above the first section.");
      } else {
        value(table, key, known.get(), known.get().path());
      }
    }
  }

  private void readNamed(String database, TomlPosition position, TomlTable table) {
    if (database.equals(ConfigurationFile.DEFAULT_DATABASE)) {
      problem(
          position,
          "A database cannot be named \"default\".",
          "That is what the section [database] itself is called.");
      return;
    }
    if (!database.matches("[A-Za-z0-9_-]+")) {
      problem(
          position,
          "A database cannot be named \"" + database + "\".",
          "Letters, digits, - and _ make a name.");
      return;
    }
    databases.add(database);
    for (String key : table.keySet()) {
      Optional<ConfigurationKey> known = key(key);
      if (known.isEmpty()) {
        unknown(position(table, key), key, " in [database." + database + "]", keys(false));
      } else {
        value(table, key, known.get(), known.get().path(database));
      }
    }
  }

  private void value(TomlTable table, String name, ConfigurationKey key, String settingPath) {
    TomlPosition position = position(table, name);
    Object value = table.get(List.of(name));
    List<String> texts = new ArrayList<>();
    if (value instanceof TomlArray array && key.kind() == ConfigurationKey.Kind.LIST) {
      for (Object element : array.toList()) {
        if (element instanceof String text) {
          texts.add(text);
        } else {
          wrongType(position, name, "a list of strings");
          return;
        }
      }
    } else if (value instanceof String text && key.kind() != ConfigurationKey.Kind.BOOLEAN) {
      texts.add(text);
    } else if (value instanceof Boolean bool && key.kind() == ConfigurationKey.Kind.BOOLEAN) {
      texts.add(bool.toString());
    } else if (value instanceof Long number && key.kind() == ConfigurationKey.Kind.DURATION) {
      texts.add(number.toString());
    } else {
      wrongType(position, name, wanted(key.kind()));
      return;
    }
    settings.put(settingPath, new Setting(settingPath, texts, place(position), true));
  }

  private void wrongType(TomlPosition position, String key, String wanted) {
    problem(position, "The value of \"" + key + "\" is not " + wanted + ".", null);
  }

  private static String wanted(ConfigurationKey.Kind kind) {
    return switch (kind) {
      case TEXT, SECRET -> "a string in quotes";
      case LIST -> "a string or a list of strings";
      case BOOLEAN -> "true or false";
      case TRANSACTION -> "\"revision\", \"all\" or \"none\"";
      case DURATION -> "a number of seconds or a string such as \"90s\"";
    };
  }

  private void unknown(TomlPosition position, String key, String where, List<String> candidates) {
    Optional<String> nearest = NearestNames.nearest(key, candidates);
    problem(
        position,
        "Unknown key \"" + key + "\"" + where + ".",
        nearest
            .map(name -> "Did you mean \"" + name + "\"?")
            .orElse("Known keys are " + String.join(", ", candidates) + "."));
  }

  private void problem(TomlPosition position, String text, @Nullable String hint) {
    problems.add(
        new Found(
            position.line(),
            new ConfigurationProblem(place(position), text, Optional.ofNullable(hint))));
  }

  private String place(TomlPosition position) {
    return name + ":" + position.line();
  }

  private static TomlPosition position(TomlTable table, String key) {
    TomlPosition position = table.inputPositionOf(List.of(key));
    return position == null ? TomlPosition.positionAt(1, 1) : position;
  }

  private static Optional<ConfigurationKey> key(String name) {
    return Arrays.stream(ConfigurationKey.values())
        .filter(key -> key.key().equals(name))
        .findFirst();
  }

  private static List<String> topKeys() {
    List<String> keys = new ArrayList<>();
    for (ConfigurationKey key : ConfigurationKey.values()) {
      if (!key.isConnection()) {
        keys.add(key.key());
      }
    }
    keys.add("database");
    return keys;
  }

  private static List<String> keys(boolean connectionOnly) {
    return Arrays.stream(ConfigurationKey.values())
        .filter(key -> !connectionOnly || key.isConnection())
        .map(ConfigurationKey::key)
        .toList();
  }
}
