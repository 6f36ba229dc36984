/**
 * What the user sees: data on standard output, everything else on standard error, as text, as JSON
 * or as a picture.
 *
 * <p>Colour and progress appear only on a terminal. Text degrades to ASCII where the terminal's
 * character set has no lines and dots; SQL scripts and JSON are always UTF-8.
 */
@NullMarked
package dev.anabranch.cli.output;

import org.jspecify.annotations.NullMarked;
