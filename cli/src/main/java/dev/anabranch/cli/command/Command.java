package dev.anabranch.cli.command;

import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.output.ExitStatus;

/**
 * One command, put together for one run on one database.
 *
 * <p>What it is called and takes stands apart, in its {@code DESCRIPTION}, so that help and
 * completion need nothing of it but that; {@link Commands} knows both.
 */
public interface Command {
  /**
   * Runs the command.
   *
   * @param arguments what the user gave, checked against the description
   * @return what the process ends with
   */
  ExitStatus run(Arguments arguments);
}
