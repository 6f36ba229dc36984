package dev.anabranch.diff;

import dev.anabranch.operation.Operation;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.View;
import java.util.List;

/** Compares two schemas that were read from one product. Without state. */
public final class SchemaDiffer {

  private SchemaDiffer() {}

  /**
   * Returns in what a schema differs from another.
   *
   * @param expected what should be there
   * @param actual what is there
   * @return in the order in which people read a schema: enum types, sequences, tables with what
   *     belongs to them, views, the rest; each by name. Empty for equal schemas
   */
  public static List<SchemaDifference> compare(DatabaseSchema expected, DatabaseSchema actual) {
    return compare(expected, actual, ComparisonRules.EXACT);
  }

  /**
   * Returns in what a schema differs from another, by the rules of the product.
   *
   * @param expected what should be there
   * @param actual what is there
   * @param rules what the comparison has to know of the product
   * @return as without rules
   */
  public static List<SchemaDifference> compare(
      DatabaseSchema expected, DatabaseSchema actual, ComparisonRules rules) {
    if (expected.equals(actual)) {
      return List.of();
    }
    Differences found = new Differences();
    List<Pair<Table>> tables = Pair.different(expected.tables(), actual.tables(), Table::name);
    Renames renames = Renames.find(tables);
    Leaning leaning = new Leaning(expected, actual, renames, rules);
    ObjectComparison objects = new ObjectComparison(found, leaning);
    Pair.different(expected.enumTypes(), actual.enumTypes(), EnumType::name)
        .forEach(objects::enumType);
    Pair.different(expected.sequences(), actual.sequences(), Sequence::name)
        .forEach(objects::sequence);
    TableComparison comparison =
        new TableComparison(
            found,
            leaning,
            renames,
            EnumColumns.of(expected.enumTypes(), actual.enumTypes()),
            rules);
    tables.forEach(comparison::table);
    Pair.different(expected.views(), actual.views(), View::name).forEach(objects::view);
    new OtherComparison(expected, actual).compare(found);
    return found.all();
  }

  /**
   * Returns the operations that mend some differences, in an order in which they can run: what
   * leans on a thing that goes is dropped before it, and what is made comes behind what it needs.
   * What is dropped is given with its definition, so that the operations can be taken back.
   *
   * <p>Run on the schema that is there, they lead to the one that should be there, but for the
   * differences that cannot be mended, and for the order of columns: one that is added stands
   * behind the others.
   *
   * @param differences of one comparison, all of them or some
   */
  public static List<Operation> mending(List<SchemaDifference> differences) {
    return MendingOrder.of(
        differences.stream().flatMap(difference -> difference.mending().stream()).toList());
  }
}
