package dev.anabranch.cli.output;

import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes revisions, newest first, with the lanes of the graph drawn beside them. */
public final class GraphPicture {
  /**
   * Up to this many lanes all texts begin in one column; a wider graph would leave no room for
   * them.
   */
  private static final int ALIGNED_LANES = 8;

  private final boolean drawsLines;
  private final Style style;

  /**
   * Creates a picture.
   *
   * @param drawsLines whether box-drawing characters can be used, else ASCII
   * @param style whether lanes are coloured
   */
  public GraphPicture(boolean drawsLines, Style style) {
    this.drawsLines = drawsLines;
    this.style = style;
  }

  /**
   * Writes the picture.
   *
   * @param graph the graph
   * @param revisions what is drawn, newest first
   * @param applied what a database has, if that is known
   * @param text the lines of text for a revision, at least one
   * @param lines takes each line of the picture
   */
  public void write(
      RevisionGraph graph,
      List<Revision> revisions,
      Optional<AppliedRevisions> applied,
      Function<Revision, List<String>> text,
      Consumer<String> lines) {
    Set<String> drawn = new HashSet<>();
    revisions.forEach(revision -> drawn.add(revision.id()));
    int column = textColumn(graph, revisions, drawn);
    LaneDrawing lanes = new LaneDrawing(drawsLines, style);
    for (Revision revision : revisions) {
      NodeMark mark = applied.map(database -> database.mark(revision.id())).orElse(NodeMark.PLAIN);
      LaneDrawing.Lines picture = lanes.next(revision.id(), parents(graph, revision, drawn), mark);
      picture.before().forEach(line -> lines.accept(line.stripTrailing()));
      String beside = picture.node();
      for (String line : text.apply(revision)) {
        lines.accept((padded(beside, column) + line).stripTrailing());
        beside = picture.beside();
      }
      picture.after().forEach(line -> lines.accept(line.stripTrailing()));
    }
  }

  private static List<String> parents(RevisionGraph graph, Revision revision, Set<String> drawn) {
    return graph.parents(revision.id()).stream().filter(drawn::contains).toList();
  }

  /** The column where texts begin, or 0 if each begins where its lanes end. */
  private static int textColumn(RevisionGraph graph, List<Revision> revisions, Set<String> drawn) {
    LaneDrawing lanes = new LaneDrawing(false, new Style(false));
    int widest = 0;
    for (Revision revision : revisions) {
      widest =
          Math.max(
              widest,
              lanes.next(revision.id(), parents(graph, revision, drawn), NodeMark.PLAIN).lanes());
      if (widest > ALIGNED_LANES) {
        return 0;
      }
    }
    return widest * 2 + 1;
  }

  private static String padded(String lanes, int column) {
    int width = visibleWidth(lanes);
    return lanes + " ".repeat(Math.max(2, column - width));
  }

  private static int visibleWidth(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\u001b') {
        i = text.indexOf('m', i);
      } else {
        width++;
      }
    }
    return width;
  }
}
