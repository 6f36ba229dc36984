package dev.anabranch.testkit.rows;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.Objects;

/**
 * A table that has rows now.
 *
 * @param table its name
 * @param before how many rows it had
 * @param added how many were added; fewer than asked for where its constraints allow no more
 * @param given the columns that were null in every row and have values now
 */
public record FilledTable(QualifiedName table, long before, int added, List<Identifier> given) {

  /** Copies the list. */
  public FilledTable {
    Objects.requireNonNull(table, "table");
    given = List.copyOf(given);
  }

  /** Returns how many rows the table has now. */
  public long rows() {
    return before + added;
  }
}
