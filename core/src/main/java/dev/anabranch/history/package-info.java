/**
 * What a database has: its heads, and the trail of what ran on it.
 *
 * <p>Two tables hold the state. The version table has one row for each head, in the shape of
 * Alembic's, and is what planning starts from; each change of a row names the value it expects to
 * find. The history table is append-only: one entry for every step, and, where a revision cannot
 * run in one transaction, entries that say how many of its statements are done. The newest entry
 * alone decides whether a revision was left half-way.
 *
 * <p>The statements that change these tables are made once, as text, by {@link
 * dev.anabranch.history.StateStatements}: an online run and an offline script use the same ones.
 */
@NullMarked
package dev.anabranch.history;

import org.jspecify.annotations.NullMarked;
