package dev.anabranch.testkit.server.internal;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Initialises a cluster once for each archive of binaries and copies it for every further server.
 *
 * <p>It sits where the library asks for the archive, because that comes before it looks whether the
 * data folder holds a cluster already, and only there is it known which archive it is. Used under
 * the lock of {@link ServerFolders}.
 */
final class ClusterCache implements PgBinaryResolver {

  /** To be counted up when the options of {@code initdb} change. */
  private static final String OPTIONS = "1";

  private final Path root;
  private final Path data;
  private @Nullable KeptData kept;

  /**
   * Creates the cache for one start.
   *
   * @param root where clusters are kept
   * @param data the data folder of the server that is about to start
   */
  ClusterCache(Path root, Path data) {
    this.root = root;
    this.data = data;
  }

  @Override
  public InputStream getPgBinary(String system, String machineHardware) throws IOException {
    byte[] archive;
    try (InputStream bundled =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware)) {
      archive = bundled.readAllBytes();
    }
    CRC32 checksum = new CRC32();
    checksum.update(archive);
    KeptData known =
        new KeptData(
            root.resolve(
                OPTIONS + "-" + archive.length + "-" + Long.toHexString(checksum.getValue())));
    known.copyTo(data);
    kept = known;
    return new ByteArrayInputStream(archive);
  }

  /** Keeps a cluster that was just initialised; one that is kept already stays as it is. */
  void keep(File initialised) {
    if (kept == null) {
      return;
    }
    try {
      kept.keep(initialised.toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
