/** SQL as typed text: identifiers, literals, writer, script splitting. */
@NullMarked
package dev.anabranch.sql;

import org.jspecify.annotations.NullMarked;
