package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.AlterSequence;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlWriter;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Writes how sequences and identities count (SQL Language Reference 19c, CREATE SEQUENCE, ALTER
 * SEQUENCE).
 *
 * <p>A cache has two numbers at least; one number is none. A sequence has no type: the bounds of
 * the type that an author names become its own. Where a sequence began is not kept, so that to
 * change it is to begin there anew, which {@code RESTART} does from 18c on.
 *
 * @param standard the standard's statements
 * @param types the types of the release
 */
record OracleSequences(StandardDdl standard, OracleTypes types) {

  /** How many numbers the server takes at once unless told otherwise. */
  static final BigInteger USUAL_CACHE = BigInteger.valueOf(20);

  /** The digits of the largest number of a sequence that has no bounds. */
  static final int DIGITS = 28;

  /** Writes {@code CREATE SEQUENCE} behind its words. */
  SqlWriter create(SqlWriter writer, CreateSequence operation) {
    Sequence sequence = operation.sequence();
    return options(writer.name(sequence.name()), withBounds(sequence));
  }

  /** Writes how a sequence counts; nothing for what is as by default. */
  static SqlWriter options(SqlWriter writer, SequenceOptions options) {
    option(writer, "START WITH", options.start());
    rest(writer, options);
    return options.wrap() == SequenceOptions.Wrap.CYCLE ? writer.keyword("CYCLE") : writer;
  }

  private static void rest(SqlWriter writer, SequenceOptions options) {
    option(writer, "INCREMENT BY", options.increment());
    option(writer, "MINVALUE", options.minimum());
    option(writer, "MAXVALUE", options.maximum());
    if (options.cache().filter(BigInteger.ONE::equals).isPresent()) {
      writer.keyword("NOCACHE");
    } else {
      option(writer, "CACHE", options.cache());
    }
  }

  private static void option(SqlWriter writer, String words, Optional<BigInteger> number) {
    number.ifPresent(value -> writer.keyword(words).raw(RawSql.of(value.toString())));
  }

  /** Returns {@code ALTER SEQUENCE}; empty if all stays as it is. */
  Optional<String> alter(AlterSequence operation) {
    SqlWriter changes = standard.writer();
    change(changes, operation);
    if (changes.toSql().isEmpty()) {
      return Optional.empty();
    }
    SqlWriter writer = standard.writer().keyword("ALTER SEQUENCE").name(operation.name());
    change(writer, operation);
    return Optional.of(writer.toSql());
  }

  private static void change(SqlWriter writer, AlterSequence operation) {
    rest(writer, operation.to());
    if (operation.to().wrap() == SequenceOptions.Wrap.CYCLE) {
      writer.keyword("CYCLE");
    } else if (operation
        .from()
        .filter(before -> before.wrap() == SequenceOptions.Wrap.CYCLE)
        .isPresent()) {
      writer.keyword("NOCYCLE");
    }
    option(writer, "RESTART START WITH", operation.to().start());
  }

  private SequenceOptions withBounds(Sequence sequence) {
    SequenceOptions options = sequence.options();
    Optional<Bounds> bounds = sequence.type().map(types::own).flatMap(OracleSequences::bounds);
    boolean down = options.increment().filter(step -> step.signum() < 0).isPresent();
    return new SequenceOptions(
        options.start(),
        options.increment(),
        down ? options.minimum().or(() -> bounds.map(Bounds::smallest)) : options.minimum(),
        down ? options.maximum() : options.maximum().or(() -> bounds.map(Bounds::largest)),
        options.cache(),
        options.wrap());
  }

  private record Bounds(BigInteger smallest, BigInteger largest) {

    static Optional<Bounds> ofBits(int bits) {
      BigInteger end = BigInteger.TWO.pow(bits - 1);
      return Optional.of(new Bounds(end.negate(), end.subtract(BigInteger.ONE)));
    }

    static Optional<Bounds> ofDigits(int digits) {
      BigInteger largest = BigInteger.TEN.pow(digits).subtract(BigInteger.ONE);
      return Optional.of(new Bounds(largest.negate(), largest));
    }
  }

  private static Optional<Bounds> bounds(DataType type) {
    if (type == DataType.Simple.SMALLINT) {
      return Bounds.ofBits(16);
    } else if (type == DataType.Simple.INTEGER) {
      return Bounds.ofBits(32);
    } else if (type == DataType.Simple.BIGINT) {
      return Bounds.ofBits(64);
    } else if (type instanceof DataType.Numeric numeric && numeric.precision() < DIGITS) {
      return Bounds.ofDigits(numeric.precision());
    }
    return Optional.empty();
  }
}
