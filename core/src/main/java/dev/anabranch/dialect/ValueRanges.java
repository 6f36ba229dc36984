package dev.anabranch.dialect;

import dev.anabranch.schema.Column;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.sql.SqlValue;
import java.util.List;

/**
 * Knows what the columns of one database product can hold, for those who fill tables with rows.
 * Immutable and safe for use by several threads.
 */
public interface ValueRanges {

  /**
   * Returns what a column can hold, as far as its type goes.
   *
   * @param column the column as the inspector reads it
   * @param schema the schema that it is part of, for types that are made in it
   */
  ValueRange of(Column column, DatabaseSchema schema);

  /**
   * Returns the value of an array type.
   *
   * @param elements constants
   */
  SqlValue list(List<SqlValue> elements);
}
