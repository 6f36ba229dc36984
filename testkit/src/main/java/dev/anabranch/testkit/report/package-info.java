/**
 * Shows what a verification proved: to a build server as XML in the form of Surefire, to people as
 * one page of HTML.
 *
 * <p>Both are written from values and know no server: {@link
 * dev.anabranch.testkit.report.VerifiedProject} holds the graph and the report of each product. The
 * page is one file without any reference to another: it can be kept as an artifact of a build,
 * mailed, printed and opened from a disk. What it shows of a project is escaped, and the page
 * forbids the browser to run any script but its own.
 *
 * <p>Nothing here needs JUnit.
 */
@NullMarked
package dev.anabranch.testkit.report;

import org.jspecify.annotations.NullMarked;
