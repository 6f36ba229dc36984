package dev.anabranch.script;

import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The revision files of a project, as they were when they were loaded.
 *
 * <p>Holds headers only. Immutable and usable by several threads.
 *
 * @since 0.1
 */
public final class RevisionScripts {

  private final List<RevisionScript> scripts;
  private final Map<String, RevisionScript> byId;
  private final RevisionGraph graph;

  private RevisionScripts(List<RevisionScript> scripts) {
    this.scripts = List.copyOf(scripts);
    this.graph = RevisionGraph.of(revisions());
    this.byId = new HashMap<>(scripts.size() * 2);
    for (RevisionScript script : scripts) {
      byId.putIfAbsent(script.revision().id(), script);
    }
  }

  /**
   * Reads the headers of all revision files and builds their graph.
   *
   * @param options where the files stand
   * @param classLoader where class path locations are looked up
   * @throws InvalidScriptsException if a location or a header has problems, with all of them, and
   *     with those of the graph as far as it is known
   * @throws dev.anabranch.revision.InvalidGraphException if every header is good, but the revisions
   *     do not form a graph
   */
  public static RevisionScripts load(ScriptOptions options, ClassLoader classLoader) {
    Headers headers = Headers.read(options, classLoader);
    if (!headers.problems().isEmpty()) {
      List<ScriptProblem> problems = new ArrayList<>(headers.problems());
      problems.addAll(headers.graphProblems());
      throw new InvalidScriptsException(problems);
    }
    return new RevisionScripts(List.copyOf(headers.scripts()));
  }

  /** Returns the graph of the revisions. */
  public RevisionGraph graph() {
    return graph;
  }

  /** Returns all revisions, in the order of locations and file names. */
  public List<RevisionScript> scripts() {
    return scripts;
  }

  /** Returns what the headers declare, in the order of locations and file names. */
  public List<Revision> revisions() {
    return scripts.stream().map(RevisionScript::revision).toList();
  }

  /**
   * Returns the revision with an id.
   *
   * @param id the full id
   */
  public Optional<RevisionScript> script(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
