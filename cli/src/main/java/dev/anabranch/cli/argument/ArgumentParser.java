package dev.anabranch.cli.argument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Turns the words of the command line into a command and its arguments. */
public final class ArgumentParser {
  private final CommandCatalogue catalogue;

  /** Creates a parser for the commands of a catalogue. */
  public ArgumentParser(CommandCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Parses the words after the program's name.
   *
   * @throws UsageException if they do not make a command
   */
  public ParsedWords parse(List<String> words) {
    CommandWord found = CommandWord.in(words);
    if (found.name().isEmpty()) {
      return withoutCommand(words);
    }
    String name = found.name().get();
    // Alembic writes ensure_version and list_templates.
    CommandDescription command =
        catalogue
            .find(name.replace('_', '-'))
            .orElseThrow(() -> InvalidArguments.unknownCommand(name, catalogue.names()));
    List<OptionDescription> options = new ArrayList<>(GlobalOptions.DESCRIPTIONS);
    options.addAll(command.options());
    Arguments arguments = arguments(command.name(), options, found.others());
    if (!arguments.has("help") && !arguments.has("version")) {
      checkPositionals(command, arguments.positionals());
    }
    return new ParsedWords(Optional.of(command), GlobalOptions.of(arguments), arguments);
  }

  private ParsedWords withoutCommand(List<String> words) {
    Arguments arguments = arguments("anabranch", GlobalOptions.DESCRIPTIONS, words);
    if (!arguments.has("help") && !arguments.has("version")) {
      throw InvalidArguments.noCommand();
    }
    return new ParsedWords(Optional.empty(), GlobalOptions.of(arguments), arguments);
  }

  private static Arguments arguments(
      String command, List<OptionDescription> descriptions, List<String> words) {
    CommandLine line = parse(command, descriptions, words);
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Option option : line.getOptions()) {
      OptionDescription description = find(descriptions, option.getLongOpt());
      List<String> given = NegativeTargets.restore(option.getValuesList());
      List<String> before = values.put(description.longName(), given);
      if (before != null) {
        values.put(description.longName(), joined(description, before, given, command));
      }
      checkChoices(description, given, command);
    }
    return new Arguments(values, NegativeTargets.restore(line.getArgList()));
  }

  private static List<String> joined(
      OptionDescription description, List<String> before, List<String> given, String command) {
    if (description.takesValue() && !description.repeatable()) {
      throw InvalidArguments.repeated(description, command);
    }
    List<String> all = new ArrayList<>(before);
    all.addAll(given);
    return all;
  }

  private static CommandLine parse(
      String command, List<OptionDescription> descriptions, List<String> words) {
    Options options = new Options();
    for (OptionDescription description : descriptions) {
      options.addOption(
          Option.builder(description.shortName().orElse(null))
              .longOpt(description.longName())
              .hasArg(description.takesValue())
              .get());
    }
    String[] prepared = NegativeTargets.protect(words, descriptions).toArray(String[]::new);
    try {
      return DefaultParser.builder().setAllowPartialMatching(false).get().parse(options, prepared);
    } catch (UnrecognizedOptionException e) {
      throw unknownOption(command, e.getOption(), descriptions);
    } catch (MissingArgumentException e) {
      throw InvalidArguments.missingValue(find(descriptions, e.getOption().getLongOpt()), command);
    } catch (ParseException e) {
      throw new UsageException(
          dev.anabranch.error.ErrorCode.INVALID_ARGUMENT,
          "Cannot run \"" + command + "\": " + e.getMessage() + ".",
          "`anabranch help " + command + "` explains it.");
    }
  }

  private static UsageException unknownOption(
      String command, String word, List<OptionDescription> descriptions) {
    List<String> candidates = new ArrayList<>();
    for (OptionDescription description : descriptions) {
      candidates.add("--" + description.longName());
      if (word.startsWith("--" + description.longName() + "=") && !description.takesValue()) {
        return InvalidArguments.unexpectedValue(description, command);
      }
    }
    return command.equals("anabranch")
        ? InvalidArguments.optionBeforeCommand(word, candidates)
        : InvalidArguments.unknownOption(word, candidates, command);
  }

  private static void checkChoices(OptionDescription option, List<String> values, String command) {
    for (String value : values) {
      if (!option.choices().isEmpty() && !option.choices().contains(value)) {
        throw InvalidArguments.notAChoice(
            "--" + option.longName(), value, option.choices(), command);
      }
    }
  }

  private static void checkPositionals(CommandDescription command, List<String> words) {
    List<PositionalDescription> positionals = command.positionals();
    for (int i = 0; i < positionals.size(); i++) {
      PositionalDescription positional = positionals.get(i);
      if (i >= words.size()) {
        if (positional.required()) {
          throw InvalidArguments.missingWord(positional, command);
        }
        return;
      }
      int end = positional.repeatable() ? words.size() : i + 1;
      for (String word : words.subList(i, end)) {
        if (!positional.choices().isEmpty() && !positional.choices().contains(word)) {
          throw InvalidArguments.notAChoice(
              positional.name(), word, positional.choices(), command.name());
        }
      }
      if (positional.repeatable()) {
        return;
      }
    }
    if (words.size() > positionals.size()) {
      throw InvalidArguments.wordsTooMany(words.subList(positionals.size(), words.size()), command);
    }
  }

  private static OptionDescription find(List<OptionDescription> descriptions, String longName) {
    return descriptions.stream()
        .filter(description -> description.longName().equals(longName))
        .findFirst()
        .orElseThrow();
  }
}
