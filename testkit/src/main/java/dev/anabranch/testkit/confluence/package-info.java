/**
 * Proves that the order in which parallel branches are applied does not matter.
 *
 * <p>Two revisions are parallel when neither stands on the other; different machines apply them in
 * different orders. A {@link dev.anabranch.testkit.confluence.Footprint} says which objects a
 * revision reads, changes, creates and drops, from its operations and, with care, from its SQL.
 * {@link dev.anabranch.testkit.confluence.Commutation} compares two of them: what touches nothing
 * in common commutes, and nothing has to run for that. Whatever is not understood counts as
 * touching everything, so that the relation may ask for a run too many and never for one too few.
 *
 * <p>{@link dev.anabranch.testkit.confluence.ConfluenceVerifier} runs what the relation leaves
 * open, on scratch databases, and names the smallest pair that does not commute.
 */
@NullMarked
package dev.anabranch.testkit.confluence;

import org.jspecify.annotations.NullMarked;
