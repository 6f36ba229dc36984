package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.ServerSource;
import java.io.IOException;
import java.util.Optional;

/** A server of the MySQL family started from binaries that a Maven artifact carries. */
final class EmbeddedMysqlSource implements ServerSource {

  private final ServerBinaries binaries;

  /**
   * Creates the source.
   *
   * @param binaries the programs
   */
  EmbeddedMysqlSource(ServerBinaries binaries) {
    this.binaries = binaries;
  }

  @Override
  public String description() {
    return "embedded binaries";
  }

  @Override
  public Outcome open() {
    Optional<String> absence =
        binaries.whyAbsent().or(() -> MysqlUrl.driverFor(binaries.product()).whyAbsent());
    if (absence.isPresent()) {
      return new Absent(absence.get());
    }
    try {
      return new Opened(new EmbeddedMysqlLauncher(binaries).start());
    } catch (IOException | RuntimeException e) {
      return new Absent("did not start: " + Causes.describe(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Absent("did not start: interrupted");
    }
  }
}
