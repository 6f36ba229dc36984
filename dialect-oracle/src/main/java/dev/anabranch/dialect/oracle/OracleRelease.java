package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.NameFolding;
import dev.anabranch.sql.SqlStyle;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What has to be known of one server.
 *
 * @param version the release
 * @param longestName how many bytes a name may have: 128 where COMPATIBLE is 12.2 or newer, else 30
 *     (SQL Language Reference 19c, "Database Object Names and Qualifiers")
 * @param schema the schema the session began with; empty without a server
 */
record OracleRelease(ServerVersion version, int longestName, Optional<Identifier> schema) {

  private static final int LONG_NAMES = 128;
  private static final int SHORT_NAMES = 30;

  // DBMS_UTILITY is granted to everybody, V$PARAMETER is not.
  static final String FACTS =
      "BEGIN DBMS_UTILITY.DB_VERSION(?, ?); ? := SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA'); END;";

  private static final Pattern NUMBERS = Pattern.compile("(?:Version|Release) (\\d+(?:\\.\\d+)+)");

  /** Checks that nothing is null. */
  OracleRelease {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(schema, "schema");
  }

  /** Returns a release without a server, with COMPATIBLE as high as it goes. */
  static OracleRelease offline(ServerVersion version) {
    return new OracleRelease(version, LONG_NAMES, Optional.empty());
  }

  /**
   * Returns the release with its version told in one word: the driver repeats a banner of two
   * lines.
   */
  static ServerVersion shortened(ServerVersion told) {
    String text = told.text().lines().findFirst().orElse("").strip();
    Matcher numbers = NUMBERS.matcher(told.text());
    while (numbers.find()) {
      text = numbers.group(1);
    }
    return new ServerVersion(told.major(), told.minor(), text);
  }

  /**
   * Asks the server.
   *
   * @throws SQLException if it does not answer
   */
  static OracleRelease ask(Connection connection, ServerVersion version) throws SQLException {
    try (CallableStatement call = connection.prepareCall(FACTS)) {
      for (int i = 1; i <= 3; i++) {
        call.registerOutParameter(i, Types.VARCHAR);
      }
      call.execute();
      String compatible = call.getString(2);
      return new OracleRelease(
          version,
          compatible == null ? LONG_NAMES : longestName(compatible),
          Optional.ofNullable(call.getString(3)).map(NameFolding.UPPER::fromServer));
    }
  }

  private static int longestName(String compatible) {
    String[] numbers = compatible.split("\\.", -1);
    int major = Integer.parseInt(numbers[0]);
    int minor = numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0;
    return ServerVersion.of(major, minor).isAtLeast(12, 2) ? LONG_NAMES : SHORT_NAMES;
  }

  /** Returns the statement that makes the session read names as it did when it began. */
  String schemaReset(SqlStyle style) {
    if (schema.isPresent()) {
      return style
          .writer()
          .keyword("ALTER SESSION SET CURRENT_SCHEMA")
          .operator("=")
          .name(schema.get())
          .toSql();
    }
    return new PlSql(style).resettingSchema();
  }
}
