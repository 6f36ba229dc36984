package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.PositionalDescription;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.revision.Direction;

/** Takes revisions back. */
public final class DowngradeCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject("downgrade", "Take revisions of the database back")
          .paragraph(
              "Takes back everything applied above the target, what depends on it on other branches"
                  + " included, the last applied first. It asks nothing, but says what it will do"
                  + " before it does it; --dry-run says only that.")
          .positional(
              PositionalDescription.required(
                  "TARGET",
                  "What stays, such as -1, ae1, billing@base or base",
                  Completes.REVISION))
          .options(RunOptions.ALL)
          .example("anabranch downgrade -1", "take the last revision back")
          .example("anabranch downgrade base --dry-run", "what taking everything back would do")
          .example("anabranch downgrade heads:ae1 --sql", "the script of a downgrade")
          .build();

  private final Migration migration;

  @Inject
  DowngradeCommand(Migration migration) {
    this.migration = migration;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    return migration.run(Direction.DOWNGRADE, arguments);
  }
}
