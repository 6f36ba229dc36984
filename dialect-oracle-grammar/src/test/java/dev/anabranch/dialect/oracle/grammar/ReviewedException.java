package dev.anabranch.dialect.oracle.grammar;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What one of the two grammars refuses although the server takes it. Each has a sample, and a test
 * that it is still refused, so that no exception outlives its reason.
 *
 * @param grammar which grammar
 * @param pattern what the statements have in common
 * @param sample such a statement
 * @param reason why it is valid: where the documentation has it
 */
record ReviewedException(Grammar grammar, Pattern pattern, String sample, String reason) {

  /** One of the two. */
  enum Grammar {
    /** The one inside the driver. */
    ORACLE,
    /** The second opinion. */
    DEBEZIUM;

    /** Says what is wrong with a statement, exceptions aside. */
    List<String> check(String sql) {
      return this == ORACLE ? OracleGrammar.check(sql) : DebeziumGrammar.check(sql);
    }
  }

  /** All of them. */
  static final List<ReviewedException> ALL =
      List.of(
          debezium(
              "ALTER SESSION SET DDL_LOCK_TIMEOUT = \\d+",
              "ALTER SESSION SET DDL_LOCK_TIMEOUT = 30",
              "Database Reference 19c, DDL_LOCK_TIMEOUT"),
          debezium(
              "ALTER SESSION SET CURRENT_SCHEMA = \"[^\"]+\"",
              "ALTER SESSION SET CURRENT_SCHEMA = \"APP\"",
              "SQL Language Reference 19c, ALTER SESSION, CURRENT_SCHEMA"),
          debezium(
              "(?:CREATE|DROP) \\w+ IF (?:NOT )?EXISTS .*",
              "CREATE TABLE IF NOT EXISTS a (b NUMBER)",
              "SQL Language Reference 23ai, CREATE TABLE"));

  private static ReviewedException debezium(String pattern, String sample, String reason) {
    return new ReviewedException(
        Grammar.DEBEZIUM, Pattern.compile(pattern, Pattern.DOTALL), sample, reason);
  }

  /** Says whether a grammar may refuse a statement. */
  static boolean cover(Grammar grammar, String sql) {
    return ALL.stream().anyMatch(e -> e.grammar == grammar && e.pattern.matcher(sql).matches());
  }
}
