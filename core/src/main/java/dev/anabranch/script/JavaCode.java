package dev.anabranch.script;

import dev.anabranch.migration.Migration;
import java.nio.file.Path;
import java.util.Optional;

/** The code of one revision in Java, wherever it comes from. */
interface JavaCode {

  /** Returns the source on disk, if there is one. */
  Optional<Path> file();

  /**
   * Returns the checksum that the history keeps.
   *
   * @throws InvalidScriptsException if the file cannot be read
   */
  String checksum();

  /**
   * Returns a new instance of the revision's class.
   *
   * @throws InvalidScriptsException if there is none to be had
   */
  Migration migration();

  /** Looks whether the class could be used, and reports what stands in the way. */
  void check(Problems problems);
}
