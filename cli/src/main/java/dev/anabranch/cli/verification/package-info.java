/**
 * Runs the testkit's verification from the command line: which revisions, on which servers, side by
 * side, and stopped in good order.
 */
@NullMarked
package dev.anabranch.cli.verification;

import org.jspecify.annotations.NullMarked;
