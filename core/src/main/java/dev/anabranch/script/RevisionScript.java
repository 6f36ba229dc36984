package dev.anabranch.script;

import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Revision;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A revision together with the file or class that holds what it does.
 *
 * <p>What the header says is in memory; everything else is read when it is asked for. Immutable and
 * usable by several threads.
 *
 * @since 0.1
 */
public sealed interface RevisionScript permits SqlRevisionScript, JavaRevisionScript {

  /** Returns the revision as the header declares it. */
  Revision revision();

  /** Returns the file, as shown to users, and the line that declares the revision. */
  SourceLocation location();

  /** Returns the file on disk; absent for what stands in a jar or is compiled already. */
  Optional<Path> file();

  /**
   * Returns the free text of the header, lines joined by a line feed; empty where none is written.
   */
  String description();

  /** Returns when the file was created, if the header says so. */
  Optional<Instant> created();

  /**
   * Returns what the downgrade loses, as the header declares it and in its order: names of tables
   * and columns parted by points, {@code table}, {@code table.column}, {@code schema.table} or
   * {@code schema.table.column}.
   */
  List<String> losses();

  /**
   * Returns the SHA-256 of the source in 64 lower-case hex digits; line endings and a byte order
   * mark make no difference.
   *
   * @throws InvalidScriptsException if the file cannot be read
   */
  String checksum();

  /**
   * Returns why there is no way back, if the revision says so.
   *
   * @throws InvalidScriptsException if the file has to be read for it and cannot be, with every
   *     problem in it
   */
  Optional<String> irreversibleReason();
}
