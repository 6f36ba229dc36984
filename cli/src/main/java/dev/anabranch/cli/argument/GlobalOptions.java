package dev.anabranch.cli.argument;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options every command takes, before or after its name.
 *
 * @param directory the folder to work in, absent for the working directory
 * @param configuration the configuration file, absent for {@code anabranch.toml} in the folder
 * @param databases the databases chosen by name, in the order given
 * @param allDatabases whether every database of the file is chosen
 * @param keepGoing whether a failure on one database leaves the next ones to run
 * @param variables values for {@code ${NAME}} in the configuration, by name
 * @param overrides values that replace those of configuration keys, by key
 * @param json whether the result is written as JSON
 * @param quiet whether notes and progress are left out
 * @param verbose whether more is told
 * @param stacktrace whether a failure shows where in the program it arose
 * @param color whether colours are used
 */
public record GlobalOptions(
    Optional<String> directory,
    Optional<String> configuration,
    List<String> databases,
    boolean allDatabases,
    boolean keepGoing,
    Map<String, String> variables,
    Map<String, String> overrides,
    boolean json,
    boolean quiet,
    boolean verbose,
    boolean stacktrace,
    Color color) {
  /** When colours are used. */
  public enum Color {
    /** On a terminal, unless {@code NO_COLOR} is set. */
    AUTOMATIC,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER
  }

  /** The declarations, in the order help shows them. */
  public static final List<OptionDescription> DESCRIPTIONS =
      List.of(
          OptionDescription.value(
                  'C', "directory", "DIR", "Work as if started in DIR, where anabranch.toml stands")
              .completing(Completes.DIRECTORY),
          OptionDescription.value('c', "config", "FILE", "Read FILE in place of anabranch.toml")
              .completing(Completes.FILE),
          OptionDescription.value(
                  'n', "name", "NAME", "Run on the database [database.NAME] of the file")
              .repeated()
              .completing(Completes.DATABASE),
          OptionDescription.flag("all", "Run on every database of the file, one after the other"),
          OptionDescription.flag(
              "keep-going", "With several databases: go on with the next one after a failure"),
          OptionDescription.value(
                  'x', "variable", "KEY=VALUE", "Set ${KEY} for values of the configuration file")
              .repeated(),
          OptionDescription.value(
                  "set", "KEY=VALUE", "Set a key of the configuration, such as database.url")
              .repeated(),
          OptionDescription.flag("json", "Write the result as JSON"),
          OptionDescription.flag('q', "quiet", "Leave out notes and progress"),
          OptionDescription.flag('v', "verbose", "Tell more"),
          OptionDescription.flag("stacktrace", "Show where in the program a failure arose"),
          OptionDescription.flag("color", "Use colours even where the output is no terminal"),
          OptionDescription.flag("no-color", "Use no colours (so does the variable NO_COLOR)"),
          OptionDescription.flag('h', "help", "Show help and do nothing else"),
          OptionDescription.flag('V', "version", "Show the version and do nothing else"));

  /** Copies the collections. */
  public GlobalOptions {
    databases = List.copyOf(databases);
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
  }

  /**
   * Reads the global options out of what was typed.
   *
   * @throws UsageException if a value has not the form {@code KEY=VALUE}, or options contradict
   *     each other
   */
  public static GlobalOptions of(Arguments arguments) {
    if (arguments.has("all") && arguments.has("name")) {
      throw InvalidArguments.contradiction("--all", "--name");
    }
    if (arguments.has("color") && arguments.has("no-color")) {
      throw InvalidArguments.contradiction("--color", "--no-color");
    }
    Color color =
        arguments.has("color")
            ? Color.ALWAYS
            : arguments.has("no-color") ? Color.NEVER : Color.AUTOMATIC;
    return new GlobalOptions(
        arguments.value("directory"),
        arguments.value("config"),
        distinct(arguments.values("name")),
        arguments.has("all"),
        arguments.has("keep-going"),
        pairs("-x", arguments.values("variable")),
        pairs("--set", arguments.values("set")),
        arguments.has("json"),
        arguments.has("quiet"),
        arguments.has("verbose"),
        arguments.has("stacktrace"),
        color);
  }

  private static List<String> distinct(List<String> names) {
    return new ArrayList<>(new java.util.LinkedHashSet<>(names));
  }

  private static Map<String, String> pairs(String option, List<String> values) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      if (equals < 1) {
        throw InvalidArguments.notAPair(option, value);
      }
      pairs.put(value.substring(0, equals), value.substring(equals + 1));
    }
    return pairs;
  }
}
