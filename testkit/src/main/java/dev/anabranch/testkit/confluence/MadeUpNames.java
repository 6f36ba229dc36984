package dev.anabranch.testkit.confluence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that servers make up from the name of a table for what belongs to it and is given none.
 *
 * <p>PostgreSQL puts table, columns and a word for what it is together, shortens that to 63 bytes
 * and counts on where it is taken ({@code makeObjectName}, {@code ChooseRelationName}); indexes and
 * the sequences of serial and identity columns stand in one namespace with tables and views. MySQL
 * and MariaDB count foreign keys and checks of a table, and keep the names in one namespace for
 * each database (MySQL 8.0 Reference Manual, 13.1.20.5 and 13.1.20.6). H2 and Oracle make up names
 * that have nothing to do with the table: {@link dev.anabranch.dialect.Dialect#makesUpName} tells
 * them.
 */
final class MadeUpNames {

  private static final Pattern END =
      Pattern.compile("_((pkey|key|idx|fkey|check|excl|seq|not_null)[0-9]*|(ibfk|chk)_[0-9]+)$");

  // A longer one may be shortened in the middle.
  private static final int LONG = 50;
  private static final int KEPT = 15;

  private MadeUpNames() {}

  /**
   * Returns whether a server may make up a name for something of a table.
   *
   * @param name the name, small letters
   * @param table the table, small letters
   */
  static boolean mayBe(String name, String table) {
    Matcher end = END.matcher(name);
    if (!end.find()) {
      return false;
    }
    String front = name.substring(0, end.start());
    String kept = table.substring(0, Math.min(KEPT, table.length()));
    return front.equals(table)
        || front.startsWith(table + "_")
        || (name.length() >= LONG && front.startsWith(kept));
  }
}
