package dev.anabranch.testkit.confluence;

import java.util.regex.Pattern;

/**
 * What the server keeps about all that there is: who reads it, reads a little of everything.
 *
 * <p>PostgreSQL 17 manual, chapters 35 and 51; MySQL 8.0 Reference Manual, chapters 26 to 28;
 * Oracle Database Reference 19c, part II; H2 documentation, "System Tables".
 */
final class Catalogue {

  private static final Pattern SCHEMA =
      Pattern.compile("pg_catalog|information_schema|performance_schema|mysql|sys");

  private static final Pattern NAME =
      Pattern.compile(
          "pg_\\w+|information_schema|performance_schema|g?v\\$\\w+"
              + "|(user|all|dba)_(tables|tab_col(umn)?s|objects|indexes|ind_columns|constraints"
              + "|cons_columns|sequences|views|triggers|source|types|synonyms|(tab|col)_comments"
              + "|segments|users|tab_partitions)");

  private Catalogue() {}

  /** Returns whether something is, or stands in, the catalogue, or may do so by its name. */
  static boolean holds(ObjectName name) {
    return NAME.matcher(name.name()).matches() || SCHEMA.matcher(name.schema()).matches();
  }
}
