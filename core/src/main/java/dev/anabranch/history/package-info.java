/** What a database has: heads, journal, audit trail. */
@NullMarked
package dev.anabranch.history;

import org.jspecify.annotations.NullMarked;
