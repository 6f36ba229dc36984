package dev.anabranch.testkit.confluence;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what columns depend on outside of their table. */
final class ColumnSources {

  private ColumnSources() {}

  /** Returns the sequence and the type that a column gets its values from. */
  static List<SchemaObject> of(Column column, Dialect dialect) {
    List<SchemaObject> sources = new ArrayList<>(types(column.type(), dialect));
    if (column.value() instanceof ColumnValue.Default given
        && given.value() instanceof SqlValue.NextValue next) {
      sources.add(SchemaObject.of(SchemaObject.Kind.RELATION, ObjectName.of(next.sequence())));
    } else if (column.value() instanceof ColumnValue.Default given
        && given.value() instanceof SqlValue.Computed computed) {
      // What the expression names may be a sequence.
      Set<String> words = SqlWords.in(computed.expression().forDialect(dialect.names()).text());
      words.forEach(
          word ->
              sources.add(SchemaObject.of(SchemaObject.Kind.RELATION, new ObjectName("", word))));
    }
    return sources;
  }

  static List<SchemaObject> types(DataType written, Dialect dialect) {
    DataType type = written.forDialect(dialect.names());
    if (type instanceof DataType.Enumeration enumeration) {
      return List.of(SchemaObject.of(SchemaObject.Kind.TYPE, ObjectName.of(enumeration.name())));
    } else if (type instanceof DataType.Array array) {
      return types(array.element(), dialect);
    } else if (type instanceof DataType.Native named) {
      return SqlWords.in(named.text()).stream()
          .map(word -> SchemaObject.of(SchemaObject.Kind.TYPE, new ObjectName("", word)))
          .toList();
    }
    return List.of();
  }

  static boolean leavesAlone(ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION || action == ReferentialAction.RESTRICT;
  }
}
