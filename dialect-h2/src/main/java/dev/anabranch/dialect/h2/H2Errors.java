package dev.anabranch.dialect.h2;

import static java.util.Map.entry;

import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** Reads H2's errors by their number (H2 2.4, org.h2.api.ErrorCode). */
enum H2Errors implements ServerErrors {
  INSTANCE;

  private static final int VALUE_TOO_LONG = 22001;

  // HEX_STRING_ODD, HEX_STRING_WRONG, STRING_FORMAT_ERROR, DESERIALIZATION_FAILED.
  private static final Set<Integer> VALUES = Set.of(90003, 90004, 90095, 90027);

  private static final Map<Integer, ServerFault> CODES =
      Map.ofEntries(
          entry(42102, ServerFault.MISSING_OBJECT),
          entry(42103, ServerFault.MISSING_OBJECT),
          entry(42104, ServerFault.MISSING_OBJECT),
          entry(42112, ServerFault.MISSING_OBJECT),
          entry(42122, ServerFault.MISSING_OBJECT),
          entry(90022, ServerFault.MISSING_OBJECT),
          entry(90036, ServerFault.MISSING_OBJECT),
          entry(90037, ServerFault.MISSING_OBJECT),
          entry(90057, ServerFault.MISSING_OBJECT),
          entry(90079, ServerFault.MISSING_OBJECT),
          entry(42101, ServerFault.ALREADY_EXISTS),
          entry(42111, ServerFault.ALREADY_EXISTS),
          entry(42121, ServerFault.ALREADY_EXISTS),
          entry(90035, ServerFault.ALREADY_EXISTS),
          entry(90038, ServerFault.ALREADY_EXISTS),
          entry(90045, ServerFault.ALREADY_EXISTS),
          entry(90078, ServerFault.ALREADY_EXISTS),
          entry(50200, ServerFault.LOCK_TIMEOUT),
          entry(40001, ServerFault.LOCK_TIMEOUT),
          entry(90131, ServerFault.LOCK_TIMEOUT),
          entry(90096, ServerFault.PERMISSION_DENIED),
          entry(90040, ServerFault.PERMISSION_DENIED),
          entry(28000, ServerFault.AUTHENTICATION_FAILED),
          entry(90013, ServerFault.UNKNOWN_DATABASE),
          entry(90146, ServerFault.UNKNOWN_DATABASE),
          entry(90149, ServerFault.UNKNOWN_DATABASE),
          entry(90020, ServerFault.DATABASE_IN_USE),
          entry(90067, ServerFault.CONNECTION_LOST),
          entry(90098, ServerFault.CONNECTION_LOST),
          entry(90121, ServerFault.CONNECTION_LOST),
          entry(57014, ServerFault.CANCELLED),
          entry(VALUE_TOO_LONG, ServerFault.VALUE_TOO_LONG),
          entry(42000, ServerFault.SYNTAX),
          entry(42001, ServerFault.SYNTAX));

  @Override
  public ServerFault classify(SQLException error) {
    // The same number stands for a connection that broke and for one that never came about.
    if (error.getErrorCode() == 90067 && error.getCause() instanceof ConnectException) {
      return ServerFault.UNREACHABLE;
    }
    ServerFault exact = CODES.get(error.getErrorCode());
    if (exact != null) {
      return exact;
    }
    String state = error.getSQLState();
    return state != null && state.startsWith("23")
        ? ServerFault.CONSTRAINT_VIOLATION
        : ServerFault.OTHER;
  }

  /**
   * Cuts off the statement that H2 appends, and the values of rows that it repeats: of a broken key
   * behind {@code VALUES}, of a foreign key between parentheses at the end, of a conversion between
   * double quotes.
   */
  @Override
  public String describe(SQLException error) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    message = before(before(message, "; SQL statement:"), "\n").strip();
    if (error.getErrorCode() == VALUE_TOO_LONG) {
      String column = before(message, "\": \"");
      return column.equals(message) ? message : column + '"';
    }
    ServerFault fault = classify(error);
    if (fault == ServerFault.CONSTRAINT_VIOLATION) {
      String key = before(before(message, " VALUES ("), ") (");
      return key.equals(message) ? message : closed(key, message);
    }
    return isAboutValue(error) ? before(before(message, ": \""), " \"") : message;
  }

  private static String closed(String key, String whole) {
    return whole.substring(key.length()).startsWith(")") ? key + ")\"" : key + "\"";
  }

  // Class 22 has its own state; the others are H2's own numbers for values of the wrong form.
  private static boolean isAboutValue(SQLException error) {
    String state = error.getSQLState();
    return (state != null && state.startsWith("22")) || VALUES.contains(error.getErrorCode());
  }

  private static String before(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }
}
