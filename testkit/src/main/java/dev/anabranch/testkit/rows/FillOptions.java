package dev.anabranch.testkit.rows;

/**
 * How tables are filled.
 *
 * @param rows how many rows each table has afterwards, at least, where its constraints allow as
 *     many
 * @param seed what the values are made of: the same seed gives the same values
 */
public record FillOptions(int rows, long seed) {

  /** How many rows a table gets unless somebody says otherwise. */
  public static final int USUAL_ROWS = 20;

  /** Checks that there is a row to make. */
  public FillOptions {
    if (rows < 1) {
      throw new IllegalArgumentException("rows must be at least 1: " + rows);
    }
  }

  /** Returns the usual number of rows, made of a seed. */
  public static FillOptions of(long seed) {
    return new FillOptions(USUAL_ROWS, seed);
  }
}
