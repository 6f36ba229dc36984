package dev.anabranch.dialect.postgres;

import static java.util.Map.entry;

import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Map;

/** Reads PostgreSQL's errors by their SQL state (PostgreSQL 18 documentation, appendix A). */
enum PostgresErrors implements ServerErrors {
  INSTANCE;

  private static final Map<String, ServerFault> STATES =
      Map.ofEntries(
          entry("42P01", ServerFault.MISSING_OBJECT),
          entry("42703", ServerFault.MISSING_OBJECT),
          entry("42704", ServerFault.MISSING_OBJECT),
          entry("42883", ServerFault.MISSING_OBJECT),
          entry("3F000", ServerFault.MISSING_OBJECT),
          entry("42P04", ServerFault.ALREADY_EXISTS),
          entry("42P06", ServerFault.ALREADY_EXISTS),
          entry("42P07", ServerFault.ALREADY_EXISTS),
          entry("42701", ServerFault.ALREADY_EXISTS),
          entry("42710", ServerFault.ALREADY_EXISTS),
          entry("42723", ServerFault.ALREADY_EXISTS),
          entry("55P03", ServerFault.LOCK_TIMEOUT),
          entry("40P01", ServerFault.LOCK_TIMEOUT),
          entry("42501", ServerFault.PERMISSION_DENIED),
          entry("3D000", ServerFault.UNKNOWN_DATABASE),
          entry("08001", ServerFault.UNREACHABLE),
          entry("08004", ServerFault.UNREACHABLE),
          entry("57P03", ServerFault.UNREACHABLE),
          entry("57P01", ServerFault.CONNECTION_LOST),
          entry("57P02", ServerFault.CONNECTION_LOST),
          entry("57014", ServerFault.CANCELLED),
          entry("25001", ServerFault.NOT_IN_TRANSACTION),
          entry("22001", ServerFault.VALUE_TOO_LONG),
          entry("42601", ServerFault.SYNTAX));

  private static final String QUOTES = "\"'\u00ab\u00bb\u201c\u201d\u201e";

  private static final Map<String, ServerFault> CLASSES =
      Map.of(
          "08", ServerFault.CONNECTION_LOST,
          "23", ServerFault.CONSTRAINT_VIOLATION,
          "28", ServerFault.AUTHENTICATION_FAILED);

  @Override
  public ServerFault classify(SQLException error) {
    String state = error.getSQLState();
    if (state == null || state.length() < 2) {
      return ServerFault.OTHER;
    }
    ServerFault exact = STATES.get(state);
    return exact != null ? exact : CLASSES.getOrDefault(state.substring(0, 2), ServerFault.OTHER);
  }

  /**
   * Keeps the first line: what follows (Detail, Where) may repeat the values of a row. The messages
   * of class 22 (data exceptions) repeat a value between quotes, which differ from language to
   * language; all of it from the first quote to the last is left out.
   */
  @Override
  public String describe(SQLException error) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    int end = message.indexOf('\n');
    String line = (end < 0 ? message : message.substring(0, end)).strip();
    String state = error.getSQLState();
    if (isUnknownHost(error)) {
      return line + " The host is not known";
    }
    return state != null && state.startsWith("22") ? withoutQuoted(line) : line;
  }

  // The driver says no more than that the attempt failed, and the cause may repeat a password in
  // the URL.
  private static boolean isUnknownHost(SQLException error) {
    return error.getCause() instanceof UnknownHostException;
  }

  private static String withoutQuoted(String line) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < line.length(); i++) {
      if (QUOTES.indexOf(line.charAt(i)) >= 0) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return line;
    }
    String before = line.substring(0, first).strip();
    String after = line.substring(last + 1);
    return after.isEmpty() && before.endsWith(":")
        ? before.substring(0, before.length() - 1)
        : before + " ..." + after;
  }
}
