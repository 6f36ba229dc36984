/**
 * The words of the command line: what a command declares, how words are parsed, and what a command
 * is given.
 *
 * <p>A command is declared once, as data ({@link dev.anabranch.cli.argument.CommandDescription});
 * parsing, help, the manual page, the completions and the reference in {@code docs/} are all made
 * from that declaration, so that they cannot tell different stories.
 */
@NullMarked
package dev.anabranch.cli.argument;

import org.jspecify.annotations.NullMarked;
