package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.SchemaJson;
import dev.anabranch.cli.output.SchemaText;
import dev.anabranch.schema.DatabaseSchema;

/** Shows what the database consists of. */
public final class InspectCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject("inspect", "Show what the database consists of")
          .paragraph(
              "Reads tables, columns, keys, indexes, sequences, views and types as the server keeps"
                  + " them, and everything else its catalogue knows by kind and definition."
                  + " Anabranch's own tables are left out. Changes nothing.")
          .option(
              OptionDescription.value(
                      "schema", "NAME", "Read this schema instead of the current one")
                  .repeated())
          .example("anabranch inspect --json > before.json", "keep it, to compare later")
          .build();

  private final Databases databases;
  private final Console console;

  @Inject
  InspectCommand(Databases databases, Console console) {
    this.databases = databases;
    this.console = console;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    DatabaseSchema schema =
        databases
            .online(Databases.Wishes.NONE)
            .inspect(arguments.values("schema").toArray(String[]::new));
    if (console.isJson()) {
      console.json(json -> SchemaJson.write(json, schema));
    } else if (schema.equals(DatabaseSchema.empty())) {
      console.note("There is nothing in the schema.");
    } else {
      SchemaText.lines(schema, console.style()).forEach(console::line);
    }
    return ExitStatus.DONE;
  }
}
