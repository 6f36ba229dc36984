package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.PositionalDescription;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.revision.Direction;

/** Applies revisions. */
public final class UpgradeCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject("upgrade", "Apply revisions to the database")
          .paragraph(
              "Applies everything the target stands on and that is not applied yet, parents before"
                  + " children, under the lock. By default each revision is one transaction with its"
                  + " version row. Ctrl-C rolls the running revision back and ends with 5.")
          .paragraph(
              "With --sql the script for a range is written, from nothing (heads) or from where the"
                  + " database is known to stand (ae1:heads; several rows are parted by commas).")
          .positional(
              PositionalDescription.required(
                  "TARGET",
                  "Where to go, such as heads, +1, ae1 or billing@head",
                  Completes.REVISION))
          .options(RunOptions.ALL)
          .example("anabranch upgrade heads", "apply everything")
          .example("anabranch upgrade +1 --dry-run", "what the next step would be")
          .example("anabranch upgrade ae1:heads --sql >upgrade.sql", "a script for others to run")
          .example("anabranch --all upgrade heads", "every database of the file")
          .build();

  private final Migration migration;

  @Inject
  UpgradeCommand(Migration migration) {
    this.migration = migration;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    return migration.run(Direction.UPGRADE, arguments);
  }
}
