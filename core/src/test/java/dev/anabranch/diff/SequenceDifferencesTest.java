package dev.anabranch.diff;

import static dev.anabranch.diff.Shop.schema;
import static dev.anabranch.diff.Shop.sequences;

import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Differences of sequences. */
class SequenceDifferencesTest {

  @TestFactory
  Stream<DynamicTest> areToldAndMended() {
    return Stream.of(
            new DifferenceCase(
                "missing",
                schema(),
                sequences(),
                """
            sequence ticket is missing
            --
            sequence ticket is gone
            --
            create sequence ticket
            """),
            new DifferenceCase(
                "unexpected",
                sequences(),
                schema(),
                """
            sequence ticket is there and should not be
            --
            sequence ticket is still there
            --
            drop sequence ticket
            """),
            new DifferenceCase(
                "options",
                sequences(
                    Sequence.of(QualifiedName.of("ticket"))
                        .withOptions(
                            SequenceOptions.defaults()
                                .startWith(10)
                                .incrementBy(5)
                                .minValue(5)
                                .maxValue(90)
                                .cache(7)
                                .cycle())),
                schema(),
                """
            sequence ticket: start is as by default and should be 10
            sequence ticket: increment is as by default and should be 5
            sequence ticket: minimum is as by default and should be 5
            sequence ticket: maximum is as by default and should be 90
            sequence ticket: cache is as by default and should be 7
            sequence ticket: wrap is no cycle and should be cycle
            --
            sequence ticket: start is as by default and was 10
            sequence ticket: increment is as by default and was 5
            sequence ticket: minimum is as by default and was 5
            sequence ticket: maximum is as by default and was 90
            sequence ticket: cache is as by default and was 7
            sequence ticket: wrap is no cycle and was cycle
            --
            alter sequence ticket
            """),
            new DifferenceCase(
                "options as by default again",
                schema(),
                sequences(
                    Sequence.of(QualifiedName.of("ticket"))
                        .withOptions(SequenceOptions.defaults().incrementBy(5).cycle())),
                """
            sequence ticket: increment is 5 and should be as by default
            sequence ticket: wrap is cycle and should be no cycle
            --
            sequence ticket: increment is 5 and was as by default
            sequence ticket: wrap is cycle and was no cycle
            --
            alter sequence ticket
            """),
            new DifferenceCase(
                "type and comment",
                sequences(
                    new Sequence(
                        QualifiedName.of("ticket"),
                        Optional.of(DataType.Simple.SMALLINT),
                        SequenceOptions.defaults(),
                        Optional.of("for the queue"))),
                schema(),
                """
            sequence ticket: type is as by default and should be smallint
            sequence ticket: comment "for the queue" is missing
            --
            sequence ticket: type is as by default and was smallint
            sequence ticket: comment "for the queue" is gone
            --
            """))
        .map(DifferenceCase::test);
  }
}
