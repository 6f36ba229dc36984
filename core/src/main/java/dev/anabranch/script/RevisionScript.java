package dev.anabranch.script;

import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.Revision;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A revision together with the file that holds its statements.
 *
 * <p>What the header says is in memory. Everything below it is read from the file each time it is
 * asked for and kept by the caller only; who needs several things at once asks for the {@link
 * #body()} once. Immutable and usable by several threads.
 *
 * @since 0.1
 */
public sealed interface RevisionScript permits SqlRevisionScript {

  /** Returns the revision as the header declares it. */
  Revision revision();

  /** Returns the file, as shown to users, and the line that declares the revision. */
  SourceLocation location();

  /** Returns the file on disk; absent for an entry of a jar. */
  Optional<Path> file();

  /**
   * Returns the free text of the header, lines joined by a line feed; empty where none is written.
   */
  String description();

  /** Returns when the file was created, if the header says so. */
  Optional<Instant> created();

  /**
   * Reads what stands below the header.
   *
   * @throws InvalidScriptsException if the file cannot be read or its body breaks the format, with
   *     every problem in it
   */
  ScriptBody body();

  /**
   * Reads the file and returns its SHA-256 in 64 lower-case hex digits; line endings and a byte
   * order mark make no difference.
   *
   * @throws InvalidScriptsException if the file cannot be read
   */
  String checksum();

  /**
   * Reads the sections in the order of the file.
   *
   * @throws InvalidScriptsException as {@link #body()}
   */
  default List<ScriptSection> sections() {
    return body().sections();
  }

  /**
   * Reads the section a database gets.
   *
   * @param direction which way
   * @param dialectNames the names the dialect answers to, the most specific first
   * @return the section named for the dialect, else the plain one; absent if there is neither
   * @throws InvalidScriptsException as {@link #body()}
   */
  default Optional<ScriptSection> section(Direction direction, List<String> dialectNames) {
    return body().section(direction, dialectNames);
  }

  /**
   * Reads why there is no way back, if the file says so. A dialect that has a downgrade section of
   * its own has a way back nevertheless.
   *
   * @throws InvalidScriptsException as {@link #body()}
   */
  default Optional<String> irreversibleReason() {
    return body().irreversibleReason();
  }
}
