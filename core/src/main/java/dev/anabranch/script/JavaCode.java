package dev.anabranch.script;

import dev.anabranch.migration.Migration;
import java.nio.file.Path;
import java.util.Optional;

/** The code of one revision in Java, wherever it comes from. */
interface JavaCode {

  /** Returns the source on disk, if there is one. */
  Optional<Path> file();

  /** Returns the checksum that the history keeps. */
  String checksum();

  /** Returns a new instance of the revision's class. */
  Migration migration();
}
