package dev.anabranch.migration;

import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.SchemaException;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Refuses constants as defaults that no server can store in a column of a type. Some servers would
 * take them and fail at the first row.
 */
final class DefaultCheck {

  private DefaultCheck() {}

  static void require(Identifier column, DataType type, ColumnValue value) {
    if (value instanceof ColumnValue.Default given
        && given.value() instanceof SqlValue.Constant constant) {
      problem(type, constant.literal())
          .ifPresent(
              why -> {
                throw new SchemaException(
                    "Cannot describe the column " + column + ": its default " + why + ".",
                    "Give a value of the column's type.");
              });
    }
  }

  private static Optional<String> problem(DataType type, SqlLiteral literal) {
    if (literal instanceof SqlLiteral.Null) {
      return Optional.empty();
    } else if (isNumber(type)) {
      return numberProblem(type, literal);
    } else if (type instanceof DataType.Varchar text && literal instanceof SqlLiteral.Text given) {
      return tooLong(given, text.length());
    } else if (type instanceof DataType.Char text && literal instanceof SqlLiteral.Text given) {
      return tooLong(given, text.length());
    }
    boolean truth = type == DataType.Simple.BOOLEAN;
    boolean otherThanTruth =
        literal instanceof SqlLiteral.Date
            || literal instanceof SqlLiteral.Timestamp
            || literal instanceof SqlLiteral.Binary;
    return truth && otherThanTruth ? Optional.of("is no truth value") : Optional.empty();
  }

  private static boolean isNumber(DataType type) {
    return type instanceof DataType.Numeric
        || type == DataType.Simple.SMALLINT
        || type == DataType.Simple.INTEGER
        || type == DataType.Simple.BIGINT
        || type == DataType.Simple.REAL
        || type == DataType.Simple.DOUBLE;
  }

  private static Optional<String> tooLong(SqlLiteral.Text text, int length) {
    int given = text.value().codePointCount(0, text.value().length());
    return given > length
        ? Optional.of("has " + given + " characters, and the column takes " + length)
        : Optional.empty();
  }

  private static Optional<String> numberProblem(DataType type, SqlLiteral literal) {
    Optional<BigDecimal> number = number(literal);
    if (number.isEmpty()) {
      return Optional.of("is no number");
    }
    int bits =
        type == DataType.Simple.SMALLINT
            ? 16
            : type == DataType.Simple.INTEGER ? 32 : type == DataType.Simple.BIGINT ? 64 : 0;
    boolean large = bits > 0 && number.get().toBigInteger().bitLength() >= bits;
    return large ? Optional.of("is too large for it") : Optional.empty();
  }

  private static Optional<BigDecimal> number(SqlLiteral literal) {
    if (literal instanceof SqlLiteral.Number number) {
      return Optional.of(number.value());
    } else if (literal instanceof SqlLiteral.Text text) {
      try {
        return Optional.of(new BigDecimal(text.value().strip()));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
