package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.dialect.ServerFault;
import dev.anabranch.dialect.oracle.replay.Tape;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import oracle.jdbc.OracleDriver;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OracleErrorsTest {

  /** One line of the tape: what the server says, and what is made of it. */
  record Said(int code, String state, String message, ServerFault fault, String shown) {

    static Said of(String line) {
      String[] parts = line.split("(?<!\\\\)\\|", -1);
      return new Said(
          Integer.parseInt(parts[0]),
          parts[1],
          plain(parts[2]),
          ServerFault.valueOf(parts[3]),
          plain(parts[4]));
    }

    private static String plain(String text) {
      return text.replace("\\n", "\n").replace("\\|", "|");
    }
  }

  static List<Said> tape() {
    try (InputStream file = OracleErrorsTest.class.getResourceAsStream("/tapes/errors.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Said::of)
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("tape")
  void anErrorHasItsMeaningAndIsShownWithoutValues(Said said) throws SQLException {
    Tape tape = new Tape().fails("DROP TABLE a", said.code(), said.state(), said.message());
    try (Connection connection = tape.connection()) {
      SQLException e =
          catchThrowableOfType(
              SQLException.class, () -> connection.createStatement().execute("DROP TABLE a"));

      assertThat(OracleErrors.INSTANCE.classify(e)).isEqualTo(said.fault());
      assertThat(OracleErrors.INSTANCE.describe(e))
          .isEqualTo(said.shown())
          .doesNotContain("s3cret", "98765432", "\n", "https:");
    }
  }

  @Test
  void everyCodeThatHasAMeaningIsOnTheTape() {
    assertThat(new TreeSet<>(tape().stream().map(Said::code).toList()))
        .containsAll(OracleErrors.CODES.keySet());
  }

  @Test
  void anErrorWithoutAMessageIsShownByItsClass() {
    assertThat(OracleErrors.INSTANCE.describe(new SQLException(null, null, 600)))
        .isEqualTo("java.sql.SQLException");
  }

  /** The driver itself, with nobody at the other end. */
  @Nested
  class WithoutAServer {

    private static SQLException errorOf(String url) {
      Properties user = new Properties();
      user.setProperty("user", "app");
      user.setProperty("password", "s3cret");
      new OracleDialectProvider().connectionProperties().forEach(user::setProperty);
      return catchThrowableOfType(SQLException.class, () -> new OracleDriver().connect(url, user));
    }

    @Test
    void nobodyListens() throws IOException {
      int port;
      try (ServerSocket socket = new ServerSocket(0)) {
        port = socket.getLocalPort();
      }
      SQLException e = errorOf("jdbc:oracle:thin:@//localhost:" + port + "/x");

      assertThat(OracleErrors.INSTANCE.classify(e)).isEqualTo(ServerFault.UNREACHABLE);
      assertThat(OracleErrors.INSTANCE.describe(e))
          .startsWith("ORA-12541: ")
          .doesNotContain("https:", "s3cret");
    }

    @Test
    void theHostIsNotKnown() {
      SQLException e = errorOf("jdbc:oracle:thin:@//nowhere.invalid:1521/x");

      assertThat(e.getErrorCode()).isEqualTo(17868);
      assertThat(OracleErrors.INSTANCE.classify(e)).isEqualTo(ServerFault.UNREACHABLE);
    }

    @Test
    void whoAnswersHangsUp() throws IOException {
      try (ServerSocket silent = new ServerSocket(0)) {
        Thread hangUp =
            new Thread(
                () -> {
                  try {
                    while (true) {
                      silent.accept().close();
                    }
                  } catch (IOException closed) {
                    // The test is over.
                  }
                });
        hangUp.start();
        SQLException e = errorOf("jdbc:oracle:thin:@//localhost:" + silent.getLocalPort() + "/x");

        assertThat(OracleErrors.INSTANCE.classify(e)).isEqualTo(ServerFault.CONNECTION_LOST);
      }
    }

    @Test
    void theUrlIsWrong() {
      SQLException e = errorOf("jdbc:oracle:thin:x");

      assertThat(e.getErrorCode()).isEqualTo(17067);
      assertThat(OracleErrors.INSTANCE.describe(e))
          .isEqualTo("ORA-17067: Invalid Oracle URL specified");
    }
  }
}
