package dev.anabranch.dialect.oracle;

import static java.util.Map.entry;

import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Oracle's errors by their number (Database Error Messages 19c and 23ai; 17000 to 18999 are
 * the JDBC driver's own).
 */
enum OracleErrors implements ServerErrors {
  INSTANCE;

  private static final int RECURSIVE = 604;
  private static final int IN_BLOCK = 6550;
  private static final int DRIVER_IO = 17002;

  static final Map<Integer, ServerFault> CODES = codes();

  /** Errors about a value, which newer releases repeat in their words, and what is said instead. */
  private static final Map<Integer, String> ABOUT_VALUES =
      Map.ofEntries(
          entry(1426, "numeric overflow"),
          entry(1438, "a value is larger than the precision of its column allows"),
          entry(1722, "a text is no valid number"),
          entry(6502, "PL/SQL: numeric or value error"),
          entry(40441, "JSON syntax error"));

  private static final Pattern CODE = Pattern.compile("ORA-(\\d{5})");

  private static Map<Integer, ServerFault> codes() {
    Map<Integer, ServerFault> codes = new HashMap<>();
    map(
        codes,
        ServerFault.MISSING_OBJECT,
        904,
        942,
        959,
        1418,
        1432,
        1434,
        1435,
        1917,
        1918,
        1919,
        2024,
        2289,
        2430,
        2443,
        4042,
        4043,
        4080,
        12003,
        23292);
    map(
        codes,
        ServerFault.ALREADY_EXISTS,
        955,
        957,
        1408,
        1430,
        1543,
        1920,
        1921,
        2011,
        2260,
        2261,
        2264,
        2275,
        4081,
        12006);
    map(
        codes,
        ServerFault.CONSTRAINT_VIOLATION,
        1,
        1400,
        1407,
        1452,
        1758,
        2290,
        2291,
        2292,
        2293,
        2296,
        2298,
        2299,
        2437);
    map(codes, ServerFault.LOCK_TIMEOUT, 51, 54, 60, 4020, 4021, 30006);
    map(codes, ServerFault.PERMISSION_DENIED, 1031, 1045, 1536, 1720, 1749, 1950, 41900);
    map(codes, ServerFault.AUTHENTICATION_FAILED, 1004, 1005, 1017, 28000, 28001, 28040);
    map(codes, ServerFault.UNKNOWN_DATABASE, 12154, 12505, 12514);
    map(
        codes,
        ServerFault.UNREACHABLE,
        18,
        20,
        1033,
        1034,
        1035,
        12170,
        12516,
        12518,
        12519,
        12520,
        12526,
        12527,
        12528,
        12533,
        12541,
        12543,
        12545,
        17820,
        17868);
    map(
        codes,
        ServerFault.CONNECTION_LOST,
        28,
        1012,
        1089,
        1090,
        1092,
        2396,
        2399,
        3113,
        3114,
        3135,
        12537,
        12547,
        12570,
        12571,
        DRIVER_IO,
        17008,
        17410,
        17447,
        17800,
        18730,
        25408);
    map(codes, ServerFault.CANCELLED, 1013);
    map(codes, ServerFault.VALUE_TOO_LONG, 1401, 12899, 22835);
    map(
        codes,
        ServerFault.SYNTAX,
        900,
        901,
        902,
        903,
        905,
        906,
        907,
        908,
        909,
        910,
        911,
        917,
        920,
        921,
        922,
        923,
        925,
        926,
        927,
        928,
        933,
        936,
        937,
        946,
        969,
        972,
        1735,
        1756,
        3048,
        3049,
        3050,
        IN_BLOCK,
        14047);
    return Collections.unmodifiableMap(codes);
  }

  private static void map(Map<Integer, ServerFault> codes, ServerFault fault, int... numbers) {
    for (int number : numbers) {
      codes.put(number, fault);
    }
  }

  @Override
  public ServerFault classify(SQLException error) {
    int code = telling(error);
    if (code == DRIVER_IO && neverConnected(error)) {
      return ServerFault.UNREACHABLE;
    }
    if (code == IN_BLOCK && message(error).contains("PLS-00201")) {
      return ServerFault.MISSING_OBJECT;
    }
    return CODES.getOrDefault(code, ServerFault.OTHER);
  }

  // A trigger on DDL, or the server's own work, hides the error that counts behind the first one.
  private static int telling(SQLException error) {
    int code = error.getErrorCode();
    if (code == RECURSIVE) {
      Matcher codes = CODE.matcher(message(error));
      while (codes.find()) {
        int inner = Integer.parseInt(codes.group(1));
        if (inner != RECURSIVE) {
          return inner;
        }
      }
    }
    return code;
  }

  private static boolean neverConnected(SQLException error) {
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException) {
        return true;
      }
    }
    return false;
  }

  /**
   * Keeps the first line, which names objects and no values, and the second where the first only
   * says that there is one. What follows is the stack of PL/SQL, a link, or from 23ai on the values
   * of a row (ORA-03301). Errors about a value are told in words of our own.
   */
  @Override
  public String describe(SQLException error) {
    List<String> lines =
        message(error).lines().map(String::strip).filter(OracleErrors::tellsSomething).toList();
    int code = telling(error);
    if (code >= 1800 && code < 1900) {
      return "ORA-0" + code + ": a text is no valid date, time or interval";
    }
    String own = ABOUT_VALUES.get(code);
    if (own != null) {
      return "ORA-%05d: %s".formatted(code, own);
    }
    if (lines.isEmpty()) {
      return message(error).strip();
    }
    boolean second = error.getErrorCode() == RECURSIVE || error.getErrorCode() == IN_BLOCK;
    return second && lines.size() > 1 ? lines.get(0) + " " + lines.get(1) : lines.get(0);
  }

  private static boolean tellsSomething(String line) {
    return !line.isEmpty()
        && !line.startsWith("ORA-06512")
        && !line.startsWith("ORA-03301")
        && !line.startsWith("https://docs.oracle.com/");
  }

  private static String message(SQLException error) {
    return error.getMessage() == null ? error.toString() : error.getMessage();
  }
}
