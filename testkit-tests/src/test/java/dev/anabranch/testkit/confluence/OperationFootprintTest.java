package dev.anabranch.testkit.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.operation.Operation;
import dev.anabranch.testkit.portability.OperationSample;
import dev.anabranch.testkit.portability.OperationSamples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What operations touch. */
class OperationFootprintTest {

  private final Dialect dialect = Contents.dialect("postgresql");

  static Stream<OperationSample> samples() {
    return OperationSamples.all().stream();
  }

  private Footprint footprint(String id, List<Operation> operations) {
    return Footprint.of(Contents.operations(id, operations), Surroundings.none(), dialect);
  }

  /** Applied twice, an operation meets itself; only what is for another product touches nothing. */
  @ParameterizedTest
  @MethodSource("samples")
  void everyOperationTouchesSomething(OperationSample sample) {
    List<Operation> asked = OperationSample.recorded(dialect, sample.asked());

    Footprint one = footprint("a1", asked);
    Footprint other = footprint("b1", asked);

    if (asked.isEmpty()) {
      assertThat(one.isEmpty()).isTrue();
      return;
    }
    assertThat(one.isEmpty()).isFalse();
    assertThat(Commutation.of(one, other).verdict())
        .as("%s: %s", sample.title(), one.lines())
        .isNotEqualTo(Verdict.COMMUTES);
  }

  /** What is made and what is asked of it next need their order, or at least a run. */
  @ParameterizedTest
  @MethodSource("samples")
  void noOperationCommutesWithWhatItIsAskedOf(OperationSample sample) {
    List<Operation> given = OperationSample.recorded(dialect, sample.given());
    List<Operation> asked = OperationSample.recorded(dialect, sample.asked());
    if (given.isEmpty() || asked.isEmpty()) {
      return;
    }
    Footprint below = footprint("a1", given);
    Surroundings around = Surroundings.none().with(List.of(below));

    Commutation relation =
        Commutation.of(below, Footprint.of(Contents.operations("b1", asked), around, dialect));

    assertThat(relation.verdict())
        .as("%s: %s", sample.title(), relation)
        .isNotEqualTo(Verdict.COMMUTES);
  }

  @Test
  void tablesWhoseRowsOrStructureMayChangeAreNamed() {
    Footprint drop =
        Footprint.of(
            Contents.sql("a1", dialect, "DELETE FROM parent; CREATE INDEX ix ON other (n);"),
            Surroundings.none()
                .with(
                    List.of(
                        Footprint.of(
                            Contents.sql(
                                "o1",
                                dialect,
                                "CREATE TABLE child (p INT REFERENCES parent (id) ON DELETE CASCADE)"),
                            Surroundings.none(),
                            dialect))),
            dialect);

    assertThat(drop.tables())
        .contains(new java.util.TreeSet<>(List.of("child", "other", "parent")));
    assertThat(drop.mayChange(dev.anabranch.sql.QualifiedName.of("Child"))).isTrue();
    assertThat(drop.mayChange(dev.anabranch.sql.QualifiedName.of("third"))).isFalse();
    Footprint unknown =
        Footprint.of(Contents.sql("a1", dialect, "CALL f()"), Surroundings.none(), dialect);
    assertThat(unknown.tables()).isEmpty();
    assertThat(unknown.mayChange(dev.anabranch.sql.QualifiedName.of("third"))).isTrue();
  }
}
