package dev.anabranch.testkit.schema;

import dev.anabranch.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Takes from the options of a sequence what every product assumes where nothing is said, so that
 * saying it and not saying it are the same.
 */
final class UsualOptions {

  private static final BigInteger ONE_DOWN = BigInteger.ONE.negate();
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

  private UsualOptions() {}

  static SequenceOptions without(SequenceOptions options) {
    boolean down = options.increment().orElse(BigInteger.ONE).signum() < 0;
    Optional<BigInteger> minimum = unless(down ? SMALLEST : BigInteger.ONE, options.minimum());
    Optional<BigInteger> maximum = unless(down ? ONE_DOWN : LARGEST, options.maximum());
    BigInteger first = down ? maximum.orElse(ONE_DOWN) : minimum.orElse(BigInteger.ONE);
    return new SequenceOptions(
        unless(first, options.start()),
        unless(BigInteger.ONE, options.increment()),
        minimum,
        maximum,
        options.cache(),
        options.wrap());
  }

  private static Optional<BigInteger> unless(BigInteger usual, Optional<BigInteger> number) {
    return number.filter(value -> !value.equals(usual));
  }
}
