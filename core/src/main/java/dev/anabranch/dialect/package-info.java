/** The contract a database product implements. */
@NullMarked
package dev.anabranch.dialect;

import org.jspecify.annotations.NullMarked;
