package dev.anabranch.dialect.oracle.grammar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one of the two grammars refuses although the server takes it. The words in question are
 * taken out before the grammar looks, so that it still judges the rest. Each has a sample, and a
 * test that it is still refused, so that no exception outlives its reason.
 *
 * @param grammar which grammar
 * @param pattern the words in question
 * @param replacement what stands in their place; nothing is judged if nothing is left
 * @param sample a statement with them
 * @param reason why it is valid: where the documentation has it
 */
record ReviewedException(
    Grammar grammar, Pattern pattern, String replacement, String sample, String reason) {

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
              "^ALTER SESSION SET DDL_LOCK_TIMEOUT = \\d+$",
              "",
              "ALTER SESSION SET DDL_LOCK_TIMEOUT = 30",
              "Database Reference 19c, DDL_LOCK_TIMEOUT"),
          debezium(
              "^ALTER SESSION SET CURRENT_SCHEMA = \"[^\"]+\"$",
              "",
              "ALTER SESSION SET CURRENT_SCHEMA = \"APP\"",
              "SQL Language Reference 19c, ALTER SESSION, CURRENT_SCHEMA"),
          debezium(
              "^((?:CREATE|DROP)(?: \\w+){1,3}) IF (?:NOT )?EXISTS",
              "$1",
              "CREATE MATERIALIZED VIEW IF NOT EXISTS a AS SELECT b FROM c",
              "SQL Language Reference 23ai, CREATE TABLE and others"),
          debezium(
              "((?:START WITH|INCREMENT BY|MINVALUE|MAXVALUE)) -(?=\\d)",
              "$1 ",
              "CREATE SEQUENCE a INCREMENT BY -1",
              "SQL Language Reference 19c, CREATE SEQUENCE"),
          debezium(
              "^(ALTER SEQUENCE .*) RESTART START WITH \\d+$",
              "$1 NOCACHE",
              "ALTER SEQUENCE a RESTART START WITH 5",
              "SQL Language Reference 19c, ALTER SEQUENCE"),
          debezium(
              "^(ALTER TABLE .* MODIFY \\(\\S+) GENERATED ALWAYS AS (\\(.*\\)) VIRTUAL\\)$",
              "$1 DEFAULT $2)",
              "ALTER TABLE a MODIFY (b GENERATED ALWAYS AS (c * 2) VIRTUAL)",
              "SQL Language Reference 19c, ALTER TABLE, modify_virtcol_properties"),
          debezium(
              "^((?:CREATE (?:UNIQUE |BITMAP )?|DROP )INDEX .*) ONLINE",
              "$1",
              "CREATE INDEX a ON b (c) ONLINE",
              "SQL Language Reference 19c, CREATE INDEX, DROP INDEX"));

  private static ReviewedException debezium(
      String pattern, String replacement, String sample, String reason) {
    return new ReviewedException(
        Grammar.DEBEZIUM, Pattern.compile(pattern, Pattern.DOTALL), replacement, sample, reason);
  }

  /** Returns what a grammar has to judge of a statement; empty for nothing. */
  static Optional<String> judged(Grammar grammar, String sql) {
    String rest = sql;
    for (ReviewedException exception : ALL) {
      if (exception.grammar == grammar) {
        rest = exception.pattern.matcher(rest).replaceAll(exception.replacement);
      }
    }
    return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
  }
}
