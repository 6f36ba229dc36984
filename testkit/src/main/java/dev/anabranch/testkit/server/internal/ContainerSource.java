package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.ServerSource;
import java.util.Optional;

/**
 * A server in a container, started through Testcontainers if that is on the class path and an
 * engine answers.
 */
public final class ContainerSource implements ServerSource {

  private final ContainerImage image;
  private final ContainerEngine engine;

  /**
   * Creates the source for an image.
   *
   * @param image what to run
   * @param engine where an engine may be
   */
  public ContainerSource(ContainerImage image, ContainerEngine engine) {
    this.image = image;
    this.engine = engine;
  }

  @Override
  public String description() {
    return "container " + image.name();
  }

  @Override
  public Outcome open() {
    Optional<ContainerStarter> starter = ClassPath.service(ContainerStarter.class);
    if (starter.isEmpty() || !ClassPath.has("org.testcontainers.containers.GenericContainer")) {
      return new Absent("org.testcontainers:testcontainers is not on the class path");
    }
    // Asked before Testcontainers is touched: without an engine it tries every strategy it knows
    // and logs an error.
    Optional<String> silence = engine.whySilent();
    if (silence.isPresent()) {
      return new Absent(silence.get());
    }
    try {
      return new Opened(starter.get().start(image));
    } catch (RuntimeException | LinkageError e) {
      return new Absent("did not start: " + Causes.describe(e));
    }
  }
}
