/**
 * The revision graph: what depends on what, what a target expression means, and what has to run to
 * get there.
 *
 * <p>{@link dev.anabranch.revision.RevisionGraph} is an immutable value built from all {@link
 * dev.anabranch.revision.Revision}s of a project at once; a project with problems gives one {@link
 * dev.anabranch.revision.InvalidGraphException} that lists all of them. {@link
 * dev.anabranch.revision.RevisionTarget} is what a user types, parsed once. {@link
 * dev.anabranch.revision.MigrationPlanner} puts the two together with the rows of a version table
 * and answers with data: a {@link dev.anabranch.revision.MigrationPlan}, a {@link
 * dev.anabranch.revision.StampPlan}, a list of ids.
 *
 * <p>Two facts carry everything here. The <em>applied set</em> of a database is everything at or
 * below its version rows, over parents and dependencies; its <em>rows</em> are the applied
 * revisions that no other applied revision reaches. And every answer is the same on every machine:
 * nothing depends on the order of files, rows or hash codes.
 *
 * <p>Inside, revisions are numbers in the order of their ids, links are arrays of numbers, and
 * every walk is a loop with a stack of its own, so that time and memory grow with the number of
 * links and long histories cannot overflow a stack.
 */
@NullMarked
package dev.anabranch.revision;

import org.jspecify.annotations.NullMarked;
