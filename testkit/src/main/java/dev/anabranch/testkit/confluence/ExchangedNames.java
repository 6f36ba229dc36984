package dev.anabranch.testkit.confluence;

import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Takes away differences of names that the server has made up: of two constraints without a name,
 * the one that comes second gets a number, and which one that is makes no difference.
 */
final class ExchangedNames {

  private static final Identifier ANY = Identifier.of("any");

  private ExchangedNames() {}

  /**
   * Returns a schema in which constraints and indexes have the names that they have in another one,
   * where both names may be made up and all else is equal.
   */
  static DatabaseSchema settle(DatabaseSchema expected, DatabaseSchema actual) {
    List<Table> tables = new ArrayList<>();
    for (Table table : actual.tables()) {
      tables.add(expected.table(table.name()).map(same -> settle(same, table)).orElse(table));
    }
    return new DatabaseSchema(
        tables, actual.views(), actual.sequences(), actual.enumTypes(), actual.others());
  }

  private static Table settle(Table expected, Table actual) {
    String table = ObjectName.of(expected.name()).name();
    return actual
        .withConstraints(
            new Names<>(table, TableConstraint::name, TableConstraint::withName)
                .settle(expected.constraints(), actual.constraints()))
        .withIndexes(
            new Names<>(table, Index::name, Index::withName)
                .settle(expected.indexes(), actual.indexes()));
  }

  /**
   * Names of what belongs to a table.
   *
   * @param table the table's name, small letters
   */
  private record Names<T>(
      String table, Function<T, Optional<Identifier>> name, BiFunction<T, Identifier, T> renamed) {

    List<T> settle(List<T> expected, List<T> actual) {
      List<T> missing = new ArrayList<>(expected);
      missing.removeAll(actual);
      List<T> settled = new ArrayList<>();
      for (T each : actual) {
        Optional<T> partner =
            expected.contains(each)
                ? Optional.empty()
                : missing.stream().filter(other -> isSame(each, other)).findFirst();
        partner.ifPresent(missing::remove);
        settled.add(partner.orElse(each));
      }
      // One that stays as it is may have the name by now.
      List<Identifier> names = settled.stream().flatMap(each -> name.apply(each).stream()).toList();
      return names.stream().distinct().count() == names.size() ? settled : actual;
    }

    private boolean isSame(T one, T other) {
      return isMadeUp(one)
          && isMadeUp(other)
          && renamed.apply(one, ANY).equals(renamed.apply(other, ANY));
    }

    private boolean isMadeUp(T one) {
      return name.apply(one)
          .filter(given -> MadeUpNames.mayBe(ObjectName.of(given), table))
          .isPresent();
    }
  }
}
