/**
 * What the same operations become on different products.
 *
 * <p>{@link dev.anabranch.testkit.portability.Portability} holds the one reviewed list of
 * differences that are allowed: the contract suite and the corpus compare what a server has with
 * what was asked for up to these, and the reference is written from them.
 */
@NullMarked
package dev.anabranch.testkit.portability;

import org.jspecify.annotations.NullMarked;
