package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads errors by their number (MySQL 8.0 Error Reference, 2 "Server Error Message Reference";
 * MariaDB, "MariaDB Error Codes"); the two products agree up to 1900.
 */
enum MysqlErrors implements ServerErrors {
  INSTANCE;

  private static final Map<Integer, ServerFault> CODES = codes();

  // The SQL states that the drivers give to failures of their own.
  private static final Map<String, ServerFault> STATES =
      Map.of(
          "70100", ServerFault.CANCELLED,
          "28000", ServerFault.AUTHENTICATION_FAILED);

  private static final Map<String, ServerFault> CLASSES =
      Map.of(
          "08", ServerFault.CONNECTION_LOST,
          "23", ServerFault.CONSTRAINT_VIOLATION);

  // ER_DUP_ENTRY and its forms, where the last thing in quotes is the key.
  private static final Set<Integer> DUPLICATES = Set.of(1062, 1557, 1586, 1859);

  // Messages of class 22 that name a column and no value.
  private static final Set<Integer> COLUMNS = Set.of(1264, 1265, 1406);

  // Messages of other classes that repeat a value: wrong values, XPath, conversions, partitions.
  private static final Set<Integer> VALUES =
      Set.of(1105, 1292, 1300, 1366, 1367, 1411, 1525, 1526, 1690, 1977, 3140, 3156, 3854);

  private static final Pattern CONNECTION = Pattern.compile("^\\(conn[:=]\\d+\\)\\s*");
  private static final Pattern KEY =
      Pattern.compile("(?s)'.*' (for key '[^']*')$|'.*('[^']*')[^']*$");
  private static final Pattern COLUMN =
      Pattern.compile("(?s):? '.*' (for column (?:'[^']*'|`[^`]*`(?:\\.`[^`]*`)*) at row \\d+)$");

  private static Map<Integer, ServerFault> codes() {
    Map<Integer, ServerFault> codes = new LinkedHashMap<>();
    put(
        codes,
        ServerFault.MISSING_OBJECT,
        1008,
        1051,
        1054,
        1072,
        1091,
        1109,
        1128,
        1146,
        1176,
        1305,
        1360,
        1412,
        1477,
        1539,
        1630,
        1824,
        3821,
        3940,
        4091,
        4092);
    put(
        codes,
        ServerFault.ALREADY_EXISTS,
        1007,
        1050,
        1060,
        1061,
        1068,
        1125,
        1304,
        1359,
        1476,
        1517,
        1537,
        1826,
        3822);
    put(
        codes,
        ServerFault.CONSTRAINT_VIOLATION,
        1022,
        1048,
        1062,
        1169,
        1216,
        1217,
        1364,
        1451,
        1452,
        1557,
        1586,
        1761,
        1762,
        1859,
        3819,
        4025);
    put(codes, ServerFault.LOCK_TIMEOUT, 1205, 1213, 1614, 3058, 3572);
    put(codes, ServerFault.PERMISSION_DENIED, 1044, 1142, 1143, 1227, 1345, 1370, 1410, 1419);
    // MySQL asks a user whom it does not know for a way of authentication by chance, and MariaDB's
    // driver does not know all of them: 1251.
    put(codes, ServerFault.AUTHENTICATION_FAILED, 1045, 1251, 1698, 1820, 1862, 3118, 3955, 4151);
    put(codes, ServerFault.UNKNOWN_DATABASE, 1049);
    put(codes, ServerFault.UNREACHABLE, 1040, 1129, 1130, 1203);
    put(
        codes,
        ServerFault.CONNECTION_LOST,
        1053,
        1080,
        1152,
        1158,
        1159,
        1160,
        1161,
        1184,
        1927,
        2006,
        2013,
        4031);
    put(codes, ServerFault.CANCELLED, 1317, 1969, 3024);
    put(codes, ServerFault.NOT_IN_TRANSACTION, 1568, 1694);
    put(codes, ServerFault.VALUE_TOO_LONG, 1406);
    put(codes, ServerFault.SYNTAX, 1064, 1065, 1149);
    // Ambiguous names have the state of broken constraints.
    put(codes, ServerFault.OTHER, 1052);
    return codes;
  }

  private static void put(Map<Integer, ServerFault> codes, ServerFault fault, int... numbers) {
    for (int number : numbers) {
      codes.put(number, fault);
    }
  }

  @Override
  public ServerFault classify(SQLException error) {
    if (isUnreachable(error)) {
      return ServerFault.UNREACHABLE;
    }
    ServerFault exact = CODES.get(error.getErrorCode());
    if (exact == null && error.getErrorCode() == 0) {
      exact = ofMysqlDriver(error);
    }
    String state = error.getSQLState();
    if (exact != null || state == null || state.length() < 2) {
      return exact == null ? ServerFault.OTHER : exact;
    }
    ServerFault ofState = STATES.get(state);
    return ofState != null
        ? ofState
        : CLASSES.getOrDefault(state.substring(0, 2), ServerFault.OTHER);
  }

  // Connector/J gives these two neither a number nor a state of their own; when a connection breaks
  // it closes the statements.
  private static @Nullable ServerFault ofMysqlDriver(SQLException error) {
    if (error.getClass().getSimpleName().equals("MySQLStatementCancelledException")) {
      return ServerFault.CANCELLED;
    }
    return String.valueOf(error.getMessage()).startsWith("No operations allowed after ")
        ? ServerFault.CONNECTION_LOST
        : null;
  }

  // The drivers give the same state to a connection that never came about.
  private static boolean isUnreachable(SQLException error) {
    @Nullable Throwable cause = error.getCause();
    for (int depth = 0; cause != null && depth < 8; depth++) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /**
   * Takes the values of rows out of the message, and the number of the connection that MariaDB's
   * driver writes before it. What else stands in quotes is a name and is kept; where the server
   * speaks another language than English, all of it from the first quote to the last is left out.
   */
  @Override
  public String describe(SQLException error) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    message = CONNECTION.matcher(message.strip()).replaceFirst("");
    int code = error.getErrorCode();
    String state = error.getSQLState();
    if (DUPLICATES.contains(code)) {
      message = KEY.matcher(message).replaceFirst("$1$2");
    } else if (code == 1526) {
      message = message.replaceFirst("(?s)\\s+(?:for value )?\\S*$", "");
    } else if (VALUES.contains(code)
        || (state != null && state.startsWith("22") && !COLUMNS.contains(code))) {
      message = withoutValue(message);
    }
    int end = message.indexOf('\n');
    return (end < 0 ? message : message.substring(0, end)).strip();
  }

  private static String withoutValue(String message) {
    Matcher column = COLUMN.matcher(message);
    if (column.find()) {
      return message.substring(0, column.start()) + " " + column.group(1);
    }
    int first = message.indexOf('\'');
    int last = message.lastIndexOf('\'');
    if (first < 0 || first == last) {
      return message;
    }
    String before = message.substring(0, first).strip();
    String after = message.substring(last + 1);
    return after.isBlank() && before.endsWith(":")
        ? before.substring(0, before.length() - 1)
        : before + " ..." + after;
  }
}
