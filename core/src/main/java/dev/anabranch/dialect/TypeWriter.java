package dev.anabranch.dialect;

import dev.anabranch.schema.DataType;
import dev.anabranch.sql.SqlWriter;

/** Writes the type of a column as a product knows it. */
@FunctionalInterface
public interface TypeWriter {

  /**
   * Writes a type.
   *
   * @param writer what it is written to
   * @param type the type, no variant
   * @throws dev.anabranch.operation.OperationException if the product has no such type
   */
  void write(SqlWriter writer, DataType type);
}
