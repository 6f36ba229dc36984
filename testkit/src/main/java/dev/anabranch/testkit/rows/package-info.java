/**
 * Rows for the tables of a schema, and what becomes of them.
 *
 * <p>A {@link dev.anabranch.testkit.rows.RowFiller} adds rows that keep every constraint and have
 * the edges of their types among their values, the same for the same seed. What it cannot know, a
 * condition or a trigger, it leaves to the server's judgement and tries again with other values; a
 * table that stays empty is reported with the reason.
 *
 * <p>A {@link dev.anabranch.testkit.rows.RowSnapshot} keeps the rows of some tables and the
 * positions of sequences, and a {@link dev.anabranch.testkit.rows.RowComparison} of two of them
 * says what was lost in between, by table, column and count.
 */
@NullMarked
package dev.anabranch.testkit.rows;

import org.jspecify.annotations.NullMarked;
