package dev.anabranch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.error.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DoneChecksumTest {

  private final List<StepStatement> statements =
      IntStream.range(0, 5).mapToObj(i -> statement("S" + i)).toList();

  private static StepStatement statement(String sql) {
    return StepStatement.of(
        DdlStatement.of(sql), new SourceLocation("a1.sql", 1), Optional.empty());
  }

  /** What grew with the statements is what a later run computes at once. */
  @Test
  void isTheSameHoweverItWasReached() {
    DoneChecksum growing = new DoneChecksum(statements);

    for (int count : new int[] {0, 1, 1, 3, 5, 2}) {
      assertThat(growing.of(count))
          .hasSize(64)
          .isEqualTo(new DoneChecksum(statements.subList(0, count)).of(count));
    }
  }

  @Test
  void tellsStatementsApartThatJoinToTheSameText() {
    StepStatement whole = statement("S0S1");

    assertThat(new DoneChecksum(statements).of(2))
        .isNotEqualTo(new DoneChecksum(List.of(whole)).of(1));
  }

  /** What a prepared statement does stands in what prepares it. */
  @Test
  void tellsStatementsApartThatArePreparedOtherwise() {
    assertThat(new DoneChecksum(List.of(preparedBy("SET @a = 1"))).of(1))
        .isNotEqualTo(new DoneChecksum(List.of(preparedBy("SET @a = 2"))).of(1));
  }

  private static StepStatement preparedBy(String sql) {
    return StepStatement.of(
        DdlStatement.committing("EXECUTE a").preparedBy(List.of(sql)),
        new SourceLocation("a1.java", 1),
        Optional.of("alter column"));
  }
}
