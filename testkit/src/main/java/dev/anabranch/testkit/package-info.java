/**
 * What proves a dialect and a set of revisions: test servers, and the contract suite that every
 * dialect keeps.
 *
 * <p>A server is looked for in a fixed order: a URL given in the environment, a container, binaries
 * carried by a Maven artifact. A product without a server is skipped with the reason, unless {@code
 * anabranch.test.require} names it.
 */
@NullMarked
package dev.anabranch.testkit;

import org.jspecify.annotations.NullMarked;
