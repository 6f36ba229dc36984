/**
 * Comparison of two schemas that were read from one product: what differs, in words and as the
 * operations that mend it.
 *
 * <p>{@link dev.anabranch.diff.SchemaDiffer} compares the schema that should be there with the one
 * that is there, exactly: two texts of one meaning are two texts, since a server that has done and
 * undone the same things reads back the same text. A table, index or view that is on one side only
 * is one {@link dev.anabranch.diff.SchemaDifference}, whatever it consists of; what is on both
 * sides differs by {@link dev.anabranch.diff.Aspect}, one difference for each. Things are the same
 * thing by their names. Indexes and constraints without a partner of their name are looked up by
 * what they say, and one column that is gone where just one equal to it has come, at the same
 * place, has another name: those are renamed. Names that a server makes up tell nothing, where
 * {@link dev.anabranch.diff.ComparisonRules} say which those are. The order of columns counts; the
 * order in which a catalogue lists constraints, indexes and other objects does not.
 *
 * <p>Seen is whatever stands in a {@link dev.anabranch.schema.DatabaseSchema}: tables with columns,
 * constraints, indexes, comments and options; views, sequences, enum types; and everything else a
 * catalogue knows, such as triggers, routines and privileges, by kind, name and text. Not seen are
 * rows, the positions of sequences, and whatever an inspector does not read.
 *
 * <p>{@link dev.anabranch.diff.SchemaDiffer#mending} puts the operations that mend differences into
 * an order in which they can run. What leans on a thing that has to go goes before it and comes
 * back behind it: foreign keys on a key, views on a column. Views are text, so a view that names
 * something is taken to use it. Some differences no operation mends: those of other objects, the
 * order of columns, options and collations of what is there, the type of a sequence, values that an
 * enum type has lost.
 */
@NullMarked
package dev.anabranch.diff;

import org.jspecify.annotations.NullMarked;
