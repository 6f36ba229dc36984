package dev.anabranch.cli.argument;

import java.util.Optional;

/**
 * The words of the command line, understood.
 *
 * @param command the command, absent where only the global {@code --help} or {@code --version} was
 *     asked for
 * @param globals the global options
 * @param arguments what the command was given
 */
public record ParsedWords(
    Optional<CommandDescription> command, GlobalOptions globals, Arguments arguments) {}
