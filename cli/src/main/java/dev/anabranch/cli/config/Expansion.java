package dev.anabranch.cli.config;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Replaces {@code ${NAME}} in values of a configuration file: by what {@code -x NAME=...} gives,
 * else by the environment variable; {@code ${project}} is the folder of the file. A dollar sign
 * before the dollar sign keeps the text as it is.
 */
final class Expansion {
  /** The variable for the folder of the configuration file. */
  static final String PROJECT = "project";

  private final ConfigurationFile file;
  private final Map<String, String> environment;
  private final Map<String, String> variables;

  Expansion(
      ConfigurationFile file, Map<String, String> environment, Map<String, String> variables) {
    this.file = file;
    this.environment = environment;
    this.variables = variables;
  }

  /**
   * Returns the text with its variables replaced; what cannot be is told to the consumer and left
   * as it stands.
   */
  String expand(String text, Consumer<String> problems) {
    StringBuilder expanded = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int dollar = text.indexOf("${", at);
      if (dollar < 0) {
        break;
      }
      if (dollar > at && text.charAt(dollar - 1) == '$') {
        expanded.append(text, at, dollar - 1).append("${");
        at = dollar + 2;
        continue;
      }
      int end = text.indexOf('}', dollar);
      if (end < 0) {
        problems.accept("\"${\" has no closing brace; $${ stands for ${ itself.");
        break;
      }
      String name = text.substring(dollar + 2, end);
      Optional<String> value = value(name);
      if (value.isEmpty()) {
        problems.accept("${" + name + "} has no value.");
      }
      expanded.append(text, at, dollar).append(value.orElse(text.substring(dollar, end + 1)));
      at = end + 1;
    }
    return expanded.append(text, at, text.length()).toString();
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name))
        .or(() -> Optional.ofNullable(environment.get(name)))
        .or(
            () ->
                name.equals(PROJECT) ? Optional.of(file.directory().toString()) : Optional.empty());
  }
}
