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
   * Reads the headers of all revision files.
   *
   * @param options where the files stand
   * @param classLoader where class path locations are looked up
   * @throws InvalidScriptsException if a location or a header has problems, with all of them
   * @throws dev.anabranch.revision.InvalidGraphException if the revisions form no graph, with all
   *     reasons
   */
  public static RevisionScripts load(ScriptOptions options, ClassLoader classLoader) {
    ScriptFinder finder = new ScriptFinder(options, classLoader);
    finder.find();
    List<ScriptProblem> problems = new ArrayList<>(finder.problems());
    List<RevisionScript> scripts = new ArrayList<>(finder.found().size());
    HeaderReader reader = new HeaderReader(options.fileNames());
    for (ScriptSource source : finder.found()) {
      Problems inFile = new Problems(source.shown());
      Header header = reader.read(source, inFile);
      problems.addAll(inFile.found());
      if (header != null) {
        scripts.add(new SqlRevisionScript(header, source));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidScriptsException(problems);
    }
    return new RevisionScripts(scripts);
  }

  /** Returns all revisions, in the order of locations and file names. */
  public List<RevisionScript> scripts() {
    return scripts;
  }

  /** Returns the graph of the revisions. */
  public RevisionGraph graph() {
    return graph;
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
