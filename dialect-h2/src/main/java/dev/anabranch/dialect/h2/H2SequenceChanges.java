package dev.anabranch.dialect.h2;

import dev.anabranch.operation.AlterSequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlWriter;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Writes what changes in the way a sequence or an identity counts. What was said before and is said
 * no longer goes back to H2's default; what was never said stays as it is.
 *
 * @param to how it counts then
 * @param before what goes back to its default, unless the other says something else
 */
record H2SequenceChanges(SequenceOptions to, Optional<SequenceOptions> before) {

  /** How many numbers H2 takes at once (org.h2.schema.Sequence). */
  static final BigInteger CACHE = BigInteger.valueOf(32);

  private static final BigInteger FIRST_DOWN = BigInteger.ONE.negate();

  /** Returns the changes of a sequence, of which everything stays that is not said. */
  static H2SequenceChanges ofSequence(AlterSequence operation) {
    boolean cycledBefore =
        operation.from().filter(from -> from.wrap() == SequenceOptions.Wrap.CYCLE).isPresent();
    return new H2SequenceChanges(
        operation.to(),
        cycledBefore ? Optional.of(SequenceOptions.defaults().cycle()) : Optional.empty());
  }

  /** Writes the options of {@code ALTER SEQUENCE}; nothing if all of them stay. */
  void write(SqlWriter writer) {
    start().ifPresent(number -> option(writer, "START WITH", number));
    writeOptions(writer, "");
  }

  /**
   * Writes the options of {@code ALTER COLUMN ... SET GENERATED}; a column that has not counted
   * before begins with its first number.
   *
   * @param counted whether the column is known to have counted before
   */
  void writeForIdentity(SqlWriter writer, boolean counted) {
    start()
        .ifPresent(
            number -> {
              option(writer, "START WITH", number);
              if (!counted) {
                option(writer, "RESTART WITH", number);
              }
            });
    writeOptions(writer, "SET ");
  }

  private void writeOptions(SqlWriter writer, String prefix) {
    changed(to.increment(), before.flatMap(SequenceOptions::increment), BigInteger.ONE)
        .ifPresent(step -> option(writer, prefix + "INCREMENT BY", step));
    bound(writer, prefix, "MINVALUE", to.minimum(), before.flatMap(SequenceOptions::minimum));
    bound(writer, prefix, "MAXVALUE", to.maximum(), before.flatMap(SequenceOptions::maximum));
    changed(to.cache(), before.flatMap(SequenceOptions::cache), CACHE)
        .ifPresent(size -> option(writer, prefix + "CACHE", size));
    if (to.wrap() == SequenceOptions.Wrap.CYCLE) {
      writer.keyword(prefix + "CYCLE");
    } else if (before.filter(was -> was.wrap() == SequenceOptions.Wrap.CYCLE).isPresent()) {
      writer.keyword(prefix + "NO CYCLE");
    }
  }

  private Optional<BigInteger> start() {
    boolean down = to.increment().orElse(BigInteger.ONE).signum() < 0;
    BigInteger usual = down ? to.maximum().orElse(FIRST_DOWN) : to.minimum().orElse(BigInteger.ONE);
    return changed(to.start(), before.flatMap(SequenceOptions::start), usual);
  }

  private static Optional<BigInteger> changed(
      Optional<BigInteger> to, Optional<BigInteger> before, BigInteger usual) {
    return to.isPresent() || before.isEmpty() ? to : Optional.of(usual);
  }

  private static void bound(
      SqlWriter writer,
      String prefix,
      String words,
      Optional<BigInteger> to,
      Optional<BigInteger> before) {
    if (to.isPresent()) {
      option(writer, prefix + words, to.get());
    } else if (before.isPresent()) {
      writer.keyword(prefix + "NO " + words);
    }
  }

  private static void option(SqlWriter writer, String words, BigInteger number) {
    writer.keyword(words).raw(RawSql.of(number.toString()));
  }
}
