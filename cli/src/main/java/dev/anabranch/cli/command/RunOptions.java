package dev.anabranch.cli.command;

import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.argument.UsageException;
import dev.anabranch.cli.config.ConfigurationKey;
import dev.anabranch.cli.config.Durations;
import dev.anabranch.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The options of commands that change a database. */
final class RunOptions {
  static final OptionDescription SQL =
      OptionDescription.flag(
          "sql", "Write the SQL to standard output in place of running it; needs no database");
  static final OptionDescription DIALECT =
      OptionDescription.value(
          "dialect", "NAME", "With --sql: write for this product where no URL tells it");
  static final OptionDescription DRY_RUN =
      OptionDescription.flag("dry-run", "Show what would be done and change nothing");
  static final OptionDescription LOCK_TIMEOUT =
      OptionDescription.value(
          "lock-timeout", "TIME", "How long to wait for another run to end, such as 0, 90s or 5m");
  static final List<OptionDescription> ALL = List.of(SQL, DIALECT, DRY_RUN, LOCK_TIMEOUT);

  private RunOptions() {}

  /** Refuses options that do not go together. */
  static void check(Arguments arguments, String command) {
    contradiction(arguments, command, "sql", "dry-run");
    if (arguments.has("dialect") && !arguments.has("sql")) {
      throw new UsageException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot run \"" + command + "\": --dialect goes with --sql only.",
          "A connected database tells its dialect itself.");
    }
  }

  private static void contradiction(
      Arguments arguments, String command, String first, String second) {
    if (arguments.has(first) && arguments.has(second)) {
      throw new UsageException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot run \""
              + command
              + "\": --"
              + first
              + " and --"
              + second
              + " exclude each other.",
          "Give one of them.");
    }
  }

  static Optional<Duration> lockTimeout(Arguments arguments) {
    Optional<String> text = arguments.value("lock-timeout");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Durations.parse(text.get())
            .orElseThrow(
                () ->
                    new UsageException(
                        ErrorCode.INVALID_ARGUMENT,
                        "Cannot use \""
                            + text.get()
                            + "\" for --"
                            + ConfigurationKey.LOCK_TIMEOUT.key()
                            + ": it is no span of time.",
                        "Write a number of seconds, or 500ms, 90s, 5m, 1h.")));
  }
}
