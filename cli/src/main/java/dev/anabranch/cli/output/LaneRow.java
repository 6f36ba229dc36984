package dev.anabranch.cli.output;

import java.util.Arrays;

/**
 * One line of the picture while it is put together: for each column which ways a line leaves it,
 * and in which colour. Lanes stand in the even columns, the odd ones lie between.
 */
final class LaneRow {
  static final int UP = 1;
  static final int DOWN = 2;
  static final int LEFT = 4;
  static final int RIGHT = 8;

  /** Indexed by the ways: nothing, up, down, both, left ... */
  private static final String LINES = " ╵╷│╴╯╮┤╶╰╭├─┴┬┼";

  private static final String ASCII = " |||-'.+-'.+-+++";

  private final int[] ways;
  private final int[] colors;
  private int node = -1;
  private String nodeGlyph = "";

  LaneRow(int lanes) {
    ways = new int[Math.max(0, lanes * 2 - 1)];
    colors = new int[ways.length];
    Arrays.fill(colors, -1);
  }

  /** Adds ways to a lane. */
  void lane(int lane, int addedWays, int color) {
    ways[lane * 2] |= addedWays;
    colors[lane * 2] = color;
  }

  /**
   * Draws a horizontal line in the columns strictly between two lanes, under the lanes that pass.
   */
  void across(int from, int to, int color) {
    for (int column = Math.min(from, to) * 2 + 1; column < Math.max(from, to) * 2; column++) {
      boolean passed = column % 2 == 0 && (ways[column] & (UP | DOWN)) == (UP | DOWN);
      if (!passed) {
        ways[column] |= LEFT | RIGHT;
      }
      if (colors[column] < 0) {
        colors[column] = color;
      }
    }
  }

  /** Puts the revision's mark on a lane. */
  void node(int lane, String glyph, int color) {
    node = lane * 2;
    nodeGlyph = glyph;
    colors[node] = color;
  }

  String render(boolean lines, Style style, Style.Ink[] inks) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < ways.length; column++) {
      String glyph =
          column == node ? nodeGlyph : String.valueOf((lines ? LINES : ASCII).charAt(ways[column]));
      text.append(
          style.isColored() && colors[column] >= 0 && !glyph.equals(" ")
              ? style.paint(inks[colors[column] % inks.length], glyph)
              : glyph);
    }
    return text.toString();
  }
}
