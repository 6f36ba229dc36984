package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.engine.MigrationException;
import dev.anabranch.sql.Identifier;
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
      CREATE TABLE NAME (id INTEGER, note VARCHAR(40));
      /* another;
         one */
      INSERT INTO NAME VALUES (1, 'it''s; fine'); INSERT INTO NAME VALUES (2, '-- no comment');
      INSERT INTO NAME VALUES (3, '/* nor this'); ;;
      INSERT INTO NAME /* in; between */ VALUES (4, -- and; here
        'two
      lines;');
      INSERT INTO NAME VALUES (5, 'last') -- behind; the last
      """;

  /** For the classes of the products. */
  protected SplitterContract() {}

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void aScriptRunsAsItsAuthorMeantIt(String lineEnd) {
    revisions()
        .revision("a1")
        .with("\n-- @upgrade\n" + script())
        .with("-- @downgrade\nDROP TABLE " + name() + ";\n")
        .write();
    revisions().edit("a1", "\n", lineEnd);

    anabranch().upgrade("heads");

    assertThat(query("SELECT note FROM " + name() + " ORDER BY id"))
        .containsExactly("it's; fine", "-- no comment", "/* nor this", "two\nlines;", "last");
    assertThat(history().get(history().size() - 1)).isEqualTo("upgrade a1 done 6 of 6");
  }

  @Test
  void whatWasCutJoinsToTheSameText() {
    SplitScript split = splitter().split(script());

    assertThat(split.join()).isEqualTo(script());
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

  private String script() {
    return SCRIPT.replace("NAME", name());
  }

  /** A name that would end two statements if it stood there without quotes. */
  private String name() {
    return offline().stateTables().writer().name(Identifier.of("a;b")).toSql();
  }

  private StatementSplitter splitter() {
    return offline().splitter();
  }

  private Dialect offline() {
    return provider().offline(product().name());
  }
}
