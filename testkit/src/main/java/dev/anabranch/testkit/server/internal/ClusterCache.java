package dev.anabranch.testkit.server.internal;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  private static final String HALF = "copy-";

  private final Path root;
  private final Path data;
  private @Nullable Path cluster;

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
    Path known =
        root.resolve(OPTIONS + "-" + archive.length + "-" + Long.toHexString(checksum.getValue()));
    if (Files.exists(known)) {
      Folders.copy(known, data);
    }
    cluster = known;
    return new ByteArrayInputStream(archive);
  }

  /** Keeps a cluster that was just initialised; one that is kept already stays as it is. */
  void keep(File initialised) {
    if (cluster == null || Files.exists(cluster)) {
      return;
    }
    try {
      Path copy = Files.createTempDirectory(root, HALF);
      Folders.copy(initialised.toPath(), copy);
      Files.move(copy, cluster, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether a folder among the kept clusters is what a killed JVM left of a copy. */
  static boolean isHalfCopied(Path kept) {
    return kept.getName(kept.getNameCount() - 1).toString().startsWith(HALF);
  }
}
