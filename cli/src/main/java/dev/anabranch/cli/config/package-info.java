/**
 * The settings of a project: what {@code anabranch.toml}, the environment and the command line say,
 * and where each value came from.
 *
 * <p>Every key is declared once ({@link dev.anabranch.cli.config.ConfigurationKey}) with its
 * default; the environment variable of a key is made from its path. Mistakes are collected and
 * reported together.
 */
@NullMarked
package dev.anabranch.cli.config;

import org.jspecify.annotations.NullMarked;
