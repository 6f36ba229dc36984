package dev.anabranch.testkit.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * The data of a server that was initialised once, kept to be copied for every further server. Used
 * under the lock of {@link ServerFolders}.
 *
 * @param folder where it is kept; not there before the first server was initialised
 */
record KeptData(Path folder) {

  private static final String HALF = "copy-";

  KeptData {
    Objects.requireNonNull(folder, "folder");
  }

  /**
   * Copies what is kept.
   *
   * @param data the data folder of a server that is about to start, empty or not there
   * @return false if nothing is kept yet
   */
  boolean copyTo(Path data) throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    Folders.copy(folder, data);
    return true;
  }

  /** Keeps data that were just initialised; what is kept already stays as it is. */
  void keep(Path initialised) throws IOException {
    if (Files.exists(folder)) {
      return;
    }
    Path copy = Files.createTempDirectory(folder.getParent(), HALF);
    Folders.copy(initialised, copy);
    Files.move(copy, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Returns whether a folder among the kept ones is what a killed JVM left of a copy. */
  static boolean isHalfCopied(Path kept) {
    return kept.getName(kept.getNameCount() - 1).toString().startsWith(HALF);
  }
}
