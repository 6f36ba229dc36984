/**
 * The command line: arguments in, one call of the engine, text and an exit code out.
 *
 * <p>Decisions about the graph or a database are made in the core, never here. This is the only
 * place that knows Guice.
 */
@NullMarked
package dev.anabranch.cli;

import org.jspecify.annotations.NullMarked;
