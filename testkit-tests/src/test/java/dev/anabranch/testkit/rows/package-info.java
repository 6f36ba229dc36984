/** Rows on dialects and servers. */
@NullMarked
package dev.anabranch.testkit.rows;

import org.jspecify.annotations.NullMarked;
