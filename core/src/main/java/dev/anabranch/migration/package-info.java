/**
 * What the author of a revision in Java writes against.
 *
 * <p>A {@link dev.anabranch.migration.Migration} is handed an {@link
 * dev.anabranch.migration.Operations}, which records {@linkplain dev.anabranch.operation
 * operations} and runs nothing by itself: what is recorded runs in order when the method returns,
 * or before a query that has to see it. A migration that asks the database nothing is therefore
 * data before it runs, and can be planned, printed and taken back. {@link
 * dev.anabranch.migration.ReversibleMigration} says only what changes; its downgrade is derived.
 *
 * <p>{@link dev.anabranch.migration.Definitions} has the words for columns, types and keys, to be
 * imported statically.
 */
@NullMarked
package dev.anabranch.migration;

import org.jspecify.annotations.NullMarked;
