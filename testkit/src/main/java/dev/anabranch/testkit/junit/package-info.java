/**
 * JUnit 5 support: a test says which server it needs and receives a fresh database.
 *
 * <p>{@link dev.anabranch.testkit.junit.RequiresServer} names one product; {@link
 * dev.anabranch.testkit.junit.EachServer} runs a test or a class on several. A test whose server is
 * missing is skipped and the report says why, unless {@code anabranch.test.require} names the
 * product: then the test fails.
 *
 * <p>{@link dev.anabranch.testkit.junit.MigratedDatabase} gives a test a database that the
 * project's revisions have migrated; {@link dev.anabranch.testkit.junit.RevisionTests} makes tests
 * of the revisions themselves.
 */
@NullMarked
package dev.anabranch.testkit.junit;

import org.jspecify.annotations.NullMarked;
