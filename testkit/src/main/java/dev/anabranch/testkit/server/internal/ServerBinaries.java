package dev.anabranch.testkit.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The programs of a server of the MySQL family, carried by a Maven artifact. */
interface ServerBinaries {

  /** Returns the product's name, for the folders of its servers. */
  String product();

  /** Returns why these programs are of no use here, as half a sentence; empty if they are. */
  Optional<String> whyAbsent();

  /** Returns a name for the unpacked programs, which changes with their release. */
  String release() throws IOException;

  /**
   * Unpacks the programs.
   *
   * @param home an empty folder
   */
  void unpack(Path home) throws IOException, InterruptedException;

  /**
   * Returns the command that initialises a data folder.
   *
   * @param home where the programs were unpacked
   * @param data the folder, which is not there yet
   */
  List<String> initialise(Path home, Path data);

  /**
   * Returns the program that serves, with the options that only this product has.
   *
   * @param home where the programs were unpacked
   */
  List<String> serve(Path home);

  /** Returns where the programs stand, unpacked if this is the first time; under the lock. */
  static Path unpacked(ServerBinaries binaries, ServerFolders folders)
      throws IOException, InterruptedException {
    Path home = folders.binaries().resolve(binaries.release());
    Path complete = home.resolve(ServerFolders.COMPLETE);
    if (!Files.exists(complete)) {
      Files.createDirectories(home);
      binaries.unpack(home);
      Files.createFile(complete);
    }
    return home;
  }
}
