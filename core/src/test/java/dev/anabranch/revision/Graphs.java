package dev.anabranch.revision;

import dev.anabranch.error.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads graphs written in one line: {@code id<parent+parent [label] {dependency,dependency}},
 * revisions separated by semicolons. The file of the third revision is {@code 3_id.sql}.
 */
final class Graphs {

  private static final Pattern REVISION =
      Pattern.compile("([^<\\[{]*)(?:<([^\\[{]*))?((?:\\[[^]]*])*)(?:\\{([^}]*)})?");

  private Graphs() {}

  static RevisionGraph graph(String text) {
    return RevisionGraph.of(revisions(text));
  }

  static MigrationPlanner planner(String text) {
    return new MigrationPlanner(graph(text));
  }

  static List<Revision> revisions(String text) {
    List<Revision> revisions = new ArrayList<>();
    if (text.isBlank()) {
      return revisions;
    }
    for (String part : text.split(";", -1)) {
      Matcher matcher = REVISION.matcher(part.strip().replace(" ", ""));
      if (!matcher.matches()) {
        throw new IllegalArgumentException("no revision: " + part);
      }
      String id = matcher.group(1);
      String labels = matcher.group(3).replace("][", ",").replaceAll("[\\[\\]]", "");
      String place = (revisions.size() + 1) + "_" + id + ".sql";
      revisions.add(
          new Revision(
              id,
              names(matcher.group(2), "\\+"),
              names(matcher.group(4), ","),
              names(labels, ","),
              "",
              Optional.of(new SourceLocation(place, 1))));
    }
    return revisions;
  }

  /** Returns the names in a list; none for an empty text. */
  static List<String> names(@Nullable String text, String separator) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String name : text.split(separator, -1)) {
      names.add(name.strip());
    }
    return names;
  }
}
