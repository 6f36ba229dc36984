package dev.anabranch.testkit.verify;

import dev.anabranch.engine.MigrationListener;
import dev.anabranch.revision.MigrationStep;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notices when a revision may have left something in its session: a setting, a temporary table, a
 * prepared statement, a lock. For one thread.
 *
 * <p>Known are the statements that leave nothing; of all others, such as calls, nobody can tell.
 */
final class SessionWatch implements MigrationListener {

  // What stands before the first word: blanks and comments, but none that MySQL runs.
  private static final Pattern FIRST_WORD =
      Pattern.compile(
          "(?:\\s++|--[^\\n]*+|#[^\\n]*+|/\\*(?!!)[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/)*+(\\w++)");

  private static final Set<String> LEAVE_NOTHING =
      Set.of(
          "CREATE",
          "ALTER",
          "DROP",
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "REPLACE",
          "TRUNCATE",
          "RENAME",
          "COMMENT",
          "GRANT",
          "REVOKE");

  private static final Pattern LEAVES_SOMETHING =
      Pattern.compile("TEMP|SET_CONFIG|ALTER\\s++(?:SESSION|SYSTEM|DATABASE|ROLE|USER)\\b");

  private boolean seen;

  /** Returns whether something may have been left since the last time it was forgotten. */
  boolean hasSeen() {
    return seen;
  }

  /** Forgets what was seen, because it was another session's. */
  void forget() {
    seen = false;
  }

  @Override
  public void statementStarted(MigrationStep step, int number, int total, String sql) {
    seen |= mayLeaveSomething(sql.toUpperCase(Locale.ROOT));
  }

  private static boolean mayLeaveSomething(String sql) {
    Matcher first = FIRST_WORD.matcher(sql);
    return !first.lookingAt()
        || !LEAVE_NOTHING.contains(first.group(1))
        || LEAVES_SOMETHING.matcher(sql).find();
  }

  @Override
  public void asksDatabase(MigrationStep step) {
    seen = true;
  }
}
