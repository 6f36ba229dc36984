/**
 * The commands: each one class that reads what it was given, makes one call of the engine or the
 * graph, and writes what came of it.
 */
@NullMarked
package dev.anabranch.cli.command;

import org.jspecify.annotations.NullMarked;
