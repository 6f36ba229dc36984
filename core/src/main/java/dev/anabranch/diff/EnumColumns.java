package dev.anabranch.diff;

import dev.anabranch.schema.DataType;
import dev.anabranch.schema.EnumType;
import dev.anabranch.sql.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Enum types by name on both sides: where a type has other values, its columns have them for that
 * reason, and do not differ for themselves.
 */
record EnumColumns(
    Map<QualifiedName, List<String>> expected, Map<QualifiedName, List<String>> actual) {

  static EnumColumns of(List<EnumType> expected, List<EnumType> actual) {
    return new EnumColumns(values(expected), values(actual));
  }

  private static Map<QualifiedName, List<String>> values(List<EnumType> types) {
    Map<QualifiedName, List<String>> values = new HashMap<>();
    types.forEach(type -> values.put(type.name(), type.values()));
    return values;
  }

  /** Returns whether two types of a column differ by themselves. */
  boolean differ(DataType one, DataType other) {
    if (one instanceof DataType.Array many && other instanceof DataType.Array others) {
      return differ(many.element(), others.element());
    }
    boolean followsType =
        one instanceof DataType.Enumeration should
            && other instanceof DataType.Enumeration is
            && should.name().equals(is.name())
            && should.values().equals(expected.get(should.name()))
            && is.values().equals(actual.get(is.name()));
    return !followsType && !one.equals(other);
  }
}
