package dev.anabranch.cli.argument;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.NearestNames;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The messages of everything that can be wrong with the words of the command line. */
final class InvalidArguments {
  private InvalidArguments() {}

  static UsageException noCommand() {
    return new UsageException(
        ErrorCode.UNKNOWN_COMMAND,
        "Cannot run: no command is given.",
        "`anabranch help` lists the commands.");
  }

  static UsageException unknownCommand(String word, Collection<String> names) {
    String hint =
        NearestNames.nearest(word, names)
            .map(name -> "Did you mean `anabranch " + name + "`? ")
            .orElse("");
    return new UsageException(
        ErrorCode.UNKNOWN_COMMAND,
        "Cannot run \"" + word + "\": there is no such command.",
        hint + "`anabranch help` lists the commands.");
  }

  static UsageException unknownOption(String word, Collection<String> candidates, String command) {
    String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    String hint =
        NearestNames.nearest(name, candidates)
            .map(nearest -> "Did you mean " + nearest + "? ")
            .orElse("");
    return new UsageException(
        ErrorCode.UNKNOWN_OPTION,
        "Cannot run \"" + command + "\": it has no option " + name + ".",
        hint + "`anabranch help " + command + "` lists its options.");
  }

  static UsageException optionBeforeCommand(String word, Collection<String> candidates) {
    String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    String hint =
        NearestNames.nearest(name, candidates)
            .map(nearest -> "Did you mean " + nearest + "? ")
            .orElse("");
    return new UsageException(
        ErrorCode.UNKNOWN_OPTION,
        "Cannot run: there is no global option " + name + ".",
        hint
            + "A command's own options stand after its name; `anabranch help` lists the global"
            + " ones.");
  }

  static UsageException missingValue(OptionDescription option, String command) {
    return new UsageException(
        ErrorCode.INVALID_ARGUMENT,
        "Cannot run \""
            + command
            + "\": option --"
            + option.longName()
            + " lacks its value "
            + option.value().orElse("")
            + ".",
        "A value that begins with a dash is written --" + option.longName() + "=VALUE.");
  }

  static UsageException unexpectedValue(OptionDescription option, String command) {
    return new UsageException(
        ErrorCode.INVALID_ARGUMENT,
        "Cannot run \"" + command + "\": option --" + option.longName() + " takes no value.",
        help(command));
  }

  static UsageException repeated(OptionDescription option, String command) {
    return new UsageException(
        ErrorCode.INVALID_ARGUMENT,
        "Cannot run \"" + command + "\": option --" + option.longName() + " is given twice.",
        help(command));
  }

  static UsageException notAChoice(
      String what, String value, List<String> choices, String command) {
    String hint =
        NearestNames.nearest(value, choices)
            .map(nearest -> "Did you mean " + nearest + "? ")
            .orElse("");
    return new UsageException(
        ErrorCode.INVALID_ARGUMENT,
        "Cannot run \"" + command + "\": \"" + value + "\" is no value for " + what + ".",
        hint + "It is one of " + String.join(", ", choices) + ".");
  }

  static UsageException missingWord(PositionalDescription positional, CommandDescription command) {
    return new UsageException(
        ErrorCode.INVALID_ARGUMENT,
        "Cannot run \"" + command.name() + "\": " + positional.name() + " is missing.",
        "Usage: " + command.usage() + ". " + help(command.name()));
  }

  static UsageException wordsTooMany(List<String> words, CommandDescription command) {
    String quoted =
        words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
    return new UsageException(
        ErrorCode.INVALID_ARGUMENT,
        "Cannot run \""
            + command.name()
            + "\": "
            + quoted
            + (words.size() == 1 ? " is one word" : " are " + words.size() + " words")
            + " too many.",
        "Usage: " + command.usage() + ". " + help(command.name()));
  }

  static UsageException contradiction(String first, String second) {
    return new UsageException(
        ErrorCode.INVALID_ARGUMENT,
        "Cannot run: " + first + " and " + second + " contradict each other.",
        "Give one of them.");
  }

  static UsageException notAPair(String option, String value) {
    return new UsageException(
        ErrorCode.INVALID_ARGUMENT,
        "Cannot run: the value \"" + value + "\" of " + option + " is not of the form KEY=VALUE.",
        null);
  }

  private static String help(String command) {
    return "`anabranch help " + command + "` explains it.";
  }
}
