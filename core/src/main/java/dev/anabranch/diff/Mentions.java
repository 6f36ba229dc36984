package dev.anabranch.diff;

import dev.anabranch.schema.View;
import dev.anabranch.sql.QualifiedName;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds names in the queries of views, in which anything may be meant that has the name. */
final class Mentions {

  private Mentions() {}

  /** Returns whether the query of a view holds the name of a table or view, as a word. */
  static boolean of(View view, QualifiedName relation) {
    String query = view.query().toString().toLowerCase(Locale.ROOT);
    String name = relation.name().value().toLowerCase(Locale.ROOT);
    for (int at = query.indexOf(name); at >= 0; at = query.indexOf(name, at + 1)) {
      if (isEdge(query, at - 1) && isEdge(query, at + name.length())) {
        return true;
      }
    }
    return false;
  }

  /** Returns views in an order in which each stands behind those that it names. */
  static List<View> usedFirst(Collection<View> views) {
    Set<View> ordered = new LinkedHashSet<>();
    Set<View> begun = new HashSet<>();
    views.forEach(view -> add(view, views, begun, ordered));
    return List.copyOf(ordered);
  }

  private static void add(View view, Collection<View> views, Set<View> begun, Set<View> ordered) {
    if (begun.add(view)) {
      for (View other : views) {
        if (!other.equals(view) && of(view, other.name())) {
          add(other, views, begun, ordered);
        }
      }
      ordered.add(view);
    }
  }

  private static boolean isEdge(String query, int place) {
    return place < 0
        || place >= query.length()
        || !(Character.isLetterOrDigit(query.charAt(place)) || query.charAt(place) == '_');
  }
}
