package dev.anabranch.testkit.server.internal;

/** The JDBC URL of PostgreSQL, taken apart as far as a change of database needs. */
final class PostgresUrl {

  private static final String PREFIX = "jdbc:postgresql:";

  private PostgresUrl() {}

  /**
   * Returns the URL of another database on the same server, with the same hosts and parameters.
   *
   * <p>The forms are those of the driver's documentation, "Connecting to the Database": {@code
   * jdbc:postgresql:database}, {@code jdbc:postgresql:/}, {@code
   * jdbc:postgresql://host[:port][,host[:port]]/[database][?parameters]}.
   */
  static String withDatabase(String url, String database) {
    if (!url.startsWith(PREFIX)) {
      throw new IllegalArgumentException("not a PostgreSQL URL: it does not start with " + PREFIX);
    }
    int question = url.indexOf('?');
    String parameters = question < 0 ? "" : url.substring(question);
    String target = url.substring(PREFIX.length(), question < 0 ? url.length() : question);
    if (!target.startsWith("//")) {
      return PREFIX + database + parameters;
    }
    int slash = target.indexOf('/', 2);
    String hosts = slash < 0 ? target : target.substring(0, slash);
    return PREFIX + hosts + "/" + database + parameters;
  }
}
