package dev.anabranch.testkit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives each revision of a list, newest first, a lane, and each link to a parent the lane in which
 * it runs.
 *
 * <p>A lane waits for a revision: the one its line leads to. A revision stands on the leftmost lane
 * that waits for it; its first parent continues that lane, further parents get lanes to the right
 * or share one that waits for them already. Each revision costs as many steps as there are lanes.
 */
final class LaneLayout {

  /**
   * Where a revision stands.
   *
   * @param row its row, from 0
   * @param lane its lane, from 0
   */
  record Place(int row, int lane) {}

  /**
   * A link from a revision to a parent.
   *
   * @param child where the revision stands
   * @param parent where its parent stands
   * @param lane the lane in which it runs between them
   */
  record Link(Place child, Place parent, int lane) {}

  private record Wanted(Place child, String parent, int lane) {}

  private final List<@Nullable String> waiting = new ArrayList<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private int lanes;

  private LaneLayout() {}

  /**
   * Lays revisions out.
   *
   * @param revisions their ids, each before its parents
   * @param parents the parents of each, all of which are in the list
   */
  static LaneLayout of(List<String> revisions, Function<String, List<String>> parents) {
    LaneLayout layout = new LaneLayout();
    revisions.forEach(id -> layout.add(id, parents.apply(id)));
    return layout;
  }

  private void add(String id, List<String> parents) {
    int lane = waiting.indexOf(id);
    if (lane < 0) {
      lane = free(0);
    }
    Place place = new Place(places.size(), lane);
    places.put(id, place);
    for (int i = 0; i < waiting.size(); i++) {
      if (id.equals(waiting.get(i))) {
        waiting.set(i, null);
      }
    }
    boolean first = true;
    for (String parent : parents) {
      int shared = first ? -1 : waiting.indexOf(parent);
      int way = first ? lane : shared >= 0 ? shared : free(lane + 1);
      occupy(way, parent);
      wanted.add(new Wanted(place, parent, way));
      first = false;
    }
    lanes = Math.max(lanes, Math.max(lane + 1, waiting.size()));
  }

  private int free(int from) {
    for (int i = from; i < waiting.size(); i++) {
      if (waiting.get(i) == null) {
        return i;
      }
    }
    return Math.max(from, waiting.size());
  }

  private void occupy(int lane, String parent) {
    while (waiting.size() <= lane) {
      waiting.add(null);
    }
    waiting.set(lane, parent);
  }

  /** Returns how many lanes there are at the widest place. */
  int lanes() {
    return lanes;
  }

  /** Returns where a revision stands. */
  Place place(String id) {
    Place place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException(id);
    }
    return place;
  }

  /** Returns every link, by child. */
  List<Link> links() {
    return wanted.stream()
        .map(each -> new Link(each.child(), place(each.parent()), each.lane()))
        .toList();
  }
}
