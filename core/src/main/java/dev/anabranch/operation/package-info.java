/**
 * The closed set of operations: what a revision can ask of a database, as data.
 *
 * <p>An {@link dev.anabranch.operation.Operation} is an immutable value that speaks of the values
 * of {@link dev.anabranch.schema}. It runs nothing and knows no product; a dialect visits it and
 * writes statements. Because it is data it can be printed, compared, planned, and taken back: every
 * operation knows its {@link dev.anabranch.operation.Inverse} or says why it has none. Dropping
 * something has an inverse when the definition of what is dropped is given.
 *
 * <p>The set is sealed and visited, so that a new operation fails to compile in every dialect that
 * does not know it. What an author wants beyond it is a {@link
 * dev.anabranch.operation.CustomOperation}, which expands into others.
 */
@NullMarked
package dev.anabranch.operation;

import org.jspecify.annotations.NullMarked;
