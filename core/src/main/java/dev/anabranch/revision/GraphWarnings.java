package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what works but was hardly meant: a parent that is written twice in one file. */
final class GraphWarnings {

  private GraphWarnings() {}

  static List<GraphProblem> find(GraphIndex graph) {
    List<GraphProblem> warnings = new ArrayList<>();
    for (int node = 0; node < graph.size(); node++) {
      Revision revision = graph.revision(node);
      for (String parent : repeated(revision.downRevisions())) {
        warnings.add(
            warning(
                ErrorCode.DUPLICATE_PARENT,
                revision,
                "Revision \"" + revision.id() + "\" names its parent \"" + parent + "\" twice.",
                "Name it once; a merge has several different parents."));
      }
    }
    return List.copyOf(warnings);
  }

  private static Set<String> repeated(List<String> names) {
    if (names.size() < 2) {
      return Set.of();
    }
    Set<String> seen = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    names.stream().filter(name -> !seen.add(name)).forEach(twice::add);
    return twice;
  }

  private static GraphProblem warning(
      ErrorCode code, Revision revision, String message, String hint) {
    return new GraphProblem(
        code, message, Optional.of(hint), GraphValidation.locations(List.of(revision)));
  }
}
