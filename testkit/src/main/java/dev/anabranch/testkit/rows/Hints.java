package dev.anabranch.testkit.rows;

import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Values that partitions ask for: their bounds stand in the definitions that the inspector keeps as
 * objects of another kind.
 */
final class Hints {

  private Hints() {}

  /** Returns conditions that break no row and name the bounds of a table's partitions. */
  static List<CheckCondition> of(
      Table table, DatabaseSchema schema, Map<String, Identifier> names) {
    StringBuilder bounds = new StringBuilder();
    for (OtherObject each : schema.others()) {
      boolean part =
          each.kind().equals("partition")
              && each.definition().startsWith("PARTITION OF " + table.name() + " ");
      boolean own = each.kind().equals("partitioning") && each.name().equals(table.name());
      if (part || own) {
        bounds.append(' ').append(each.definition());
      }
    }
    if (bounds.isEmpty()) {
      return List.of();
    }
    List<CheckCondition> hints = new ArrayList<>();
    table.options().values().values().stream()
        .flatMap(options -> options.entrySet().stream())
        .filter(option -> option.getKey().toLowerCase(Locale.ROOT).contains("partition"))
        .forEach(option -> bounds.insert(0, option.getValue()));
    hints.add(CheckCondition.of("its partitions", bounds.toString(), names));
    return hints;
  }
}
