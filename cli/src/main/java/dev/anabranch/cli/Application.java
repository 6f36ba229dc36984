package dev.anabranch.cli;

import dev.anabranch.cli.argument.ArgumentParser;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.GlobalOptions;
import dev.anabranch.cli.argument.ParsedWords;
import dev.anabranch.cli.argument.UsageException;
import dev.anabranch.cli.command.Commands;
import dev.anabranch.cli.config.ConfigurationFile;
import dev.anabranch.cli.config.ConfigurationLocator;
import dev.anabranch.cli.config.DatabaseSelection;
import dev.anabranch.cli.config.Secrets;
import dev.anabranch.cli.documentation.HelpText;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ErrorReport;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.process.Environment;
import dev.anabranch.cli.process.ProductVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one command line from its words to its exit code; nothing in it ends the process. */
public final class Application {
  private final Environment environment;
  private final Secrets secrets = new Secrets();

  /** Creates an application. */
  public Application(Environment environment) {
    this.environment = environment;
  }

  /**
   * Runs a command.
   *
   * @param words the words after the program's name
   * @return the exit code
   */
  public int run(List<String> words) {
    GlobalOptions globals = guessed(words);
    Console console = console(globals);
    int code;
    try {
      ParsedWords parsed = new ArgumentParser(Commands.CATALOGUE).parse(words);
      globals = parsed.globals();
      console = console(globals);
      code = run(parsed, console).code();
    } catch (UsageException e) {
      code = report(console, globals).write(e).code();
    } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
      code = report(console, globals).write(e).code();
    }
    return console.failure().map(report(console, globals)::writeUnwritten).orElse(code);
  }

  private ExitStatus run(ParsedWords parsed, Console console) {
    Arguments arguments = parsed.arguments();
    if (arguments.has("help")) {
      new HelpText(console, Commands.CATALOGUE).write(parsed.command());
      return ExitStatus.DONE;
    }
    if (arguments.has("version")) {
      console.line("anabranch " + ProductVersion.text());
      return ExitStatus.DONE;
    }
    CommandDescription command = parsed.command().orElseThrow();
    if (command.scope() == CommandDescription.Scope.ANYWHERE) {
      return CompositionRoot.command(
              command.name(), environment, console, parsed, Optional.empty(), secrets)
          .run(arguments);
    }
    return onDatabases(command, parsed, console);
  }

  private ExitStatus onDatabases(CommandDescription command, ParsedWords parsed, Console console) {
    CompositionRoot.prepare();
    GlobalOptions globals = parsed.globals();
    ConfigurationFile file =
        new ConfigurationLocator(environment.workingDirectory(), environment.variables(), globals)
            .read();
    List<String> databases = DatabaseSelection.choose(file, globals, environment.variables());
    ExitStatus worst = ExitStatus.DONE;
    for (String database : databases) {
      if (databases.size() > 1) {
        console.isAbout(database);
        console.heading(database).ifPresent(console::note);
      }
      ExitStatus status;
      try {
        status =
            CompositionRoot.command(
                    command.name(),
                    environment,
                    console,
                    parsed,
                    Optional.of(new DatabaseSelection(file, database, databases.size())),
                    secrets)
                .run(parsed.arguments());
      } catch (RuntimeException e) {
        if (!globals.keepGoing() || databases.size() == 1) {
          throw e;
        }
        status = report(console, globals).write(e);
      }
      if (worst == ExitStatus.DONE) {
        worst = status;
      }
    }
    return worst;
  }

  private ErrorReport report(Console console, GlobalOptions globals) {
    return new ErrorReport(console, secrets, globals.stacktrace());
  }

  private Console console(GlobalOptions globals) {
    return new Console(environment.streams(), environment.variables(), globals);
  }

  /**
   * What holds until the words are understood, so that even a wrong command line is answered in the
   * way asked for.
   */
  private static GlobalOptions guessed(List<String> words) {
    GlobalOptions.Color color =
        words.contains("--no-color")
            ? GlobalOptions.Color.NEVER
            : words.contains("--color")
                ? GlobalOptions.Color.ALWAYS
                : GlobalOptions.Color.AUTOMATIC;
    return new GlobalOptions(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        false,
        Map.of(),
        Map.of(),
        words.contains("--json"),
        false,
        false,
        words.contains("--stacktrace"),
        color);
  }
}
