package dev.anabranch.testkit.rows;

import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * No two rows of a table are alike in some columns.
 *
 * @param prefixes the columns, each with how many of its characters count; 0 for all
 * @param nullsDiffer whether any number of rows may hold null
 */
record UniqueRule(Map<Identifier, Integer> prefixes, boolean nullsDiffer) {

  /**
   * Returns the rules of a table. That of an index over an expression is taken to be for the
   * columns in it, that of a partial one to be for all rows: rows that keep more than they have to
   * are right as well.
   */
  static List<UniqueRule> of(Table table, Map<String, Identifier> names) {
    List<UniqueRule> rules = new ArrayList<>();
    for (PrimaryKey key : table.constraintsOf(PrimaryKey.class)) {
      rules.add(whole(key.columns(), true));
    }
    for (UniqueConstraint unique : table.constraintsOf(UniqueConstraint.class)) {
      rules.add(whole(unique.columns(), unique.nulls() == UniqueConstraint.Nulls.DISTINCT));
    }
    for (ExclusionConstraint exclusion : table.constraintsOf(ExclusionConstraint.class)) {
      rules.add(of(exclusion));
    }
    for (Index index : table.indexes()) {
      if (index.isUnique()) {
        rules.add(of(index, names));
      }
    }
    return rules;
  }

  private static UniqueRule whole(List<Identifier> columns, boolean nullsDiffer) {
    Map<Identifier, Integer> prefixes = new LinkedHashMap<>();
    columns.forEach(column -> prefixes.put(column, 0));
    return new UniqueRule(prefixes, nullsDiffer);
  }

  // Values that differ are mostly made so that they do not overlap either.
  private static UniqueRule of(ExclusionConstraint exclusion) {
    List<Identifier> overlapping =
        exclusion.elements().stream()
            .filter(element -> !element.operator().equals("="))
            .flatMap(element -> element.part().column().stream())
            .toList();
    return whole(overlapping.isEmpty() ? exclusion.columns() : overlapping, true);
  }

  private static UniqueRule of(Index index, Map<String, Identifier> names) {
    Map<Identifier, Integer> prefixes = new LinkedHashMap<>();
    boolean expression = false;
    for (IndexPart part : index.parts()) {
      if (part.key() instanceof IndexPart.ColumnKey column) {
        prefixes.put(column.column(), part.prefixLength().orElse(0));
      } else if (part.key() instanceof IndexPart.ExpressionKey computed) {
        expression = true;
        CheckCondition.of("", computed.expression().toString(), names)
            .columns()
            .forEach(column -> prefixes.putIfAbsent(column, 0));
      }
    }
    // An expression may make a value of null.
    return new UniqueRule(
        prefixes, !expression && index.uniqueness() != Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT);
  }

  /** Returns what no other row may have; empty if the row is free to be like another. */
  Optional<List<String>> key(Map<Identifier, Sample> row) {
    List<String> key = new ArrayList<>();
    for (Map.Entry<Identifier, Integer> part : prefixes.entrySet()) {
      Sample sample = row.get(part.getKey());
      if (sample == null || (sample.isNull() && nullsDiffer)) {
        return Optional.empty();
      }
      key.add(sample.isNull() ? "" : "=" + sample.key(part.getValue()));
    }
    return Optional.of(key);
  }
}
