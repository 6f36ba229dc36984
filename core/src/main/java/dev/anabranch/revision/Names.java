package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.NearestNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up: a full id, a label, or the beginning of one.
 *
 * <p>Ids and labels share one name space. A full name always wins; a beginning is looked for among
 * the names of more than three characters, which is Alembic's rule and keeps short ids such as
 * {@code 1} and {@code 10} apart.
 */
final class Names {

  private static final int SHORTEST_TO_ABBREVIATE = 4;
  private static final List<String> WORDS = List.of("base", "current", "head", "heads");

  private final GraphIndex graph;
  private final List<String> sorted;

  Names(GraphIndex graph) {
    this.graph = graph;
    List<String> all = new ArrayList<>(graph.size() + graph.labels().size());
    for (int node = 0; node < graph.size(); node++) {
      all.add(graph.id(node));
    }
    if (!graph.labels().isEmpty()) {
      all.addAll(graph.labels());
      Collections.sort(all);
    }
    this.sorted = all;
  }

  /** Returns every id and label, sorted. */
  List<String> all() {
    return sorted;
  }

  /** Returns the revision with exactly this id or label, or -1. */
  int exact(String name) {
    Integer node = graph.nodeOfId(name);
    if (node == null) {
      node = graph.nodeOfLabel(name);
    }
    return node == null ? -1 : node;
  }

  /** Returns the revision that a name stands for. */
  int find(Request request, String name) {
    return find(request, name, null);
  }

  /**
   * Returns the revision that a name stands for; a shortened one is looked for among the given
   * revisions only.
   *
   * @throws RevisionException.NotFound if nothing has the name
   * @throws RevisionException.Ambiguous if several revisions do
   */
  int find(Request request, String name, @Nullable BitSet among) {
    int node = exact(name);
    if (node >= 0) {
      return node;
    }
    List<String> matches = beginningWith(name, among);
    if (matches.isEmpty()) {
      throw Failures.notFound(request, name, this);
    }
    if (matches.size() > 1) {
      throw Failures.ambiguous(request, name, matches);
    }
    return exact(matches.get(0));
  }

  /** Returns the revision a branch name stands for: a label, an id, or the beginning of one. */
  int branch(Request request, String branch) {
    int node = exact(branch);
    if (node >= 0) {
      return node;
    }
    List<String> matches = beginningWith(branch, null);
    if (matches.size() > 1) {
      throw Failures.ambiguous(request, branch, matches);
    }
    if (matches.isEmpty()) {
      throw Failures.unknownBranch(request, branch, this);
    }
    return exact(matches.get(0));
  }

  private List<String> beginningWith(String name, @Nullable BitSet among) {
    List<String> matches = new ArrayList<>();
    int at = Collections.binarySearch(sorted, name);
    for (at = at < 0 ? -at - 1 : at; at < sorted.size() && sorted.get(at).startsWith(name); at++) {
      String candidate = sorted.get(at);
      if (candidate.length() >= SHORTEST_TO_ABBREVIATE
          && (among == null || among.get(exact(candidate)))) {
        matches.add(candidate);
      }
    }
    return matches;
  }

  RevisionException unknown(ErrorCode code, Request request, String what, String name) {
    List<String> known = new ArrayList<>(sorted);
    if (code == ErrorCode.UNKNOWN_REVISION) {
      known.addAll(WORDS);
    }
    List<String> nearest = WORDS.contains(name) ? List.of() : NearestNames.find(name, known);
    return new RevisionException.NotFound(
        code,
        request.cannot("no " + what + " is called \"" + name + "\""),
        hint(name, nearest),
        name,
        nearest);
  }

  private static String hint(String name, List<String> nearest) {
    if (WORDS.contains(name)) {
      return "The word \"" + name + "\" has no meaning here; name a revision or label.";
    }
    return nearest.isEmpty()
        ? "See the ids and labels with: anabranch history"
        : "Did you mean " + String.join(" or ", nearest) + "?";
  }
}
