/** The testkit's servers, tried on every product. */
@NullMarked
package dev.anabranch.testkit.server;

import org.jspecify.annotations.NullMarked;
