package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.process.ProductVersion;

/** Shows the version. */
public final class VersionCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.anywhere("version", "Show the version")
          .paragraph("With --verbose also the Java and the system it runs on.")
          .build();

  private final Console console;

  @Inject
  VersionCommand(Console console) {
    this.console = console;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    String java =
        System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (console.isJson()) {
      console.json(
          json ->
              json.text("version", ProductVersion.text())
                  .text("java", java)
                  .text("system", system));
      return ExitStatus.DONE;
    }
    console.line("anabranch " + ProductVersion.text());
    if (console.isVerbose()) {
      console.line("Java " + java);
      console.line(system);
    }
    return ExitStatus.DONE;
  }
}
