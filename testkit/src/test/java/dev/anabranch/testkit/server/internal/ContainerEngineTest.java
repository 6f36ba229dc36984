package dev.anabranch.testkit.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "engines listen on named pipes there")
class ContainerEngineTest {

  @TempDir Path home;

  @Test
  void anEngineThatAnswersItsPingIsUsed() throws IOException {
    Path socket = home.resolve("engine.sock");
    try (FakeEngine engine = new FakeEngine(socket, "HTTP/1.1 200 OK\r\n\r\nOK")) {
      assertThat(engine(Map.of("DOCKER_HOST", engine.host())).whySilent()).isEmpty();
    }
  }

  @Test
  void anEngineOfTheUserIsFoundInTheRuntimeFolder() throws IOException {
    try (FakeEngine engine =
        new FakeEngine(home.resolve("docker.sock"), "HTTP/1.0 200 OK\r\n\r\nOK")) {
      assertThat(engine(Map.of("XDG_RUNTIME_DIR", engine.folder())).whySilent()).isEmpty();
    }
  }

  @Test
  void theFileOfTestcontainersIsRead() throws IOException {
    Files.writeString(home.resolve(".testcontainers.properties"), "docker.host=unix:///nowhere");

    assertThat(engine(Map.of()).whySilent()).contains("no engine answers at unix:///nowhere");
  }

  @Test
  void anEngineThatRefusesIsNotUsed() throws IOException {
    Path socket = home.resolve("engine.sock");
    try (FakeEngine engine = new FakeEngine(socket, "HTTP/1.1 403 Forbidden\r\n\r\n")) {
      assertThat(engine(Map.of("DOCKER_HOST", engine.host())).whySilent())
          .contains("no engine answers at " + engine.host());
    }
  }

  @Test
  void aSocketThatAStoppedEngineLeftIsNotUsed() throws IOException {
    Path socket = home.resolve("engine.sock");
    new FakeEngine(socket, "").close();
    assertThat(socket).exists();

    assertThat(engine(Map.of("DOCKER_HOST", "unix://" + socket)).whySilent()).isPresent();
  }

  @Test
  void aRemoteEngineIsUsedWhenItsPortAccepts() throws IOException {
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String host = "tcp://" + port.getInetAddress().getHostAddress() + ":" + port.getLocalPort();
      assertThat(engine(Map.of("DOCKER_HOST", host)).whySilent()).isEmpty();
    }
  }

  @Test
  void aWrongHostIsNoEngine() {
    assertThat(engine(Map.of("DOCKER_HOST", "not a host")).whySilent())
        .contains("no engine answers at not a host");
  }

  private ContainerEngine engine(Map<String, String> environment) {
    return new ContainerEngine(environment, home);
  }

  /** Answers every connection with the same text. */
  private static final class FakeEngine implements AutoCloseable {

    private final Path socket;
    private final ServerSocketChannel channel;

    FakeEngine(Path socket, String answer) throws IOException {
      this.socket = socket;
      channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      channel.bind(UnixDomainSocketAddress.of(socket));
      Thread thread = new Thread(() -> serve(answer), "fake-engine");
      thread.setDaemon(true);
      thread.start();
    }

    String host() {
      return "unix://" + socket;
    }

    String folder() {
      return String.valueOf(socket.getParent());
    }

    private void serve(String answer) {
      while (true) {
        try (SocketChannel client = channel.accept()) {
          client.read(ByteBuffer.allocate(1_000));
          client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
        } catch (ClosedChannelException e) {
          return;
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
