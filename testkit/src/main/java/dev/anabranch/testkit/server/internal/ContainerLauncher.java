package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.RunningServer;
import dev.anabranch.testkit.server.ServerAddress;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * The only class that needs Testcontainers; its own reaper removes the container after a crash of
 * this JVM.
 */
public final class ContainerLauncher implements ContainerStarter {

  /** Creates a launcher. */
  public ContainerLauncher() {}

  @Override
  public RunningServer start(ContainerImage image) {
    GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image.name()));
    try {
      container
          .withExposedPorts(image.port())
          .withEnv(image.environment())
          .waitingFor(
              Wait.forLogMessage(image.readyLine(), image.readyCount())
                  .withStartupTimeout(Duration.ofMinutes(5)));
      if (!image.command().isEmpty()) {
        container.withCommand(image.command().toArray(String[]::new));
      }
      container.start();
      String url =
          image
              .urlPattern()
              .replace("{host}", container.getHost())
              .replace("{port}", String.valueOf(container.getMappedPort(image.port())));
      ServerAddress address = new ServerAddress(url, image.user(), image.password());
      return new RunningServer(address, "container " + image.name(), container::stop);
    } catch (RuntimeException e) {
      container.close();
      throw e;
    }
  }
}
