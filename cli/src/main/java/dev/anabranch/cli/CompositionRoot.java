package dev.anabranch.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Stage;
import dev.anabranch.cli.argument.GlobalOptions;
import dev.anabranch.cli.argument.ParsedWords;
import dev.anabranch.cli.command.Command;
import dev.anabranch.cli.command.Commands;
import dev.anabranch.cli.config.DatabaseSelection;
import dev.anabranch.cli.config.Secrets;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.process.Environment;
import java.util.Optional;

/** Puts a command together: the only place that uses Guice, and all that Guice is used for. */
final class CompositionRoot {
  static {
    // Nothing is intercepted here, and generating classes for it would cost a third of Guice's
    // start.
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    System.setProperty("guice_custom_class_loading", "OFF");
  }

  private CompositionRoot() {}

  /**
   * Lets another thread load Guice's classes while this one reads the configuration: on a machine
   * with two cores a command is done sooner by what Guice takes to start.
   */
  static void prepare() {
    Thread thread = new Thread(() -> Guice.createInjector(Stage.DEVELOPMENT), "anabranch-prepare");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Makes one command for one database.
   *
   * @param database the database and the file it is from; absent for a command that needs no
   *     project
   */
  static Command command(
      String name,
      Environment environment,
      Console console,
      ParsedWords parsed,
      Optional<DatabaseSelection> database,
      Secrets secrets) {
    return Guice.createInjector(
            Stage.DEVELOPMENT,
            new RunModule(environment, console, parsed.globals(), database, secrets))
        .getInstance(Commands.type(name));
  }

  /** What a run begins with; everything else follows from constructors. */
  private static final class RunModule extends AbstractModule {
    private final Environment environment;
    private final Console console;
    private final GlobalOptions globals;
    private final Optional<DatabaseSelection> database;
    private final Secrets secrets;

    RunModule(
        Environment environment,
        Console console,
        GlobalOptions globals,
        Optional<DatabaseSelection> database,
        Secrets secrets) {
      this.environment = environment;
      this.console = console;
      this.globals = globals;
      this.database = database;
      this.secrets = secrets;
    }

    @Override
    protected void configure() {
      bind(Environment.class).toInstance(environment);
      bind(Console.class).toInstance(console);
      bind(GlobalOptions.class).toInstance(globals);
      bind(Secrets.class).toInstance(secrets);
      database.ifPresent(chosen -> bind(DatabaseSelection.class).toInstance(chosen));
    }
  }
}
