package dev.anabranch.operation;

import java.util.List;
import java.util.stream.Collectors;

/** Words for messages. */
final class Descriptions {

  private static final int SHORT = 60;

  private Descriptions() {}

  static String shortened(String sql) {
    String line = sql.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= SHORT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SHORT)) + "...";
  }

  static String list(List<Operation> operations) {
    return operations.stream().map(Operation::describe).collect(Collectors.joining("; "));
  }
}
