package dev.anabranch.dialect.oracle;

import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.SequenceOptions.Wrap;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how sequences and identities count; what is as by default stays unsaid (SQL Language
 * Reference 19c, CREATE SEQUENCE). Where a sequence began is not kept.
 */
final class OracleSequenceReader {

  private static final BigInteger ONE = BigInteger.ONE;
  private static final BigInteger LARGEST =
      BigInteger.TEN.pow(OracleSequences.DIGITS).subtract(ONE);
  private static final BigInteger SMALLEST =
      BigInteger.TEN.pow(OracleSequences.DIGITS - 1).subtract(ONE).negate();

  private OracleSequenceReader() {}

  /** Reads a row of ALL_SEQUENCES. */
  static SequenceOptions ofSequence(OracleRow row) {
    return options(
        Optional.empty(),
        row.find("INCREMENT_BY"),
        row.find("MIN_VALUE"),
        row.find("MAX_VALUE"),
        row.find("CACHE_SIZE"),
        row.text("CYCLE_FLAG"));
  }

  /**
   * Reads IDENTITY_OPTIONS: {@code START WITH: 1, INCREMENT BY: 1, MAX_VALUE: 9, MIN_VALUE: 1,
   * CYCLE_FLAG: N, CACHE_SIZE: 20, ORDER_FLAG: N}.
   */
  static SequenceOptions ofIdentity(String text) {
    Map<String, String> parts = new HashMap<>();
    for (String part : text.split(",", -1)) {
      int colon = part.indexOf(':');
      if (colon > 0) {
        parts.put(part.substring(0, colon).strip(), part.substring(colon + 1).strip());
      }
    }
    return options(
        Optional.ofNullable(parts.get("START WITH")),
        Optional.ofNullable(parts.get("INCREMENT BY")),
        Optional.ofNullable(parts.get("MIN_VALUE")),
        Optional.ofNullable(parts.get("MAX_VALUE")),
        Optional.ofNullable(parts.get("CACHE_SIZE")),
        parts.getOrDefault("CYCLE_FLAG", "N"));
  }

  private static SequenceOptions options(
      Optional<String> start,
      Optional<String> increment,
      Optional<String> minimum,
      Optional<String> maximum,
      Optional<String> cache,
      String cycle) {
    BigInteger step = increment.map(BigInteger::new).orElse(ONE);
    boolean down = step.signum() < 0;
    Optional<BigInteger> least = unusual(minimum, down ? SMALLEST : ONE);
    Optional<BigInteger> most = unusual(maximum, down ? ONE.negate() : LARGEST);
    BigInteger first = down ? most.orElse(ONE.negate()) : least.orElse(ONE);
    return new SequenceOptions(
        unusual(start, first),
        unusual(increment, ONE),
        least,
        most,
        unusual(cache, OracleSequences.USUAL_CACHE).map(size -> size.max(ONE)),
        cycle.equals("Y") ? Wrap.CYCLE : Wrap.NO_CYCLE);
  }

  private static Optional<BigInteger> unusual(Optional<String> number, BigInteger usual) {
    return number.map(BigInteger::new).filter(value -> !value.equals(usual));
  }
}
