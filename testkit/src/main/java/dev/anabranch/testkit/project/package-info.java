/**
 * Everything that is to be proved of a project, on one product after the other: the round trip of
 * each revision, the order of branches, and that the products get the same.
 *
 * <p>The command line and the JUnit support both stand on it. What is proved is chosen by {@link
 * dev.anabranch.testkit.project.Property}; how each is proved is told by the packages {@code
 * verify} and {@code confluence}.
 */
@NullMarked
package dev.anabranch.testkit.project;

import org.jspecify.annotations.NullMarked;
