package dev.anabranch.testkit.verify;

import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.testkit.rows.RowLoss;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The losses that one revision declares, and which of them were seen. For one thread.
 *
 * <p>{@code customer} stands for all that is lost of the table or sequence, {@code
 * customer.last_order} for the values of a column.
 */
final class DeclaredLosses {

  private final List<String> declared;
  private final Set<String> seen = new LinkedHashSet<>();

  DeclaredLosses(List<String> declared) {
    this.declared = List.copyOf(declared);
  }

  /** Returns whether a loss is declared, and notes that it was seen. */
  boolean cover(RowLoss loss) {
    boolean covered = false;
    for (String name : declared) {
      if (isSame(name, text(loss.table())) || isSame(name, place(loss))) {
        seen.add(name);
        covered = true;
      }
    }
    return covered;
  }

  /** Returns what was declared and not seen. */
  List<String> unseen() {
    List<String> unseen = new ArrayList<>(declared);
    unseen.removeAll(seen);
    return unseen;
  }

  /** Returns how a loss is declared. */
  static String place(RowLoss loss) {
    return text(loss.table()) + loss.column().map(column -> "." + column.value()).orElse("");
  }

  /** Returns whether a declared name names something in a schema. */
  static boolean names(String declared, DatabaseSchema schema) {
    for (Table table : schema.tables()) {
      String name = text(table.name());
      if (isSame(declared, name)
          || table.columns().stream()
              .anyMatch(column -> isSame(declared, name + "." + column.name().value()))) {
        return true;
      }
    }
    return schema.sequences().stream()
        .anyMatch(sequence -> isSame(declared, text(sequence.name())));
  }

  private static String text(QualifiedName name) {
    return name.schema().map(schema -> schema.value() + ".").orElse("") + name.name().value();
  }

  // Declarations are written once for all products, which fold names in one way or the other.
  private static boolean isSame(String declared, String name) {
    return declared.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
  }
}
