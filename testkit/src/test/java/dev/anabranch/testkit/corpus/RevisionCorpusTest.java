package dev.anabranch.testkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.CustomOperation;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.OutsideTransaction;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The corpus is the same each time and holds everything there is. */
class RevisionCorpusTest {

  private static final int MANY = 40;

  @Test
  void theSameSeedMakesTheSameRevisions() {
    assertThat(RevisionCorpus.generate(7, MANY)).isEqualTo(RevisionCorpus.generate(7, MANY));
    assertThat(RevisionCorpus.generate(7, MANY)).isNotEqualTo(RevisionCorpus.generate(8, MANY));
  }

  @Test
  void everyOperationIsInIt() {
    Set<Class<?>> found = new LinkedHashSet<>();
    RevisionCorpus.ofEverything()
        .operations()
        .forEach(
            operation ->
                found.add(
                    operation instanceof CustomOperation
                        ? CustomOperation.class
                        : operation.getClass()));

    assertThat(found).containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
  }

  @Test
  void everyTypeIsInIt() {
    Set<Object> found = new LinkedHashSet<>();
    RevisionCorpus.ofEverything().operations().stream()
        .flatMap(RevisionCorpusTest::columns)
        .map(Column::type)
        .forEach(type -> found.add(type instanceof Enum<?> ? type : type.getClass()));

    assertThat(found).contains((Object[]) DataType.Simple.values());
    assertThat(found).contains((Object[]) DataType.Interval.values());
    assertThat(found)
        .contains(
            DataType.Numeric.class,
            DataType.Char.class,
            DataType.Varchar.class,
            DataType.Binary.class,
            DataType.Varbinary.class,
            DataType.Time.class,
            DataType.Timestamp.class,
            DataType.TimestampWithTimeZone.class,
            DataType.Enumeration.class,
            DataType.Array.class,
            DataType.Variant.class);
  }

  private static Stream<Column> columns(Operation operation) {
    if (operation instanceof CreateTable create) {
      return create.table().columns().stream();
    } else if (operation instanceof AddColumn add) {
      return Stream.of(add.column());
    } else if (operation instanceof OutsideTransaction block) {
      return block.operations().stream().flatMap(RevisionCorpusTest::columns);
    }
    return Stream.of();
  }

  @Test
  void aRevisionSaysWhatItDoes() {
    CorpusRevision revision = new CorpusRevision(3, List.of(new OutsideTransaction(List.of())));

    assertThat(revision).hasToString("revision 3: run outside a transaction: ");
  }
}
