package dev.anabranch.testkit.report;

import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import java.util.List;
import java.util.Map;

/**
 * Draws the graph beside a list whose rows have one height: lanes, a node for each revision, and
 * dashed arcs for dependencies.
 */
final class GraphSvg {

  /** The height of a row in pixels; the style sheet is told. */
  static final int ROW = 26;

  private static final int LANE = 16;
  private static final int MARGIN = 14;
  private static final int ARC = 34;

  /** How many colours the style sheet has for lanes. */
  private static final int COLOURS = 6;

  /** What a node looks like, around 0,0: a shape of its own for each mark. */
  private static final String SHAPES =
      """
      <defs>
      <g id="node-passed"><circle class="round" r="7"></circle><path class="inner" d="M-3.2 .2-1 2.6 3.4-2.6"></path></g>
      <g id="node-failed"><path class="round" d="M0-9.5 9.5 0 0 9.5-9.5 0z"></path><path class="inner" d="M-3-3 3 3M3-3-3 3"></path></g>
      <g id="node-upgraded-only"><circle class="round" r="7"></circle><path class="inner" d="M0 4V-4M-3-1 0-4 3-1"></path></g>
      <g id="node-not-reached"><rect class="round" x="-6.5" y="-6.5" width="13" height="13"></rect><path class="inner" d="M-3 0H3"></path></g>
      <g id="node-not-verified"><circle class="round" r="4"></circle></g>
      </defs>
      """;

  private final RevisionGraph graph;
  private final List<Revision> revisions;
  private final LaneLayout layout;
  private final boolean hasDependencies;

  GraphSvg(RevisionGraph graph, List<Revision> revisions) {
    this.graph = graph;
    this.revisions = revisions;
    this.layout = LaneLayout.of(revisions.stream().map(Revision::id).toList(), graph::parents);
    this.hasDependencies =
        revisions.stream().anyMatch(each -> !graph.resolvedDependencies(each.id()).isEmpty());
  }

  /** Returns the width of the drawing in pixels. */
  int width() {
    return MARGIN * 2 + Math.max(0, layout.lanes() - 1) * LANE + (hasDependencies ? ARC : 0);
  }

  /**
   * Writes the drawing.
   *
   * @param html takes it
   * @param marks how each revision is marked
   */
  void write(Markup html, Map<String, Mark> marks) {
    int height = revisions.size() * ROW;
    html.start(
        "svg",
        "class",
        "graph",
        "aria-hidden",
        "true",
        "focusable",
        "false",
        "width",
        String.valueOf(width()),
        "height",
        String.valueOf(height),
        "viewBox",
        "0 0 " + width() + " " + height);
    html.raw(SHAPES);
    for (LaneLayout.Link link : layout.links()) {
      html.empty("path", "class", "link lane-" + link.lane() % COLOURS, "d", path(link));
    }
    html.line();
    for (Revision revision : revisions) {
      for (String needed : graph.resolvedDependencies(revision.id())) {
        html.empty(
            "path",
            "class",
            "needs",
            "data-ends",
            revision.id() + " " + needed,
            "d",
            arc(layout.place(revision.id()), layout.place(needed)));
      }
    }
    html.line();
    for (Revision revision : revisions) {
      Mark mark = marks.getOrDefault(revision.id(), Mark.NOT_VERIFIED);
      LaneLayout.Place place = layout.place(revision.id());
      html.empty(
          "use",
          "class",
          "node " + mark.style(),
          "href",
          "#node-" + mark.style(),
          "x",
          String.valueOf(x(place.lane())),
          "y",
          String.valueOf(y(place.row())));
    }
    html.end().line();
  }

  /** Out of the child into the lane of the link, down, and out of that lane into the parent. */
  private static String path(LaneLayout.Link link) {
    int childX = x(link.child().lane());
    int childY = y(link.child().row());
    int parentX = x(link.parent().lane());
    int parentY = y(link.parent().row());
    int laneX = x(link.lane());
    StringBuilder path = new StringBuilder("M" + childX + " " + childY);
    if (link.parent().row() == link.child().row() + 1) {
      bend(path, childX, childY, parentX, parentY);
    } else {
      bend(path, childX, childY, laneX, childY + ROW);
      path.append("V").append(parentY - ROW);
      bend(path, laneX, parentY - ROW, parentX, parentY);
    }
    return path.toString();
  }

  private static void bend(StringBuilder path, int fromX, int fromY, int toX, int toY) {
    if (fromX == toX) {
      path.append("V").append(toY);
      return;
    }
    int middle = (fromY + toY) / 2;
    path.append("C" + fromX + " " + middle + " " + toX + " " + middle + " " + toX + " " + toY);
  }

  /** To the right of all lanes, so that it is no lane. */
  private String arc(LaneLayout.Place from, LaneLayout.Place to) {
    // A curve comes three quarters of the way to its handles.
    int right = x(layout.lanes() - 1) + ARC + 8;
    int fromX = x(from.lane()) + 7;
    int toX = x(to.lane()) + 7;
    return "M"
        + fromX
        + " "
        + y(from.row())
        + "C"
        + right
        + " "
        + y(from.row())
        + " "
        + right
        + " "
        + y(to.row())
        + " "
        + toX
        + " "
        + y(to.row());
  }

  private static int x(int lane) {
    return MARGIN + lane * LANE;
  }

  private static int y(int row) {
    return row * ROW + ROW / 2;
  }
}
