package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.Anabranch;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.history.HistoryFormatException;
import dev.anabranch.history.JournalEntry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table that says what ran, when, by whom and how far. */
public abstract class HistoryTableContract extends DialectContract {

  /** For the classes of the products. */
  protected HistoryTableContract() {}

  @Test
  void everyStepLeavesAnEntryThatSaysItIsDone() {
    writeTable("a1");
    writeTable("b1", "a1");

    anabranch().upgrade("heads");
    anabranch().downgrade("a1");

    assertThat(history().stream().filter(line -> line.contains(" done ")))
        .containsExactly(
            "upgrade a1 done 1 of 1", "upgrade b1 done 1 of 1", "downgrade b1 done 1 of 1");
  }

  @Test
  void anEntryHoldsWhoWhatAndWhen() {
    writeTable("a1");
    Anabranch anabranch = anabranch();
    Instant before = Instant.now();

    anabranch.upgrade("heads");

    JournalEntry entry = anabranch.journal(1).get(0);
    assertThat(entry.run().operator()).isEqualTo("contract");
    assertThat(entry.run().tool()).startsWith("anabranch ");
    assertThat(entry.checksum())
        .hasValue(anabranch.scripts().script("a1").orElseThrow().checksum());
    assertThat(entry.detail()).isEmpty();
    assertThat(entry.started()).isBetween(before.minusSeconds(60), before.plusSeconds(60));
    assertThat(entry.finished()).isAfterOrEqualTo(entry.started());
  }

  @Test
  void theEntriesOfARunShareItsId() {
    writeTable("a1");
    writeTable("b1", "a1");
    anabranch().upgrade("heads");
    List<String> first = runIds();
    anabranch().downgrade("-1");

    assertThat(first).hasSize(1);
    assertThat(runIds()).hasSize(2).containsAll(first);
  }

  private List<String> runIds() {
    return query("SELECT DISTINCT run_id FROM anabranch_history");
  }

  @Test
  void theNewestEntriesComeFirstAndNoMoreThanAreAskedFor() {
    for (int i = 0; i < 6; i++) {
      revisions()
          .revision("r" + i, i == 0 ? new String[0] : new String[] {"r" + (i - 1)})
          .upgrade()
          .downgrade()
          .write();
    }

    anabranch().upgrade("heads");

    assertThat(anabranch().journal(2))
        .extracting(JournalEntry::revision)
        .containsExactly("r5", "r4");
  }

  @Test
  void aHostileOperatorIsWrittenAsItIs() {
    writeTable("a1");
    String hostile = "O'Brien\\\"; DROP TABLE a1; --\n$$é\u4e2d";

    builder().operator(hostile).build().upgrade("heads");

    assertThat(anabranch().journal(1).get(0).run().operator()).isEqualTo(hostile);
  }

  @Test
  void anOperatorLongerThanTheColumnIsCut() {
    writeTable("a1");

    builder().operator("o".repeat(300)).build().upgrade("heads");

    assertThat(anabranch().journal(1).get(0).run().operator()).isEqualTo("o".repeat(255));
  }

  @Test
  void aFailureLeavesCodeAndStateAndNothingOfTheServersMessage() {
    writeTable("a1");
    revisions()
        .revision("b1", "a1")
        .upgrade("INSERT INTO a1 VALUES (1, 's3cret')", "INSERT INTO a1 SELECT id, note FROM a1")
        .downgrade("DELETE FROM a1")
        .write();

    assertThatThrownBy(() -> anabranch().upgrade("heads")).hasMessageNotContaining("s3cret");

    JournalEntry entry = anabranch().journal(1).get(0);
    assertThat(entry.outcome().text()).isEqualTo("failed");
    assertThat(entry.detail())
        .hasValueSatisfying(detail -> assertThat(detail).matches("ANB-4001 23\\w{3}"));
    assertThat(entry.toString()).doesNotContain("s3cret");
  }

  @Test
  void anEntryOfANewerReleaseIsNotMisread() {
    writeTable("a1");
    writeTable("b1", "a1");
    anabranch().upgrade("a1");
    database().execute("UPDATE anabranch_history SET format = 99");

    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(HistoryFormatException.class)
        .hasMessageContaining("format 99")
        .extracting("code")
        .isEqualTo(ErrorCode.UNKNOWN_HISTORY_FORMAT);
    assertThat(has("b1")).isFalse();
  }

  @Test
  void anEntryThatSomebodyWroteByHandIsNamed() {
    writeTable("a1");
    anabranch().upgrade("a1");
    database().execute("UPDATE anabranch_history SET outcome = 'maybe'");

    assertThatThrownBy(() -> anabranch().current())
        .isInstanceOf(HistoryFormatException.class)
        .hasMessageContaining("\"maybe\"");
  }
}
