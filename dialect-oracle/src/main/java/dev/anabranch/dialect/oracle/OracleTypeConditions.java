package dev.anabranch.dialect.oracle;

import dev.anabranch.schema.DataType;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognizes the conditions that stand for a type: those that {@link OracleTypes} writes, which are
 * kept letter for letter.
 *
 * @param column the column, as the server keeps its name
 */
record OracleTypeConditions(String column) {

  /**
   * Returns the type that a column has by a condition without a name of its own.
   *
   * @param type the type without the condition
   * @param condition SEARCH_CONDITION
   * @param enumType the name that an enum type gets, which the server does not keep
   * @return empty if the condition is one like any other
   */
  Optional<DataType> read(DataType type, String condition, QualifiedName enumType) {
    SqlCursor cursor = new SqlCursor(condition.strip());
    String name = "\"" + column + "\"";
    if (!cursor.at(name)) {
      return Optional.empty();
    }
    cursor.advance(name.length());
    String rest = condition.strip().substring(name.length());
    if (rest.equals(" IS JSON")) {
      return type == DataType.Simple.TEXT ? Optional.of(DataType.Simple.JSON) : Optional.empty();
    } else if (rest.equals(" IN (0, 1)")) {
      return type.equals(new DataType.Numeric(1, 0))
          ? Optional.of(DataType.Simple.BOOLEAN)
          : Optional.empty();
    }
    return type instanceof DataType.Varchar
        ? texts(cursor).map(values -> new DataType.Enumeration(enumType, values))
        : Optional.empty();
  }

  private static Optional<List<String>> texts(SqlCursor cursor) {
    List<String> values = new ArrayList<>();
    String before = " IN (";
    while (cursor.at(before)) {
      cursor.advance(before.length());
      int from = cursor.position();
      if (cursor.current() != '\'' || !cursor.skipQuoted()) {
        return Optional.empty();
      }
      OracleDefaults.quoted(cursor.since(from)).ifPresent(values::add);
      before = ", ";
    }
    if (values.isEmpty() || values.stream().distinct().count() < values.size()) {
      return Optional.empty();
    }
    boolean closed = cursor.at(")");
    cursor.advance(1);
    return closed && cursor.atEnd() ? Optional.of(values) : Optional.empty();
  }
}
