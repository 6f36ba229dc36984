package dev.anabranch.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.dialect.ServerFault;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2ErrorsTest {

  /** H2 has one number for a connection that broke and for one that never came about. */
  @Test
  void aServerThatDoesNotListenIsUnreachable() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    String url = "jdbc:h2:tcp://localhost:" + port + "/mem:x";

    SQLException refused =
        catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(url).close());

    assertThat(H2Errors.INSTANCE.classify(refused)).isEqualTo(ServerFault.UNREACHABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DECIMAL(3, 1) | 987.6 | DECIMAL(3, 1)",
        "VARCHAR(2) | 'secret' | CHARACTER VARYING(2)",
        "BINARY VARYING(2) | X'c0ffee' | BINARY VARYING(2)"
      })
  void aValueThatIsTooLongIsNotShown(String type, String value, String shown) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (v " + type + ")");

      SQLException tooLong =
          catchThrowableOfType(
              SQLException.class, () -> statement.execute("INSERT INTO t VALUES (" + value + ")"));

      assertThat(H2Errors.INSTANCE.describe(tooLong))
          .isEqualTo("Value too long for column \"V " + shown + "\"");
    }
  }
}
