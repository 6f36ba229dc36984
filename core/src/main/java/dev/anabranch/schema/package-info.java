/**
 * A database as immutable values: what an operation speaks of and what an inspector reads.
 *
 * <p>A {@link dev.anabranch.schema.DatabaseSchema} holds tables, views, sequences and enum types by
 * their names, in a fixed order and without pointers to parents. A {@link
 * dev.anabranch.schema.Column} has a {@link dev.anabranch.schema.DataType}, portable or the
 * server's own, and one {@link dev.anabranch.schema.ColumnValue} that says where its value comes
 * from when none is given: nowhere, a default, an identity, a computation; so that no two of them
 * can contradict each other. What only some products know is kept in {@link
 * dev.anabranch.schema.DialectOptions}.
 *
 * <p>Names follow {@link dev.anabranch.sql.Identifier}: in small letters they are the server's to
 * fold, so that the same value describes the same table on every product. An object in the schema
 * that a connection works in has no schema in its name.
 *
 * <p>Values check themselves: a table with two columns of one name, or a key over a column that it
 * does not have, cannot be made.
 */
@NullMarked
package dev.anabranch.schema;

import org.jspecify.annotations.NullMarked;
