package dev.anabranch.revision;

import dev.anabranch.error.SourceLocation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One node of the graph, as its file declares it.
 *
 * @param id the id, free text without {@code @ : + -} and white space, at most 255 characters
 * @param downRevisions the ids of the parents, in the order written; empty for a base, several for
 *     a merge
 * @param dependsOn the ids or labels of revisions that must be applied first although they are no
 *     parents, as written
 * @param labels the branch labels as written on this revision
 * @param message what the revision does, in one line; empty where nothing was written
 * @param source where the revision is declared, absent for one built in memory
 */
public record Revision(
    String id,
    List<String> downRevisions,
    List<String> dependsOn,
    List<String> labels,
    String message,
    Optional<SourceLocation> source) {

  /** Copies the lists. */
  public Revision {
    Objects.requireNonNull(id, "id");
    downRevisions = List.copyOf(downRevisions);
    dependsOn = List.copyOf(dependsOn);
    labels = List.copyOf(labels);
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(source, "source");
  }

  /** Returns a revision with nothing but an id and parents. */
  public static Revision of(String id, String... downRevisions) {
    return new Revision(id, List.of(downRevisions), List.of(), List.of(), "", Optional.empty());
  }
}
