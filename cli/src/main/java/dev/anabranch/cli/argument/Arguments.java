package dev.anabranch.cli.argument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user typed, checked against the command's description.
 *
 * @param options the values of each option given, by long name; an empty list for a switch
 * @param positionals the words without an option's name, in order
 */
public record Arguments(Map<String, List<String>> options, List<String> positionals) {
  /** Copies both. */
  public Arguments {
    options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    positionals = List.copyOf(positionals);
  }

  /** Returns whether the option was given. */
  public boolean has(String longName) {
    return options.containsKey(longName);
  }

  /** Returns the value of an option, if it was given. */
  public Optional<String> value(String longName) {
    List<String> values = values(longName);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** Returns every value of an option, in the order given. */
  public List<String> values(String longName) {
    return options.getOrDefault(longName, List.of());
  }

  /** Returns the word at an index, if it was given. */
  public Optional<String> positional(int index) {
    return index < positionals.size() ? Optional.of(positionals.get(index)) : Optional.empty();
  }
}
