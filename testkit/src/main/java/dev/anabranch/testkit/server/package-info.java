/**
 * Database servers for tests: found or started once per JVM, shared by every test, gone when the
 * JVM is gone.
 *
 * <p>{@link dev.anabranch.testkit.server.TestServers} is the entry. A {@link
 * dev.anabranch.testkit.server.ServerProduct} knows the ways to a server of its kind, in order: a
 * URL from the environment, a container, binaries carried by Maven artifacts. The first way that
 * works yields a {@link dev.anabranch.testkit.server.TestServer}; when none works the answer is
 * every way with the reason why not, so that a skipped test can say it. A test never works in a
 * database it finds on a server: it asks for a {@link dev.anabranch.testkit.server.TestDatabase},
 * which is new, empty and marked, and only what carries the mark is ever dropped.
 *
 * <p>A {@link dev.anabranch.testkit.server.DatabaseSnapshot} keeps what a database holds and makes
 * others of it; {@link dev.anabranch.testkit.server.AnabranchServers} uses that to hand out
 * databases that a project's revisions have migrated.
 *
 * <p>Nothing here needs JUnit; the annotations are in {@code dev.anabranch.testkit.junit}.
 */
@NullMarked
package dev.anabranch.testkit.server;

import org.jspecify.annotations.NullMarked;
