package dev.anabranch.migration;

import dev.anabranch.schema.Index;
import dev.anabranch.schema.TableConstraint;

/** What can stand in the definition of a table; made by {@link Definitions}. */
public sealed interface TableElement
    permits ColumnDefinition,
        ForeignKeyDefinition,
        TableElement.OfConstraint,
        TableElement.OfIndex,
        TableElement.OfComment,
        TableElement.OfOption {

  /** A constraint over columns of the table. */
  record OfConstraint(TableConstraint constraint) implements TableElement {}

  /** An index. */
  record OfIndex(Index index) implements TableElement {}

  /** A comment on the table. */
  record OfComment(String text) implements TableElement {}

  /** What only some products know of the table. */
  record OfOption(String dialect, String key, String value) implements TableElement {}
}
