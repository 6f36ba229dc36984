/**
 * Compiling revisions in memory, keeping the result, and the index of those that a build compiled.
 * Knows texts, classes and files, and nothing of revisions.
 */
@NullMarked
package dev.anabranch.script.internal;

import org.jspecify.annotations.NullMarked;
