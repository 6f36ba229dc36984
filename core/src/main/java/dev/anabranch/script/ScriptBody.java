package dev.anabranch.script;

import dev.anabranch.revision.Direction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands below the header of a revision file, read at one moment.
 *
 * @param checksum the SHA-256 of the whole file in 64 lower-case hex digits; line endings and a
 *     byte order mark make no difference
 * @param sections the sections in the order of the file
 * @param irreversibleReason why there is no way back, if the file says so, in the header or in
 *     place of a section
 * @since 0.1
 */
public record ScriptBody(
    String checksum, List<ScriptSection> sections, Optional<String> irreversibleReason) {

  /** Copies the list. */
  public ScriptBody {
    Objects.requireNonNull(checksum, "checksum");
    sections = List.copyOf(sections);
    Objects.requireNonNull(irreversibleReason, "irreversibleReason");
  }

  /**
   * Finds the section a database gets: the one named for its dialect, else the plain one.
   *
   * @param direction which way
   * @param dialectNames the names the dialect answers to, the most specific first, such as {@code
   *     mariadb, mysql}
   * @return the section; absent if there is none for this dialect and no plain one
   */
  public Optional<ScriptSection> section(Direction direction, List<String> dialectNames) {
    for (String name : dialectNames) {
      for (ScriptSection section : sections) {
        if (section.direction() == direction && section.dialects().contains(name)) {
          return Optional.of(section);
        }
      }
    }
    return sections.stream()
        .filter(section -> section.direction() == direction && section.isPlain())
        .findFirst();
  }
}
