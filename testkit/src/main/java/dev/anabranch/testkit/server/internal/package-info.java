/** The products the testkit knows and the ways to their servers; no API. */
@NullMarked
package dev.anabranch.testkit.server.internal;

import org.jspecify.annotations.NullMarked;
