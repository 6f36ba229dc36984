package dev.anabranch.cli.output;

import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Writes revisions as JSON objects. */
public final class RevisionJson {
  private final RevisionGraph graph;
  private final Optional<AppliedRevisions> applied;
  private final Set<String> heads;
  private final Set<String> effectiveHeads;

  /**
   * Creates a writer.
   *
   * @param graph the graph the revisions are of
   * @param applied what a database has, if that is known
   */
  public RevisionJson(RevisionGraph graph, Optional<AppliedRevisions> applied) {
    this.graph = graph;
    this.applied = applied;
    this.heads = new HashSet<>(graph.heads());
    this.effectiveHeads = new HashSet<>(graph.effectiveHeads());
  }

  /**
   * Writes the members of a revision's object.
   *
   * @throws IOException if the stream fails
   */
  public void write(JsonWriter json, Revision revision) throws IOException {
    String id = revision.id();
    json.text("id", id)
        .texts("parents", revision.downRevisions())
        .texts("dependsOn", graph.resolvedDependencies(id))
        .texts("labels", revision.labels())
        .texts("branches", graph.labels(id))
        .text("message", revision.message())
        .bool("head", heads.contains(id))
        .bool("effectiveHead", effectiveHeads.contains(id))
        .text("file", revision.source().map(source -> source.path()));
    if (applied.isPresent()) {
      json.bool("applied", applied.get().isApplied(id))
          .bool("current", applied.get().isCurrent(id));
    }
  }
}
