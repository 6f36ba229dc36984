package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.Anabranch;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.PlanReport;
import dev.anabranch.cli.output.Progress;
import dev.anabranch.cli.process.Environment;
import dev.anabranch.cli.process.Interruption;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.MigrationPlan;
import java.util.Locale;

/** Upgrades and downgrades, which differ in direction only. */
final class Migration {
  private final Databases databases;
  private final Environment environment;
  private final Console console;

  @Inject
  Migration(Databases databases, Environment environment, Console console) {
    this.databases = databases;
    this.environment = environment;
    this.console = console;
  }

  ExitStatus run(Direction direction, Arguments arguments) {
    RunOptions.check(arguments, direction.name().toLowerCase(Locale.ROOT));
    String target = arguments.positional(0).orElseThrow();
    try (Progress progress = new Progress(console)) {
      Databases.Wishes wishes =
          new Databases.Wishes(
              progress, RunOptions.lockTimeout(arguments), arguments.value("dialect"));
      if (arguments.has("sql")) {
        script(databases.offline(wishes), direction, target);
      } else if (arguments.has("dry-run")) {
        plan(databases.online(wishes), direction, target, progress);
      } else {
        migrate(databases.online(wishes), direction, target);
      }
    }
    return ExitStatus.DONE;
  }

  private void script(Anabranch anabranch, Direction direction, String range) {
    Scripts.write(
        console,
        out -> {
          if (direction == Direction.UPGRADE) {
            anabranch.upgradeScript(range, out);
          } else {
            anabranch.downgradeScript(range, out);
          }
        });
  }

  private void plan(Anabranch anabranch, Direction direction, String target, Progress progress) {
    MigrationPlan plan =
        direction == Direction.UPGRADE
            ? anabranch.planUpgrade(target)
            : anabranch.planDowngrade(target);
    new PlanReport(console).write(plan, progress.asking());
  }

  private void migrate(Anabranch anabranch, Direction direction, String target) {
    Interruption.Watch watch = environment.interruption().during(anabranch::stop);
    try {
      new PlanReport(console)
          .done(
              direction == Direction.UPGRADE
                  ? anabranch.upgrade(target)
                  : anabranch.downgrade(target));
    } finally {
      watch.close();
    }
  }
}
