package dev.anabranch.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Draws the lanes of a graph beside a list of its revisions, newest first.
 *
 * <p>A lane belongs to one line of descent and keeps its column from top to bottom. A revision
 * stands on the leftmost lane that waits for it; the other ones that do end there. Its first parent
 * continues the lane; further parents get lanes to the right, or join one that waits for them
 * already. A line that has to cross a lane goes under it, so that a lane is never mistaken for a
 * link. Each revision costs as many steps as there are lanes. For one thread.
 */
public final class LaneDrawing {
  private static final Style.Ink[] INKS = {
    Style.Ink.GREEN,
    Style.Ink.BLUE,
    Style.Ink.MAGENTA,
    Style.Ink.YELLOW,
    Style.Ink.CYAN,
    Style.Ink.RED
  };

  /**
   * The lines of the picture that belong to one revision.
   *
   * @param before lines above the revision's own, without text
   * @param node the revision's own line, for text beside it
   * @param beside what stands left of further lines of text about the revision
   * @param after lines below, without text
   * @param lanes how many lanes the widest of these lines has
   */
  public record Lines(
      List<String> before, String node, String beside, List<String> after, int lanes) {}

  private final boolean drawsLines;
  private final Style style;

  /** What each lane waits for; null for a free one. */
  private final List<@Nullable String> lanes = new ArrayList<>();

  private final List<Integer> colors = new ArrayList<>();
  private int nextColor;
  private int endedLane = -1;

  /**
   * Creates an empty drawing.
   *
   * @param drawsLines whether box-drawing characters can be used, else ASCII
   * @param style whether lanes are coloured
   */
  public LaneDrawing(boolean drawsLines, Style style) {
    this.drawsLines = drawsLines;
    this.style = style;
  }

  /**
   * Draws the next revision, which must not be a parent of one drawn before it is asked for.
   *
   * @param id the revision
   * @param parents its parents, as far as they are drawn later
   * @param mark how it is drawn
   */
  public Lines next(String id, List<String> parents, NodeMark mark) {
    List<String> before = new ArrayList<>();
    List<Integer> waiting = waitingFor(id);
    int lane;
    if (waiting.isEmpty()) {
      lane = freeLane(0);
      if (lane == endedLane) {
        // Otherwise the head would seem to stand on the base above it.
        before.add(render(passing()));
      }
      occupy(lane, id);
    } else {
      lane = waiting.get(0);
      if (waiting.size() > 1) {
        before.add(render(joining(lane, waiting)));
        waiting.subList(1, waiting.size()).forEach(ended -> lanes.set(ended, null));
      }
    }
    int width = lanes.size();
    trim();
    LaneRow node = passing();
    node.node(lane, mark.glyph(drawsLines), colors.get(lane));
    String nodeLine = render(node);
    List<String> after = new ArrayList<>();
    endedLane = parents.isEmpty() ? lane : -1;
    String beside = drawParents(lane, parents, after);
    width = Math.max(width, lanes.size());
    trim();
    return new Lines(before, nodeLine, beside, after, width);
  }

  private String drawParents(int lane, List<String> parents, List<String> after) {
    lanes.set(lane, parents.isEmpty() ? null : parents.get(0));
    String beside = render(passing());
    TreeSet<Integer> added = new TreeSet<>();
    TreeSet<Integer> joined = new TreeSet<>();
    for (String parent : parents.subList(Math.min(1, parents.size()), parents.size())) {
      List<Integer> others = waitingFor(parent);
      others.remove((Integer) lane);
      if (others.isEmpty()) {
        int free = freeLane(lane + 1);
        occupy(free, parent);
        added.add(free);
      } else {
        joined.add(others.get(0));
      }
    }
    joined.removeAll(added);
    if (!added.isEmpty() || !joined.isEmpty()) {
      after.add(render(forking(lane, added, joined)));
    }
    return beside;
  }

  /** Lines of several lanes come together at one. */
  private LaneRow joining(int lane, List<Integer> waiting) {
    LaneRow row = new LaneRow(lanes.size());
    for (int i = 0; i < lanes.size(); i++) {
      if (lanes.get(i) != null && !waiting.contains(i)) {
        row.lane(i, LaneRow.UP | LaneRow.DOWN, colors.get(i));
      }
    }
    row.lane(lane, LaneRow.UP | LaneRow.DOWN | LaneRow.RIGHT, colors.get(lane));
    List<Integer> ending = waiting.subList(1, waiting.size());
    for (int ended : ending) {
      row.lane(ended, LaneRow.UP | LaneRow.LEFT, colors.get(ended));
    }
    for (int ended : ending) {
      row.across(lane, ended, colors.get(ended));
    }
    return row;
  }

  /** Lines go from one lane to its further parents. */
  private LaneRow forking(int lane, Set<Integer> added, Set<Integer> joined) {
    LaneRow row = new LaneRow(lanes.size());
    for (int i = 0; i < lanes.size(); i++) {
      if (lanes.get(i) != null && !added.contains(i)) {
        row.lane(i, LaneRow.UP | LaneRow.DOWN, colors.get(i));
      }
    }
    TreeSet<Integer> targets = new TreeSet<>(added);
    targets.addAll(joined);
    for (int target : targets) {
      boolean right = target > lane;
      row.lane(lane, right ? LaneRow.RIGHT : LaneRow.LEFT, colors.get(lane));
      row.lane(
          target,
          (added.contains(target) ? LaneRow.DOWN : 0) | (right ? LaneRow.LEFT : LaneRow.RIGHT),
          colors.get(target));
    }
    for (int target : targets) {
      row.across(lane, target, colors.get(target));
      // A lane that is joined while the line goes on to another one shows both.
      boolean goesOn =
          target > lane ? targets.higher(target) != null : targets.lower(target) != null;
      if (goesOn) {
        row.lane(target, target > lane ? LaneRow.RIGHT : LaneRow.LEFT, colors.get(target));
      }
    }
    return row;
  }

  /** Every lane goes straight on. */
  private LaneRow passing() {
    LaneRow row = new LaneRow(lanes.size());
    for (int i = 0; i < lanes.size(); i++) {
      if (lanes.get(i) != null) {
        row.lane(i, LaneRow.UP | LaneRow.DOWN, colors.get(i));
      }
    }
    return row;
  }

  private List<Integer> waitingFor(String id) {
    List<Integer> waiting = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      if (id.equals(lanes.get(i))) {
        waiting.add(i);
      }
    }
    return waiting;
  }

  private int freeLane(int from) {
    for (int i = from; i < lanes.size(); i++) {
      if (lanes.get(i) == null) {
        return i;
      }
    }
    return Math.max(from, lanes.size());
  }

  private void occupy(int lane, String id) {
    while (lanes.size() <= lane) {
      lanes.add(null);
      colors.add(0);
    }
    lanes.set(lane, id);
    colors.set(lane, nextColor++ % INKS.length);
  }

  /** Drops free lanes at the right edge. */
  private void trim() {
    while (!lanes.isEmpty() && lanes.get(lanes.size() - 1) == null) {
      lanes.remove(lanes.size() - 1);
      colors.remove(colors.size() - 1);
    }
  }

  private String render(LaneRow row) {
    return row.render(drawsLines, style, INKS);
  }
}
