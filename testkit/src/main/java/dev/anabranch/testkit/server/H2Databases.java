package dev.anabranch.testkit.server;

import dev.anabranch.testkit.server.internal.Folders;
import dev.anabranch.testkit.server.internal.H2Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * H2 databases that only H2 has: in a file, for tests of what survives when the last connection is
 * closed.
 */
public final class H2Databases {

  private H2Databases() {}

  /**
   * Creates a database in a file in a new temporary folder.
   *
   * @return the database; closing it shuts it down and deletes the folder
   * @throws TestServerException if H2 is not on the class path or refuses
   */
  public static TestDatabase inFile() {
    try {
      Path folder = Files.createTempDirectory("anabranch-h2-");
      TestDatabase database = at(folder.resolve("database"));
      database.afterDrop(() -> deleteFolder(folder));
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestDatabase at(Path file) {
    String url = "jdbc:h2:file:" + file.toAbsolutePath();
    return H2Product.open(
        file.toString(),
        new ServerAddress(url, "sa", ""),
        new ServerAddress(url + ";IFEXISTS=TRUE", "sa", ""));
  }

  private static void deleteFolder(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete \"" + folder + "\"", e);
    }
  }
}
