/**
 * What can go wrong, as data: one unchecked root, a stable code for every kind of failure, and the
 * place in a file where a problem stands.
 *
 * <p>Every other package depends on this one and it depends on none, so that an area keeps its own
 * exception family next to the code that throws it. A message says what could not be done, to what,
 * and why; the next thing to do stands apart as a {@linkplain
 * dev.anabranch.error.AnabranchException#hint() hint}.
 */
@NullMarked
package dev.anabranch.error;

import org.jspecify.annotations.NullMarked;
