package dev.anabranch.script;

/** Tells names of tables and columns from other text, in the value of {@code @loses}. */
final class ObjectNames {

  /** How such a name is written. */
  static final String HINT =
      "Names are written without quotes: table, table.column, schema.table or schema.table.column.";

  private static final int MOST_PARTS = 3;

  private ObjectNames() {}

  /**
   * Returns whether a text is one to three names parted by points. Whether the database has such a
   * table is not known here.
   */
  static boolean isTableOrColumn(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length > MOST_PARTS) {
      return false;
    }
    for (String part : parts) {
      if (part.isEmpty() || !part.codePoints().allMatch(ObjectNames::isNamePart)) {
        return false;
      }
    }
    return true;
  }

  /** Names may begin with a digit on MySQL; Oracle has the number sign, all have the dollar. */
  private static boolean isNamePart(int c) {
    return Character.isLetterOrDigit(c)
        || isMark(c)
        || c == '_'
        || c == '$'
        || c == '#'
        || c == '-';
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
