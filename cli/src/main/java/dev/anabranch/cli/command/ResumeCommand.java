package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.Anabranch;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.argument.UsageException;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.PlanReport;
import dev.anabranch.cli.output.Progress;
import dev.anabranch.cli.process.Environment;
import dev.anabranch.cli.process.Interruption;
import dev.anabranch.error.ErrorCode;
import java.util.Optional;
import java.util.OptionalInt;

/** Finishes the revision that an earlier run left half-way. */
public final class ResumeCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject(
              "resume", "Finish the revision that an earlier run left half-way")
          .paragraph(
              "Where the server commits DDL by itself, or a section asks for no transaction, a failed"
                  + " or killed run can leave a revision half-way. The history table says how many of"
                  + " its statements are done; this command goes on behind them, and runs nothing"
                  + " else.")
          .paragraph(
              "After a crash the next statement may or may not have run. The message then says which"
                  + " one it is; look, and say with --at where to go on.")
          .option(
              OptionDescription.value(
                  "at", "N", "Go on with statement N of the revision, the first being 1"))
          .option(RunOptions.LOCK_TIMEOUT)
          .example("anabranch resume", "go on behind the last statement that is surely done")
          .example("anabranch resume --at 4", "go on with the fourth statement")
          .build();

  private final Databases databases;
  private final Environment environment;
  private final Console console;

  @Inject
  ResumeCommand(Databases databases, Environment environment, Console console) {
    this.databases = databases;
    this.environment = environment;
    this.console = console;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    OptionalInt statement = statement(arguments);
    try (Progress progress = new Progress(console)) {
      Anabranch anabranch =
          databases.online(
              new Databases.Wishes(progress, RunOptions.lockTimeout(arguments), Optional.empty()));
      Interruption.Watch watch = environment.interruption().during(anabranch::stop);
      try {
        new PlanReport(console).done(anabranch.resume(statement));
      } finally {
        watch.close();
      }
    }
    return ExitStatus.DONE;
  }

  private static OptionalInt statement(Arguments arguments) {
    Optional<String> text = arguments.value("at");
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.get().matches("[1-9]\\d{0,8}")) {
      throw new UsageException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot use \"" + text.get() + "\" for --at: it is no number of a statement.",
          "The first statement of a revision has the number 1.");
    }
    return OptionalInt.of(Integer.parseInt(text.get()));
  }
}
