package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server, or what is known of one that is not there: which of the two products, which release,
 * and how its session stands.
 *
 * @param product which of the two products
 * @param version the release
 * @param database the database that the session has chosen; empty if none, or if it is not known
 * @param sqlMode the session's {@code sql_mode}; empty if it is not known
 */
record MysqlServer(
    Product product, ServerVersion version, Optional<String> database, Optional<String> sqlMode) {

  private static final Pattern NUMBERS = Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+)");

  /** The products of the family. */
  enum Product {
    /** MySQL. */
    MYSQL("mysql", "MySQL", 8, 0),
    /** MariaDB, which reads most of what MySQL reads. */
    MARIADB("mariadb", "MariaDB", 10, 6);

    private final String id;
    private final String title;
    private final int oldestMajor;
    private final int oldestMinor;

    Product(String id, String title, int oldestMajor, int oldestMinor) {
      this.id = id;
      this.title = title;
      this.oldestMajor = oldestMajor;
      this.oldestMinor = oldestMinor;
    }

    /** Returns the name in revision files. */
    String id() {
      return id;
    }

    /** Returns the name people know it by. */
    String title() {
      return title;
    }

    /** Returns the oldest supported release. */
    ServerVersion oldest() {
      return ServerVersion.of(oldestMajor, oldestMinor);
    }

    /** Returns the names it answers to in revision files, the most specific first. */
    List<String> names() {
      return this == MARIADB ? List.of(id, MYSQL.id) : List.of(id);
    }
  }

  /** Checks that nothing is null. */
  MysqlServer {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(sqlMode, "sqlMode");
  }

  /**
   * Asks an open connection, in one round trip.
   *
   * @throws SQLException if the server does not answer
   */
  static MysqlServer of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT VERSION(), DATABASE(), @@SESSION.sql_mode")) {
      row.next();
      return of(row.getString(1), row.getString(2), row.getString(3));
    }
  }

  /**
   * Reads what a server tells of itself. MariaDB up to 10.11 may put {@code 5.5.5-} before its
   * release, for the sake of old replicas.
   */
  static MysqlServer of(String version, @Nullable String database, String sqlMode) {
    Product product =
        version.toLowerCase(Locale.ROOT).contains("mariadb") ? Product.MARIADB : Product.MYSQL;
    Matcher numbers = NUMBERS.matcher(version);
    int major = numbers.lookingAt() ? Integer.parseInt(numbers.group(1)) : 0;
    int minor = major > 0 ? Integer.parseInt(numbers.group(2)) : 0;
    return new MysqlServer(
        product,
        new ServerVersion(major, minor, version),
        Optional.ofNullable(database),
        Optional.of(sqlMode));
  }

  /** Returns the oldest supported release of a product, of whose session nothing is known. */
  static MysqlServer oldest(Product product) {
    return new MysqlServer(product, product.oldest(), Optional.empty(), Optional.empty());
  }

  /** Says whether a server told this, and not only what is supported. */
  boolean isAsked() {
    return sqlMode.isPresent();
  }

  /** Returns how the server reads text. */
  MysqlSqlMode mode() {
    return sqlMode.map(MysqlSqlMode::of).orElse(MysqlSqlMode.USUAL);
  }

  /** Returns which conditional comments the server reads as SQL. */
  MysqlSplitter.ConditionalComments conditionalComments() {
    return product == Product.MARIADB
        ? MysqlSplitter.ConditionalComments.MARIADB
        : MysqlSplitter.ConditionalComments.MYSQL;
  }
}
