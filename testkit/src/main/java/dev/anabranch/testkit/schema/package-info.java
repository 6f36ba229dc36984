/**
 * Schemas as tests compare them.
 *
 * <p>A {@link dev.anabranch.testkit.schema.LogicalSchema} is a database taken apart into facts that
 * do not depend on how a server spells them: one {@link dev.anabranch.testkit.schema.Fact} for each
 * type, default, key and comment, so that two schemas differ in lines that a person can read. A
 * {@link dev.anabranch.testkit.schema.SchemaModel} says what operations make of a schema without a
 * server, and {@link dev.anabranch.testkit.schema.Requirements} which capabilities an operation
 * asks for. Together they let one test ask for anything, on any product, and know what has to come
 * of it.
 */
@NullMarked
package dev.anabranch.testkit.schema;

import org.jspecify.annotations.NullMarked;
