package dev.anabranch.diff;

import dev.anabranch.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What makes a sequence count as it should.
 *
 * <p>What an alteration leaves empty stays as it is, so that nothing can be said to be as by
 * default again: what the default is, only the server knows.
 *
 * @param expected how it should count
 * @param actual how it counts
 */
record SequenceChanges(SequenceOptions expected, SequenceOptions actual) {

  List<Change> changes() {
    return new Changes()
        .orDefault(Aspect.START, expected.start(), actual.start(), BigInteger::toString)
        .orDefault(Aspect.INCREMENT, expected.increment(), actual.increment(), BigInteger::toString)
        .orDefault(Aspect.MINIMUM, expected.minimum(), actual.minimum(), BigInteger::toString)
        .orDefault(Aspect.MAXIMUM, expected.maximum(), actual.maximum(), BigInteger::toString)
        .orDefault(Aspect.CACHE, expected.cache(), actual.cache(), BigInteger::toString)
        .of(Aspect.WRAP, expected.wrap(), actual.wrap(), Words::lower)
        .all();
  }

  /** Returns whether an alteration can make a change. */
  static boolean canBeMade(Change change) {
    return !change.expected().equals(Optional.of(Changes.BY_DEFAULT));
  }

  /** Returns what an alteration says. */
  SequenceOptions to() {
    return of(expected);
  }

  /** Returns what was before, of what the alteration changes. */
  SequenceOptions from() {
    return of(actual);
  }

  private SequenceOptions of(SequenceOptions side) {
    return new SequenceOptions(
        where(side.start(), expected.start(), actual.start()),
        where(side.increment(), expected.increment(), actual.increment()),
        where(side.minimum(), expected.minimum(), actual.minimum()),
        where(side.maximum(), expected.maximum(), actual.maximum()),
        where(side.cache(), expected.cache(), actual.cache()),
        side.wrap());
  }

  private static Optional<BigInteger> where(
      Optional<BigInteger> own, Optional<BigInteger> expected, Optional<BigInteger> actual) {
    return expected.isPresent() && !expected.equals(actual) ? own : Optional.empty();
  }
}
