package dev.anabranch.cli.output;

/** How a revision is drawn in the picture of the graph. */
public enum NodeMark {
  /** Nothing is known of a database. */
  PLAIN("●", "*"),
  /** Applied. */
  APPLIED("●", "*"),
  /** Not applied. */
  PENDING("○", "o"),
  /** Applied, and the database has a version row for it. */
  CURRENT("◉", "@");

  private final String drawn;
  private final String ascii;

  NodeMark(String drawn, String ascii) {
    this.drawn = drawn;
    this.ascii = ascii;
  }

  String glyph(boolean lines) {
    return lines ? drawn : ascii;
  }
}
