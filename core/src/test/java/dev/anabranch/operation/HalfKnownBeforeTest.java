package dev.anabranch.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.Nullability;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An alteration is taken back only if all that it changes was told before. */
class HalfKnownBeforeTest {

  private static final QualifiedName NAME = QualifiedName.of("s");
  private static final SequenceOptions BY_TWO = SequenceOptions.defaults().incrementBy(2);

  @Test
  void takesASequenceBackToWhatWasTold() {
    AlterSequence alter =
        new AlterSequence(
            NAME, BY_TWO, Optional.of(SequenceOptions.defaults().incrementBy(1).cache(5)));
    assertThat(alter.inverse())
        .isEqualTo(
            Inverse.of(new AlterSequence(NAME, alter.from().orElseThrow(), Optional.of(BY_TWO))));
  }

  @Test
  void hasNoInverseWhereAnOptionThatChangesWasNotTold() {
    for (SequenceOptions to :
        List.of(
            BY_TWO,
            SequenceOptions.defaults().startWith(5),
            SequenceOptions.defaults().minValue(5),
            SequenceOptions.defaults().maxValue(5),
            SequenceOptions.defaults().cache(5))) {
      assertThat(new AlterSequence(NAME, to, Optional.of(SequenceOptions.defaults())).inverse())
          .as(to.toString())
          .isInstanceOf(Inverse.None.class);
    }
    assertThat(
            new AlterSequence(
                    NAME,
                    SequenceOptions.defaults().cycle(),
                    Optional.of(SequenceOptions.defaults()))
                .inverse())
        .isInstanceOf(Inverse.Of.class);
  }

  @Test
  void refusesAnIdentityThatMayBeNull() {
    ColumnChange identity =
        new ColumnChange.Value(
            new ColumnValue.Identity(ColumnValue.Generation.ALWAYS, SequenceOptions.defaults()),
            Optional.empty());
    assertThatThrownBy(
            () ->
                new AlterColumn(
                    NAME,
                    Identifier.of("c"),
                    List.of(identity, new ColumnChange.Null(Nullability.NULLABLE))))
        .isInstanceOf(OperationException.class)
        .hasMessage("Cannot record alter column s.c: an identity is never null.");
  }
}
