/**
 * The front door: {@link dev.anabranch.Anabranch} is what an application that migrates at start-up,
 * or a tool built on Anabranch, begins with.
 */
@NullMarked
package dev.anabranch;

import org.jspecify.annotations.NullMarked;
