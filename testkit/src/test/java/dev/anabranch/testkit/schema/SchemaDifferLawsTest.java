package dev.anabranch.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.diff.Aspect;
import dev.anabranch.diff.SchemaDiffer;
import dev.anabranch.diff.SchemaDifference;
import dev.anabranch.diff.Wording;
import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.Inverses;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import dev.anabranch.testkit.corpus.CorpusRevision;
import dev.anabranch.testkit.corpus.RevisionCorpus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the differences of any two schemas, held against those of random histories. */
class SchemaDifferLawsTest {

  private static final int REVISIONS = 60;

  private static List<DatabaseSchema> states(long seed) {
    SchemaModel model = SchemaModel.empty();
    List<DatabaseSchema> states = new ArrayList<>(List.of(model.schema()));
    for (CorpusRevision revision : RevisionCorpus.generate(seed, REVISIONS).revisions()) {
      model = model.apply(revision.operations());
      states.add(model.schema());
    }
    return states;
  }

  private static DatabaseSchema mended(DatabaseSchema actual, List<Operation> mending) {
    return new SchemaModel(actual, List.of()).apply(mending).schema();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aSchemaDoesNotDifferFromItselfInWhateverOrderItIsRead(long seed) {
    Random random = new Random(seed);
    for (DatabaseSchema state : states(seed)) {
      assertThat(SchemaDiffer.compare(state, state)).isEmpty();
      assertThat(SchemaDiffer.compare(state, shuffled(state, random))).isEmpty();
    }
  }

  private static DatabaseSchema shuffled(DatabaseSchema schema, Random random) {
    return new DatabaseSchema(
        schema.tables().stream()
            .map(
                table ->
                    table
                        .withConstraints(shuffled(table.constraints(), random))
                        .withIndexes(shuffled(table.indexes(), random)))
            .toList(),
        schema.views(),
        schema.sequences(),
        schema.enumTypes(),
        schema.others());
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsMendedIsEqual(long seed) {
    List<DatabaseSchema> states = states(seed);
    for (int i = 1; i < states.size(); i++) {
      requireMended(states.get(i), states.get(i - 1));
      requireMended(states.get(i - 1), states.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void whatIsFarApartIsMendedAsWell(long seed) {
    List<DatabaseSchema> states = states(seed);
    for (int i = 7; i < states.size(); i += 3) {
      requireMended(states.get(i), states.get(i - 7));
      requireMended(states.get(i - 7), states.get(i));
      requireMended(states.get(i), DatabaseSchema.empty());
      requireMended(DatabaseSchema.empty(), states.get(i));
    }
  }

  /** Whatever can be mended is; the order of columns stays as it became. */
  private static void requireMended(DatabaseSchema expected, DatabaseSchema actual) {
    List<SchemaDifference> differences = SchemaDiffer.compare(expected, actual);
    List<SchemaDifference> left =
        SchemaDiffer.compare(expected, mended(actual, SchemaDiffer.mending(differences)));

    Set<String> cannot = new HashSet<>();
    differences.stream()
        .filter(difference -> !difference.isMendable())
        .forEach(difference -> cannot.add(difference.describe()));
    assertThat(left)
        .as(() -> differences.stream().map(SchemaDifference::describe).toList().toString())
        .allMatch(
            difference ->
                cannot.contains(difference.describe())
                    || difference
                        .change()
                        .filter(change -> change.aspect() == Aspect.COLUMN_ORDER)
                        .isPresent());
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void mendingIsTakenBackByItsInverse(long seed) {
    List<DatabaseSchema> states = states(seed);
    for (int i = 1; i < states.size(); i++) {
      DatabaseSchema actual = states.get(i - 1);
      List<Operation> mending = SchemaDiffer.mending(SchemaDiffer.compare(states.get(i), actual));
      if (Inverses.of(mending) instanceof Inverse.Of back) {
        DatabaseSchema mended = mended(actual, mending);
        assertThat(
                SchemaDiffer.compare(inOrder(actual), inOrder(mended(mended, back.operations()))))
            .isEmpty();
      }
    }
  }

  /** Returns a schema with the columns of each table by name. */
  private static DatabaseSchema inOrder(DatabaseSchema schema) {
    return new DatabaseSchema(
        schema.tables().stream().map(SchemaDifferLawsTest::inOrder).toList(),
        schema.views(),
        schema.sequences(),
        schema.enumTypes(),
        schema.others());
  }

  private static Table inOrder(Table table) {
    return table.withColumns(
        table.columns().stream()
            .sorted((one, other) -> one.name().compareTo(other.name()))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  void fromTheOtherSideWhatIsMissingIsNotExpected(long seed) {
    List<DatabaseSchema> states = states(seed);
    for (int i = 3; i < states.size(); i++) {
      DatabaseSchema one = states.get(i);
      DatabaseSchema other = states.get(i - 3);
      assertThat(subjects(SchemaDiffer.compare(one, other), SchemaDifference.Kind.MISSING))
          .containsExactlyInAnyOrderElementsOf(
              subjects(SchemaDiffer.compare(other, one), SchemaDifference.Kind.UNEXPECTED));
    }
  }

  private static List<String> subjects(
      List<SchemaDifference> differences, SchemaDifference.Kind kind) {
    return differences.stream()
        .filter(difference -> difference.kind() == kind)
        .map(difference -> difference.subject().describe())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44})
  void everyDifferenceIsOneLineNoneToldTwice(long seed) {
    List<DatabaseSchema> states = states(seed);
    for (int i = 5; i < states.size(); i++) {
      List<SchemaDifference> differences = SchemaDiffer.compare(states.get(i), states.get(i - 5));
      for (Wording wording :
          List.of(Wording.COMPARISON, Wording.RETURN, Wording.between("there", "here"))) {
        List<String> words =
            differences.stream().map(difference -> difference.describe(wording)).toList();
        assertThat(words).doesNotHaveDuplicates().noneMatch(text -> text.matches("(?s).*\\R.*"));
      }
    }
  }
}
