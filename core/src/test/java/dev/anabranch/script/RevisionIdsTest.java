package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RevisionIdsTest {

  @Test
  void anIdIsTwelveHexDigits() {
    assertThat(RevisionIds.generate(Set.of())).matches("[0-9a-f]{12}");
  }

  @Test
  void anIdThatIsTakenIsNotGivenAgain() {
    String first = RevisionIds.generate(Set.of(), new Random(1));

    assertThat(RevisionIds.generate(Set.of(first), new Random(1))).isNotEqualTo(first);
  }

  @Test
  void neitherOfTwoIdsBeginsWithTheOther() {
    String first = RevisionIds.generate(Set.of(), new Random(1));
    List<String> taken = List.of(first + "00", first.substring(0, 6));

    assertThat(RevisionIds.generate(taken, new Random(1)))
        .isNotEqualTo(first)
        .doesNotStartWith(first.substring(0, 6));
  }

  @Test
  void shortIdsThatUseUpAllBeginningsDoNoHarm() {
    Set<String> taken = new TreeSet<>();
    IntStream.range(0, 256).forEach(i -> taken.add(Integer.toHexString(i)));

    assertThat(RevisionIds.generate(taken)).hasSize(12);
  }
}
