package dev.anabranch.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Objects;

/**
 * The release of a database server.
 *
 * @param major the first number
 * @param minor the second number, 0 where the product has none
 * @param text the release as the server writes it, such as {@code 18.1 (Debian 18.1-1)}
 */
public record ServerVersion(int major, int minor, String text)
    implements Comparable<ServerVersion> {

  /** Checks that the numbers are not negative. */
  public ServerVersion {
    Objects.requireNonNull(text, "text");
    if (major < 0 || minor < 0) {
      throw new IllegalArgumentException("negative version: " + major + "." + minor);
    }
  }

  /** Returns a release given by its numbers alone. */
  public static ServerVersion of(int major, int minor) {
    return new ServerVersion(major, minor, major + "." + minor);
  }

  /**
   * Returns the release of the server behind an open connection, as its driver tells it.
   *
   * @throws SQLException if the server does not answer
   */
  public static ServerVersion of(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    return new ServerVersion(
        metaData.getDatabaseMajorVersion(),
        metaData.getDatabaseMinorVersion(),
        metaData.getDatabaseProductVersion());
  }

  /** Returns whether this release is the given one or newer. */
  public boolean isAtLeast(int otherMajor, int otherMinor) {
    return major > otherMajor || (major == otherMajor && minor >= otherMinor);
  }

  /** Compares by major and minor number; the text does not count. */
  @Override
  public int compareTo(ServerVersion other) {
    int byMajor = Integer.compare(major, other.major);
    return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ServerVersion that && major == that.major && minor == that.minor;
  }

  @Override
  public int hashCode() {
    return 31 * major + minor;
  }

  @Override
  public String toString() {
    return text;
  }
}
