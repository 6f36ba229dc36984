/** Verification of revisions, tried on every product. */
@NullMarked
package dev.anabranch.testkit.verify;

import org.jspecify.annotations.NullMarked;
