package dev.anabranch.script;

import static dev.anabranch.revision.Direction.DOWNGRADE;
import static dev.anabranch.revision.Direction.UPGRADE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionsTest {

  @TempDir Path directory;

  @Test
  void aSectionGoesFromItsLineToTheNextOne() {
    SqlRevisionScript script =
        revision(
            """
            -- @upgrade
            ALTER TABLE customer ADD COLUMN last_order TIMESTAMP;

            -- @upgrade oracle
            ALTER TABLE customer ADD (last_order TIMESTAMP);

            -- @downgrade
            ALTER TABLE customer DROP COLUMN last_order;
            """);

    assertThat(script.sections())
        .containsExactly(
            new ScriptSection(
                UPGRADE,
                List.of(),
                "ALTER TABLE customer ADD COLUMN last_order TIMESTAMP;\n\n",
                3,
                SectionTransaction.CONFIGURED),
            new ScriptSection(
                UPGRADE,
                List.of("oracle"),
                "ALTER TABLE customer ADD (last_order TIMESTAMP);\n\n",
                6,
                SectionTransaction.CONFIGURED),
            new ScriptSection(
                DOWNGRADE,
                List.of(),
                "ALTER TABLE customer DROP COLUMN last_order;\n",
                9,
                SectionTransaction.CONFIGURED));
  }

  @Test
  void aSectionNamedForTheDialectWinsOverThePlainOne() {
    SqlRevisionScript script =
        revision(
            """
            -- @upgrade mysql, mariadb
            my
            -- @upgrade
            plain
            -- @upgrade mariadb-special
            special
            """);

    assertThat(sql(script, "postgresql")).isEqualTo("plain\n");
    assertThat(sql(script, "mysql")).isEqualTo("my\n");
    assertThat(sql(script, "mariadb", "mysql")).isEqualTo("my\n");
    assertThat(sql(script, "mariadb-special", "mariadb")).isEqualTo("special\n");
    assertThat(script.section(DOWNGRADE, List.of("mysql"))).isEmpty();
  }

  @Test
  void withoutAPlainSectionOtherDialectsGetNone() {
    SqlRevisionScript script = revision("-- @upgrade mysql\nx\n");

    assertThat(script.section(UPGRADE, List.of("postgresql"))).isEmpty();
  }

  @Test
  void aSectionMaySayWhetherItRunsInATransaction() {
    SqlRevisionScript script =
        revision(
            """
            -- @upgrade
            -- cannot run inside one
            -- @transaction off
            CREATE INDEX CONCURRENTLY i ON t (c);
            -- @downgrade
            -- @transaction on
            DROP INDEX i;
            """);

    ScriptSection upgrade = script.sections().get(0);
    assertThat(upgrade.transactional()).isFalse();
    assertThat(upgrade.sql()).isEqualTo("CREATE INDEX CONCURRENTLY i ON t (c);\n");
    assertThat(upgrade.firstLine()).isEqualTo(5);
    assertThat(script.sections().get(1).transaction()).isEqualTo(SectionTransaction.ON);
  }

  @Test
  void irreversibleStandsInTheHeaderOrInPlaceOfASection() {
    assertThat(revision("-- @irreversible data is gone\n-- @upgrade\nx\n").irreversibleReason())
        .contains("data is gone");
    SqlRevisionScript inPlace =
        revision("-- @upgrade\nx\n\n-- @irreversible data is gone\n\n-- so\n");
    assertThat(inPlace.irreversibleReason()).contains("data is gone");
    assertThat(sql(inPlace, "h2")).isEqualTo("x\n\n");
  }

  @Test
  void someDialectsMayHaveAWayBackThatTheOthersLack() {
    SqlRevisionScript script =
        revision("-- @upgrade\nx\n-- @downgrade postgresql\ny\n-- @irreversible no way\n");

    assertThat(script.section(DOWNGRADE, List.of("postgresql"))).isPresent();
    assertThat(script.section(DOWNGRADE, List.of("h2"))).isEmpty();
    assertThat(script.irreversibleReason()).contains("no way");
  }

  @Test
  void aDoubledMarkStandsForTheLineWithOneMark() {
    SqlRevisionScript script =
        revision("-- @upgrade\nINSERT INTO t VALUES ('\n-- @@upgrade\n-- @@@x\n');\n");

    assertThat(sql(script, "h2")).isEqualTo("INSERT INTO t VALUES ('\n-- @upgrade\n-- @@x\n');\n");
  }

  @Test
  void commentsThatOnlyMentionASignAreLeftAlone() {
    String body = "-- mail to a@b.c\n--@param x\n  -- @return y\n-- @ z\nselect '@upgrade';\n";

    assertThat(sql(revision("-- @upgrade\n" + body), "h2")).isEqualTo(body);
  }

  @Test
  void carriageReturnsBecomeLineFeeds() {
    SqlRevisionScript script = revision("-- @upgrade\r\na\r\n\r\nb\rc\n-- @downgrade\rd");

    assertThat(sql(script, "h2")).isEqualTo("a\n\nb\nc\n");
    assertThat(script.sections().get(1).sql()).isEqualTo("d");
    assertThat(script.sections().get(1).firstLine()).isEqualTo(8);
  }

  @Test
  void aSectionIsBlankIfItHoldsLineCommentsOnly() {
    SqlRevisionScript script = revision("-- @upgrade\n\n  -- nothing\n-- @downgrade\n x\n");

    assertThat(script.sections()).extracting(ScriptSection::isBlank).containsExactly(true, false);
  }

  @Test
  void theBodyIsReadWhenItIsAskedFor() {
    SqlRevisionScript script = revision("-- @upgrade\nfirst\n");
    String checksum = script.checksum();

    new ScriptFolder(directory).write("r.sql", "-- @revision r\n-- @upgrade\nsecond\n");

    assertThat(sql(script, "h2")).isEqualTo("second\n");
    assertThat(script.checksum()).isNotEqualTo(checksum).hasSize(64);
  }

  private SqlRevisionScript revision(String body) {
    return new ScriptFolder(directory).write("r.sql", "-- @revision r\n" + body).loadOnly();
  }

  private static String sql(SqlRevisionScript script, String... dialects) {
    return script.section(UPGRADE, List.of(dialects)).orElseThrow().sql();
  }
}
