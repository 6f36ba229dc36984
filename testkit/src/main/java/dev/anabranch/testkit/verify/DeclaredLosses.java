package dev.anabranch.testkit.verify;

import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.testkit.rows.RowLoss;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The losses that one revision declares, and which of them were seen. For one thread.
 *
 * <p>{@code customer} stands for all that is lost of the table or sequence, {@code
 * customer.last_order} for the values of a column, and the name of a schema for all that is lost of
 * its tables.
 */
final class DeclaredLosses {

  // What a header takes for the name of a table or column.
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_$#-]+(\\.[\\p{L}\\p{N}_$#-]+)*");

  private final List<String> declared;
  private final Set<String> seen = new LinkedHashSet<>();

  DeclaredLosses(List<String> declared) {
    this.declared = List.copyOf(declared);
  }

  /** Returns whether a loss is declared, and notes that it was seen. */
  boolean cover(RowLoss loss) {
    boolean covered = false;
    for (String name : declared) {
      if (isSame(name, text(loss.table()))
          || isSame(name, place(loss))
          || loss.table().schema().filter(schema -> isSame(name, schema.value())).isPresent()) {
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

  private static String place(RowLoss loss) {
    return text(loss.table()) + loss.column().map(column -> "." + column.value()).orElse("");
  }

  /**
   * Returns how a loss is declared: where a name is none that can stand in a declaration, by what
   * is around it.
   *
   * @return empty if there is no such name
   */
  static Optional<String> declaration(RowLoss loss) {
    return Stream.of(
            Optional.of(place(loss)),
            Optional.of(text(loss.table())),
            loss.table().schema().map(Identifier::value))
        .flatMap(Optional::stream)
        .filter(name -> NAME.matcher(name).matches())
        .findFirst();
  }

  /** Returns whether a declared name names something in a schema. */
  static boolean names(String declared, DatabaseSchema schema) {
    for (Table table : schema.tables()) {
      String name = text(table.name());
      if (isSame(declared, name)
          || table.name().schema().filter(each -> isSame(declared, each.value())).isPresent()
          || table.columns().stream()
              .anyMatch(column -> isSame(declared, name + "." + column.name().value()))) {
        return true;
      }
    }
    return schema.sequences().stream().anyMatch(each -> isSame(declared, text(each.name())))
        // A partition, a foreign table.
        || schema.others().stream().anyMatch(each -> isSame(declared, text(each.name())));
  }

  private static String text(QualifiedName name) {
    return name.schema().map(schema -> schema.value() + ".").orElse("") + name.name().value();
  }

  // Declarations are written once for all products, which fold names in one way or the other.
  private static boolean isSame(String declared, String name) {
    return declared.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
  }
}
