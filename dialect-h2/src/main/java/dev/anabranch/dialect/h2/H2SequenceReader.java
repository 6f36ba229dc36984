package dev.anabranch.dialect.h2;

import dev.anabranch.schema.SequenceOptions;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Reads how a sequence or an identity counts, leaving empty what is as by default
 * (org.h2.schema.Sequence, 2.5.252).
 */
final class H2SequenceReader {

  private static final BigInteger FIRST_DOWN = BigInteger.ONE.negate();

  private H2SequenceReader() {}

  /** Reads a row of {@code SEQUENCES}. */
  static SequenceOptions ofSequence(ResultSet row) throws SQLException {
    return read(
        row,
        new String[] {
          "START_VALUE", "INCREMENT", "MINIMUM_VALUE", "MAXIMUM_VALUE", "CACHE", "CYCLE_OPTION"
        });
  }

  /** Reads a row of {@code COLUMNS}. */
  static SequenceOptions ofIdentity(ResultSet row) throws SQLException {
    return read(
        row,
        new String[] {
          "IDENTITY_START",
          "IDENTITY_INCREMENT",
          "IDENTITY_MINIMUM",
          "IDENTITY_MAXIMUM",
          "IDENTITY_CACHE",
          "IDENTITY_CYCLE"
        });
  }

  private static SequenceOptions read(ResultSet row, String[] columns) throws SQLException {
    BigInteger start = number(row, columns[0]);
    BigInteger step = number(row, columns[1]);
    BigInteger minimum = number(row, columns[2]);
    BigInteger maximum = number(row, columns[3]);
    BigInteger cache = number(row, columns[4]);
    boolean down = step.signum() < 0;
    BigInteger largest = largest(row);
    BigInteger smallest = smallest(row, largest);
    // A start outside of the usual bounds has moved them: then it is the bound that is told.
    BigInteger usualMinimum = down ? smallest : BigInteger.ONE;
    BigInteger usualMaximum = down ? FIRST_DOWN : largest;
    return new SequenceOptions(
        unusual(start, down ? maximum : minimum),
        unusual(step, BigInteger.ONE),
        unusual(minimum, usualMinimum),
        unusual(maximum, usualMaximum),
        isUsualCache(cache, minimum, maximum, step) ? Optional.empty() : Optional.of(cache),
        row.getString(columns[5]).equals("YES")
            ? SequenceOptions.Wrap.CYCLE
            : SequenceOptions.Wrap.NO_CYCLE);
  }

  private static BigInteger number(ResultSet row, String column) throws SQLException {
    return BigInteger.valueOf(row.getLong(column));
  }

  private static Optional<BigInteger> unusual(BigInteger number, BigInteger usual) {
    return number.equals(usual) ? Optional.empty() : Optional.of(number);
  }

  private static BigInteger largest(ResultSet row) throws SQLException {
    return switch (row.getString("DATA_TYPE")) {
      case "TINYINT" -> BigInteger.valueOf(Byte.MAX_VALUE);
      case "SMALLINT" -> BigInteger.valueOf(Short.MAX_VALUE);
      case "INTEGER" -> BigInteger.valueOf(Integer.MAX_VALUE);
      case "REAL" -> BigInteger.ONE.shiftLeft(24);
      case "DOUBLE PRECISION" -> BigInteger.ONE.shiftLeft(53);
      case "NUMERIC", "DECFLOAT" ->
          BigInteger.TEN
              .pow(Math.min(row.getInt("NUMERIC_PRECISION"), 19))
              .subtract(BigInteger.ONE)
              .min(BigInteger.valueOf(Long.MAX_VALUE));
      default -> BigInteger.valueOf(Long.MAX_VALUE);
    };
  }

  // Whole numbers reach one further down than up; the others do not.
  private static BigInteger smallest(ResultSet row, BigInteger largest) throws SQLException {
    boolean whole = row.getString("DATA_TYPE").endsWith("INT") || largest.bitLength() == 63;
    return whole || row.getString("DATA_TYPE").equals("INTEGER")
        ? largest.negate().subtract(BigInteger.ONE)
        : largest.negate();
  }

  // 32 numbers, or as many as there are; counting downwards without bounds H2 tells a negative one.
  private static boolean isUsualCache(
      BigInteger cache, BigInteger minimum, BigInteger maximum, BigInteger step) {
    BigInteger count = maximum.subtract(minimum).divide(step.abs()).add(BigInteger.ONE);
    return cache.signum() <= 0 || cache.equals(count.min(H2SequenceChanges.CACHE));
  }
}
