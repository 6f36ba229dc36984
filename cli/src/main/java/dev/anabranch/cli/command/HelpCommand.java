package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.PositionalDescription;
import dev.anabranch.cli.argument.UsageException;
import dev.anabranch.cli.documentation.HelpText;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains the program, a command, or how targets are written. */
public final class HelpCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.anywhere("help", "Explain the program, a command, or targets")
          .positional(
              PositionalDescription.optional(
                  "TOPIC",
                  "The name of a command, or \"targets\" for how revisions are named",
                  Completes.COMMAND))
          .build();

  private final Console console;

  @Inject
  HelpCommand(Console console) {
    this.console = console;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    HelpText help = new HelpText(console, Commands.CATALOGUE);
    Optional<String> topic = arguments.positional(0).map(word -> word.replace('_', '-'));
    if (topic.isEmpty()) {
      help.write(Optional.empty());
    } else if (topic.get().equals("targets")) {
      help.writeTargets();
    } else {
      help.write(
          Optional.of(
              Commands.CATALOGUE.find(topic.get()).orElseThrow(() -> unknown(topic.get()))));
    }
    return ExitStatus.DONE;
  }

  private static UsageException unknown(String topic) {
    List<String> topics = new ArrayList<>(Commands.CATALOGUE.names());
    topics.add("targets");
    return new UsageException(
        ErrorCode.UNKNOWN_COMMAND,
        "Cannot explain \"" + topic + "\": there is no such command.",
        NearestNames.nearest(topic, topics)
            .map(nearest -> "Did you mean `anabranch help " + nearest + "`?")
            .orElse("`anabranch help` lists the commands."));
  }
}
