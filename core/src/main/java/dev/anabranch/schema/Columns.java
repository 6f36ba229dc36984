package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import java.util.HashSet;
import java.util.List;

/** Checks lists of column names. */
final class Columns {

  private Columns() {}

  /** Returns a copy of a list that holds at least one name, and none twice. */
  static List<Identifier> require(String what, List<Identifier> columns) {
    if (columns.isEmpty()) {
      throw new SchemaException("Cannot describe " + what + ": it names no column.", null);
    }
    HashSet<Identifier> seen = new HashSet<>();
    for (Identifier column : columns) {
      if (!seen.add(column)) {
        throw new SchemaException(
            "Cannot describe " + what + ": it names the column " + column + " twice.", null);
      }
    }
    return List.copyOf(columns);
  }
}
