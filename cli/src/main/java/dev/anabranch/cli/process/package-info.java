/**
 * The process around a run: its variables, its working folder and its streams, as values that a
 * test can replace.
 */
@NullMarked
package dev.anabranch.cli.process;

import org.jspecify.annotations.NullMarked;
