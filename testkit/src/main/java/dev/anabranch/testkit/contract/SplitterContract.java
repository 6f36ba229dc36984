package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.engine.MigrationException;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.sql.SplitScript;
import dev.anabranch.sql.StatementSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts are cut into the statements that the server would see. */
public abstract class SplitterContract extends DialectContract {

  private static final String SCRIPT =
      """
      -- a comment; with a semicolon
      CREATE TABLE "a;b" (id INTEGER, note VARCHAR(40));
      /* another;
         one */
      INSERT INTO "a;b" VALUES (1, 'it''s; fine'); INSERT INTO "a;b" VALUES (2, '-- no comment');
      INSERT INTO "a;b" VALUES (3, '/* nor this'); ;;
      INSERT INTO "a;b" /* in; between */ VALUES (4, -- and; here
        'two
      lines;');
      INSERT INTO "a;b" VALUES (5, 'last') -- behind; the last
      """;

  /** For the classes of the products. */
  protected SplitterContract() {}

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void aScriptRunsAsItsAuthorMeantIt(String lineEnd) {
    revisions()
        .revision("a1")
        .with("\n-- @upgrade\n" + SCRIPT)
        .with("-- @downgrade\nDROP TABLE \"a;b\";\n")
        .write();
    revisions().edit("a1", "\n", lineEnd);

    anabranch().upgrade("heads");

    assertThat(query("SELECT note FROM \"a;b\" ORDER BY id"))
        .containsExactly("it's; fine", "-- no comment", "/* nor this", "two\nlines;", "last");
    assertThat(history().get(history().size() - 1)).isEqualTo("upgrade a1 done 6 of 6");
  }

  @Test
  void whatWasCutJoinsToTheSameText() {
    SplitScript split = splitter().split(SCRIPT);

    assertThat(split.join()).isEqualTo(SCRIPT);
    assertThat(split.statements())
        .extracting(ScriptStatement::line)
        .containsExactly(2, 5, 5, 6, 7, 10);
    assertThat(split.statements()).last().extracting(ScriptStatement::terminator).isEqualTo("");
  }

  @Test
  void whatIsNeverClosedIsReportedWithItsPlaceBeforeAnythingRuns() {
    writeTable("a1");
    revisions()
        .revision("b1", "a1")
        .with("\n-- @upgrade\nINSERT INTO a1 VALUES (1, 'x');\nINSERT INTO a1 VALUES (2, 'open);\n")
        .downgrade()
        .write();

    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("revisions/b1_test.sql:6");
    assertThat(has("a1")).isFalse();
  }

  @Test
  void anEmptyScriptHasNoStatements() {
    assertThat(splitter().split("").statements()).isEmpty();
    assertThat(splitter().split("-- nothing\n/* here */ ;\n").statements()).isEmpty();
  }

  private StatementSplitter splitter() {
    return provider().offline(product().name()).splitter();
  }
}
