package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.GlobalOptions;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.argument.PositionalDescription;
import dev.anabranch.cli.config.ConfigurationFile;
import dev.anabranch.cli.config.ConfigurationLocator;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.process.Environment;
import dev.anabranch.error.ErrorCode;
import java.nio.file.Path;
import java.util.List;

/** Makes a new project. */
public final class InitCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.anywhere("init", "Make a new project")
          .paragraph(
              "Writes anabranch.toml and a folder for revisions, and .gitignore where there is none."
                  + " Nothing that exists is changed: if there is a project already, nothing is"
                  + " written. Without --url the project uses an H2 database in its folder data,"
                  + " which needs no server.")
          .positional(
              PositionalDescription.optional(
                  "DIRECTORY",
                  "Where to make it; the working directory if left out",
                  Completes.DIRECTORY))
          .option(
              OptionDescription.value('t', "template", "NAME", "What to make")
                  .oneOf(ProjectTemplate.ids()))
          .option(OptionDescription.value("url", "URL", "The JDBC URL of the database"))
          .example("anabranch init", "a project here, on an embedded database")
          .example(
              "anabranch init db --url jdbc:postgresql://localhost/shop",
              "a project in the folder db, on PostgreSQL")
          .build();

  private final Environment environment;
  private final GlobalOptions globals;
  private final Console console;

  @Inject
  InitCommand(Environment environment, GlobalOptions globals, Console console) {
    this.environment = environment;
    this.globals = globals;
    this.console = console;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    ProjectTemplate template =
        ProjectTemplate.of(arguments.value("template").orElse(ProjectTemplate.SQL.id()));
    Path base =
        new ConfigurationLocator(environment.workingDirectory(), environment.variables(), globals)
            .directory();
    String given = arguments.positional(0).orElse("");
    Path directory = ConfigurationLocator.resolve(base, given);
    Path name = directory.getFileName();
    String url =
        arguments
            .value("url")
            .orElse(
                // Without the setting H2 writes failed statements, data included, beside the
                // database.
                "jdbc:h2:file:${project}/data/"
                    + databaseName(String.valueOf(name))
                    + ";TRACE_LEVEL_FILE=0");
    NewProject project = new NewProject(directory);
    project.file(ConfigurationFile.DEFAULT_NAME, template.configuration(url));
    template.folders().forEach(project::folder);
    project.fileIfAbsent(".gitignore", ProjectTemplate.gitignore());
    List<String> made = project.make();
    report(given, made, arguments.value("url").isPresent());
    return ExitStatus.DONE;
  }

  /** Makes a name that is one for every product. */
  private static String databaseName(String folder) {
    String name = folder.replaceAll("[^A-Za-z0-9_]", "_");
    return name.matches("[A-Za-z].*") ? name : "app";
  }

  private void report(String given, List<String> made, boolean urlIsGiven) {
    if (console.isJson()) {
      console.json(json -> json.texts("created", made));
      return;
    }
    made.forEach(console::line);
    console.note("");
    if (!urlIsGiven) {
      console.note(
          "The database is an H2 file in data/; " + ConfigurationFile.DEFAULT_NAME + " names it.");
    }
    console.note(
        "Next: `anabranch "
            + (given.isEmpty() ? "" : "-C " + given + " ")
            + "revision -m \"...\"` makes the first revision.");
  }

  /** Thrown by {@link NewProject}. */
  static CommandException notEmpty(Path directory, List<String> existing) {
    return new CommandException(
        ErrorCode.PROJECT_NOT_EMPTY,
        "Cannot make a project in \""
            + directory
            + "\": there is "
            + String.join(", ", existing)
            + " already.",
        "Choose another folder, or remove what is there. Nothing was written.");
  }
}
