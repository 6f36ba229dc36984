package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.testkit.corpus.CorpusRun;
import dev.anabranch.testkit.corpus.RevisionCorpus;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions made by chance leave what they say, behind each of them, there and back. */
public abstract class CorpusContract extends OperationContract {

  private static final int REVISIONS = 45;

  /** For the classes of the products. */
  protected CorpusContract() {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void leaveWhatTheySayThereAndBack(long seed) throws SQLException {
    RevisionCorpus corpus = RevisionCorpus.generate(seed, REVISIONS);
    try (Connection connection = database().connect()) {
      CorpusRun run = new CorpusRun(dialect(), connection);

      run.apply(corpus);

      assertThat(read()).isNotEqualTo(DatabaseSchema.empty());
      assertThat(run.takeBack()).isGreaterThanOrEqualTo(REVISIONS - REVISIONS / 3);
    }
  }
}
