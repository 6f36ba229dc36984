/** Proves what the testkit says about the order of parallel revisions. */
@NullMarked
package dev.anabranch.testkit.confluence;

import org.jspecify.annotations.NullMarked;
