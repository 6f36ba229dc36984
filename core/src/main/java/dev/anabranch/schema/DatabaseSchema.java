package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a database, or some schemas of it, consists of. Each list is sorted by name.
 *
 * @param tables the tables
 * @param views the views, materialized ones included
 * @param sequences the sequences that belong to no column
 * @param enumTypes the enum types
 * @param others everything else the catalogue knows, sorted by kind and name
 */
public record DatabaseSchema(
    List<Table> tables,
    List<View> views,
    List<Sequence> sequences,
    List<EnumType> enumTypes,
    List<OtherObject> others) {

  private static final Comparator<QualifiedName> BY_NAME =
      Comparator.comparing((QualifiedName name) -> name.schema().map(Identifier::value).orElse(""))
          .thenComparing(QualifiedName::name);

  /** Copies and sorts the lists. */
  public DatabaseSchema {
    tables = sorted(tables, Table::name);
    views = sorted(views, View::name);
    sequences = sorted(sequences, Sequence::name);
    enumTypes = sorted(enumTypes, EnumType::name);
    others =
        others.stream()
            .sorted(
                Comparator.comparing(OtherObject::kind)
                    .thenComparing(OtherObject::name, BY_NAME)
                    .thenComparing(OtherObject::definition))
            .toList();
  }

  /** Returns a database without anything in it. */
  public static DatabaseSchema empty() {
    return new DatabaseSchema(List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** Returns the table of a name. */
  public Optional<Table> table(QualifiedName name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** Returns the view of a name. */
  public Optional<View> view(QualifiedName name) {
    return views.stream().filter(view -> view.name().equals(name)).findFirst();
  }

  /** Returns the sequence of a name. */
  public Optional<Sequence> sequence(QualifiedName name) {
    return sequences.stream().filter(sequence -> sequence.name().equals(name)).findFirst();
  }

  private static <T> List<T> sorted(List<T> objects, Function<T, QualifiedName> name) {
    return objects.stream().sorted(Comparator.comparing(name, BY_NAME)).toList();
  }
}
