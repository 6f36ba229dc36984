package dev.anabranch.testkit.server.internal;

import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where a container engine may listen on this machine, and whether one does. */
public final class ContainerEngine {

  private static final int PATIENCE_MILLIS = 2_000;

  private final Map<String, String> environment;
  private final Path home;

  /**
   * Creates a look at a machine.
   *
   * @param environment the environment variables
   * @param home the user's home folder
   */
  public ContainerEngine(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  /** Returns a look at this machine. */
  public static ContainerEngine ofThisMachine() {
    return new ContainerEngine(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * Returns why no engine can be used, or nothing if one answers; takes at most a few seconds and
   * logs nothing.
   */
  public Optional<String> whySilent() {
    Optional<String> configured = configuredHost();
    if (configured.isPresent()) {
      String host = configured.get();
      return answers(host) ? Optional.empty() : Optional.of("no engine answers at " + host);
    }
    List<String> candidates = usualSockets();
    return candidates.stream().anyMatch(this::answers)
        ? Optional.empty()
        : Optional.of("no container engine answers on this machine");
  }

  private Optional<String> configuredHost() {
    String variable = environment.getOrDefault("DOCKER_HOST", "");
    if (!variable.isBlank()) {
      return Optional.of(variable.strip());
    }
    Path file = home.resolve(".testcontainers.properties");
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    String host = properties.getProperty("tc.host", properties.getProperty("docker.host"));
    return Optional.ofNullable(host).map(String::strip);
  }

  private List<String> usualSockets() {
    List<String> sockets = new ArrayList<>();
    sockets.add("npipe:////./pipe/docker_engine");
    sockets.add("unix:///var/run/docker.sock");
    String runtime = environment.get("XDG_RUNTIME_DIR");
    if (runtime != null) {
      sockets.add("unix://" + runtime + "/docker.sock");
    }
    sockets.add("unix://" + home + "/.docker/run/docker.sock");
    sockets.add("unix://" + home + "/.docker/desktop/docker.sock");
    return sockets;
  }

  private boolean answers(String host) {
    try {
      if (host.startsWith("unix://")) {
        Path socket = Path.of(host.substring("unix://".length()));
        return Files.exists(socket) && pong(UnixDomainSocketAddress.of(socket));
      }
      if (host.startsWith("npipe://")) {
        return Files.exists(Path.of(host.substring("npipe://".length()).replace('/', '\\')));
      }
      URI uri = URI.create(host);
      // A port that accepts is enough here: what is spoken on it may be TLS with the user's
      // certificates.
      try (Socket connection = new Socket()) {
        connection.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PATIENCE_MILLIS);
        return true;
      }
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      return false;
    }
  }

  /**
   * Sends the engine's ping: a socket file alone says nothing: it stays behind when the engine is
   * stopped.
   */
  private static boolean pong(UnixDomainSocketAddress address) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        Selector selector = Selector.open()) {
      channel.connect(address);
      channel.write(
          ByteBuffer.wrap("GET /_ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      if (selector.select(PATIENCE_MILLIS) == 0) {
        return false;
      }
      ByteBuffer answer = ByteBuffer.allocate(12);
      return channel.read(answer) > 0
          && new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII)
              .endsWith(" 200");
    }
  }
}
