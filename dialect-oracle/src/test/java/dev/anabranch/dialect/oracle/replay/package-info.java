/**
 * A driver that answers from a tape, for what no server is there to say.
 *
 * <p>It behaves as Oracle's driver does where that matters: an empty text is null, a LONG column is
 * read once and in its place. It fails on what is not on the tape, and tells what was never asked
 * for.
 */
package dev.anabranch.dialect.oracle.replay;
