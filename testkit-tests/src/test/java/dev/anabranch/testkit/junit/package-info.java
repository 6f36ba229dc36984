/** The testkit's annotations, tried on every product. */
@NullMarked
package dev.anabranch.testkit.junit;

import org.jspecify.annotations.NullMarked;
