package dev.anabranch.dialect.mysql;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the {@code SET} statements of a script that change {@code sql_mode}, as dumps do at their
 * beginning and take back at their end. For one thread.
 */
final class MysqlSqlModes {

  private static final String NAME = "(?:@@)?(?:(?:SESSION|LOCAL)(?:\\s+|\\.))?(?:@@)?SQL_MODE";

  // Possessive throughout: a statement may be long, and nothing is gained by going back.
  private static final String VALUE =
      "((?:'[^']*+'|\"[^\"]*+\"|\\([^()]*+(?:\\([^()]*+\\)[^()]*+)*+\\)|[^,'\"()]++)*+)";

  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?<![\\w@.`])(?:(@[\\w$.]+|@`[^`]+`)\\s*:?=\\s*@@(?:(?:SESSION|LOCAL)\\.)?SQL_MODE\\b"
              + "|((?:GLOBAL|PERSIST|PERSIST_ONLY)\\s+)?"
              + NAME
              + "\\s*:?=\\s*"
              + VALUE
              + ")",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

  private final MysqlSqlMode initial;
  private final Map<String, MysqlSqlMode> variables = new HashMap<>();
  private MysqlSqlMode current;

  /**
   * Creates the follower of a script.
   *
   * @param initial the mode in which the script begins
   */
  MysqlSqlModes(MysqlSqlMode initial) {
    this.initial = initial;
    this.current = initial;
  }

  /** Returns the mode in which the next statement is read. */
  MysqlSqlMode current() {
    return current;
  }

  /** Takes a statement that begins with {@code SET}. */
  void set(String statement) {
    if (!statement.toUpperCase(Locale.ROOT).contains("SQL_MODE")) {
      return;
    }
    Matcher assignment = ASSIGNMENT.matcher(statement);
    while (assignment.find()) {
      if (assignment.group(1) != null) {
        variables.put(key(assignment.group(1)), current);
      } else if (assignment.group(2) == null) {
        current = value(assignment.group(3).strip());
      }
    }
  }

  private MysqlSqlMode value(String expression) {
    String upper = expression.toUpperCase(Locale.ROOT);
    if (expression.startsWith("@") && !expression.startsWith("@@")) {
      return variables.getOrDefault(key(expression.split("[\\s*/]", 2)[0]), initial);
    }
    if (upper.startsWith("DEFAULT") || upper.startsWith("@@GLOBAL.")) {
      return initial;
    }
    boolean changed = upper.contains("SQL_MODE");
    boolean removed = changed && upper.startsWith("REPLACE");
    MysqlSqlMode mode = changed ? current : MysqlSqlMode.USUAL;
    Matcher literal = LITERAL.matcher(expression);
    boolean found = false;
    while (literal.find()) {
      String names = literal.group(1) != null ? literal.group(1) : literal.group(2);
      mode = removed ? mode.without(names) : mode.with(names);
      found = true;
    }
    // A single mode may stand without quotes.
    return found || changed ? mode : mode.with(expression.split("\\W", 2)[0]);
  }

  private static String key(String variable) {
    return variable.replace("`", "").toLowerCase(Locale.ROOT);
  }
}
