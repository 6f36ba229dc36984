package dev.anabranch.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.dialect.ServerFault;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

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
}
