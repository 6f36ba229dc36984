/**
 * Oracle Database 19c and newer.
 *
 * <p>The package is found through {@code ServiceLoader} and is never named by the core. It writes
 * only what differs from standard SQL: how a script is cut (PL/SQL units that end at a line with a
 * slash, {@code q'[]'} text, the lines that only SQL*Plus understands), blocks that stand in for
 * {@code IF NOT EXISTS} below 23ai, a row lock that outlives the implicit commits of the run, and
 * what the ORA codes mean.
 */
@NullMarked
package dev.anabranch.dialect.oracle;

import org.jspecify.annotations.NullMarked;
