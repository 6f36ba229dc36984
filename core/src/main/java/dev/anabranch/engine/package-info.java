/** Running a plan: transactions, locks, journal, offline scripts, listeners. */
@NullMarked
package dev.anabranch.engine;

import org.jspecify.annotations.NullMarked;
