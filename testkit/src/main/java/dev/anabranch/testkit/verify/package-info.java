/**
 * Proves revisions: each one goes up, down and up again on a scratch database, and what is there is
 * compared with what was there.
 *
 * <p>{@link dev.anabranch.testkit.verify.RoundTripVerifier} walks over the graph once. For each
 * revision it brings a scratch database to just what the revision stands on, reads the schema,
 * upgrades, reads, downgrades, reads, upgrades and reads; with rows in the tables, which are
 * compared as well. {@link dev.anabranch.testkit.verify.EquivalenceVerifier} compares what the
 * revisions lead to on several products. Both hand out values: a {@link
 * dev.anabranch.testkit.verify.VerificationReport} holds for each revision the result of each
 * {@link dev.anabranch.testkit.verify.VerificationCheck}, with {@linkplain
 * dev.anabranch.testkit.verify.Finding findings} in words and the operations that would mend them.
 *
 * <p>Nothing here needs JUnit. No database is ever touched that a {@link
 * dev.anabranch.testkit.server.TestServer} has not created and marked.
 */
@NullMarked
package dev.anabranch.testkit.verify;

import org.jspecify.annotations.NullMarked;
