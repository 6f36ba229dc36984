package dev.anabranch.dialect.oracle.h2;

import static java.util.Map.entry;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Map;

/** Errors of H2 with the number that Oracle has for them. */
final class OracleCodes {

  private static final Map<Integer, Integer> CODES =
      Map.ofEntries(
          entry(22001, 12899),
          entry(23502, 1400),
          entry(23503, 2292),
          entry(23505, 1),
          entry(23506, 2291),
          entry(23513, 2290),
          entry(28000, 1017),
          entry(40001, 60),
          entry(42000, 900),
          entry(42001, 900),
          entry(42101, 955),
          entry(42102, 942),
          entry(42103, 942),
          entry(42104, 942),
          entry(42122, 904),
          entry(50200, 54),
          entry(57014, 1013),
          entry(90067, 3113),
          entry(90098, 3113),
          entry(90121, 3113));

  private OracleCodes() {}

  static SQLException translated(SQLException e) {
    int code = CODES.getOrDefault(e.getErrorCode(), 600);
    // Oracle names a constraint and, on later lines only, the row that breaks it.
    boolean constraint = String.valueOf(e.getSQLState()).startsWith("23");
    String message =
        "ORA-%05d: %s%s".formatted(code, constraint ? "constraint violated\n" : "", e.getMessage());
    SQLException translated =
        e instanceof BatchUpdateException batch
            ? new BatchUpdateException(
                message, e.getSQLState(), code, batch.getUpdateCounts(), e.getCause())
            : new SQLException(message, e.getSQLState(), code, e.getCause());
    if (e.getNextException() != null) {
      translated.setNextException(translated(e.getNextException()));
    }
    return translated;
  }
}
