package dev.anabranch.schema;

import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;

/**
 * How a sequence counts. What is empty is as by default on the server.
 *
 * @param start the first number
 * @param increment the step, not zero; negative to count down
 * @param minimum the smallest number
 * @param maximum the largest number
 * @param cache how many numbers the server takes at once
 * @param wrap what happens behind the last number
 */
public record SequenceOptions(
    Optional<BigInteger> start,
    Optional<BigInteger> increment,
    Optional<BigInteger> minimum,
    Optional<BigInteger> maximum,
    Optional<BigInteger> cache,
    Wrap wrap) {

  /** What a sequence does behind its last number. */
  public enum Wrap {
    /** It fails. */
    NO_CYCLE,
    /** It begins again. */
    CYCLE
  }

  private static final SequenceOptions DEFAULTS =
      new SequenceOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Wrap.NO_CYCLE);

  /** Checks that the numbers fit each other. */
  public SequenceOptions {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(wrap, "wrap");
    if (increment.filter(step -> step.signum() == 0).isPresent()) {
      throw new SchemaException("Cannot describe a sequence: its increment is 0.", null);
    }
    if (cache.filter(size -> size.signum() <= 0).isPresent()) {
      throw new SchemaException("Cannot describe a sequence: its cache is below 1.", null);
    }
    requireOrder("minimum", minimum, "maximum", maximum);
    requireOrder("minimum", minimum, "start", start);
    requireOrder("start", start, "maximum", maximum);
  }

  /** Returns options that are all as by default. */
  public static SequenceOptions defaults() {
    return DEFAULTS;
  }

  /** Returns the same with another first number. */
  public SequenceOptions startWith(long number) {
    return new SequenceOptions(big(number), increment, minimum, maximum, cache, wrap);
  }

  /** Returns the same with another step. */
  public SequenceOptions incrementBy(long number) {
    return new SequenceOptions(start, big(number), minimum, maximum, cache, wrap);
  }

  /** Returns the same with another smallest number. */
  public SequenceOptions minValue(long number) {
    return new SequenceOptions(start, increment, big(number), maximum, cache, wrap);
  }

  /** Returns the same with another largest number. */
  public SequenceOptions maxValue(long number) {
    return new SequenceOptions(start, increment, minimum, big(number), cache, wrap);
  }

  /** Returns the same with another cache. */
  public SequenceOptions cache(long numbers) {
    return new SequenceOptions(start, increment, minimum, maximum, big(numbers), wrap);
  }

  /** Returns the same, beginning again behind the last number. */
  public SequenceOptions cycle() {
    return new SequenceOptions(start, increment, minimum, maximum, cache, Wrap.CYCLE);
  }

  private static Optional<BigInteger> big(long number) {
    return Optional.of(BigInteger.valueOf(number));
  }

  private static void requireOrder(
      String lowerName, Optional<BigInteger> lower, String upperName, Optional<BigInteger> upper) {
    if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0) {
      throw new SchemaException(
          "Cannot describe a sequence: its %s %s is above its %s %s."
              .formatted(lowerName, lower.get(), upperName, upper.get()),
          null);
    }
  }
}
