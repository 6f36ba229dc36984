/** The revision graph: revisions, target expressions, planning. */
@NullMarked
package dev.anabranch.revision;

import org.jspecify.annotations.NullMarked;
