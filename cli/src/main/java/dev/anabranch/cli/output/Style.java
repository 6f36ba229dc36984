package dev.anabranch.cli.output;

/** Paints text for a terminal, or leaves it as it is. */
public final class Style {
  /** A way to paint text. */
  public enum Ink {
    /** What stands out, such as an id. */
    STRONG("1"),
    /** What may be overlooked, such as a path. */
    FAINT("2"),
    /** Failure. */
    RED("31"),
    /** Success, applied. */
    GREEN("32"),
    /** Attention. */
    YELLOW("33"),
    /** A lane of the graph. */
    BLUE("34"),
    /** A lane of the graph. */
    MAGENTA("35"),
    /** Labels and hints. */
    CYAN("36");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }

  private final boolean color;

  /**
   * Creates a style.
   *
   * @param color whether to paint at all
   */
  public Style(boolean color) {
    this.color = color;
  }

  /** Returns whether this style paints at all. */
  public boolean isColored() {
    return color;
  }

  /** Returns the text in the given ink. */
  public String paint(Ink ink, String text) {
    return color && !text.isEmpty() ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
  }
}
