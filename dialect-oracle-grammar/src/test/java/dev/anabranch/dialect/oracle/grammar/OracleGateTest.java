package dev.anabranch.dialect.oracle.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.oracle.grammar.Statements.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate lets valid statements pass, and refuses others: it does not take everything. */
class OracleGateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE a (b NUMBER(10) DEFAULT 0 NOT NULL, CONSTRAINT c PRIMARY KEY (b))",
        "CREATE TABLE \"date\" (\"size\" VARCHAR2(10 CHAR))",
        "ALTER TABLE a MODIFY (b NULL)",
        "ALTER TABLE a MODIFY (b DEFAULT NULL)",
        "COMMENT ON TABLE a IS 'b;c'",
        "SELECT a FROM b FOR UPDATE NOWAIT",
        "BEGIN\n  EXECUTE IMMEDIATE 'DROP TABLE a';\nEND;",
        "CREATE OR REPLACE TRIGGER t BEFORE INSERT ON a FOR EACH ROW\nBEGIN\n  :NEW.b := 1;\nEND;"
      })
  void validStatementsPass(String sql) {
    assertThat(OracleGate.problems(sql, 19)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE a (b NUMBER",
        "CREATE TABLE a (b NUMBER,)",
        "CREATE TABLE a (b NUMBER);",
        "CREATE TABLE a (b NUMBER)\n/",
        "CREATE TABLE a (b VARCHAR2)",
        "CREATE TABLE a (b VARCHAR2(10))) ",
        "CREATE TABLE a (b NUMBER(39))",
        "CREATE TABLE a (b TIMESTAMP(10))",
        "CREATE TABLE a (b TEXT)",
        "CREATE TABLE a (b NUMBER NOT NULL DEFAULT 0)",
        "CREATE TABLE a (b NUMBER, b NUMBER)",
        "CREATE TABLE date (b NUMBER)",
        "CREATE TABLE a (size NUMBER)",
        "CREATE TABLE `a` (b NUMBER)",
        "CREATE TABLE IF NOT EXISTS a (b NUMBER)",
        "CREATE TABLE a (b BOOLEAN)",
        "ALTER TABLE a ADD COLUMN b NUMBER",
        "ALTER TABLE a RENAME b TO c",
        "ALTER TABLE b.a RENAME TO b.c",
        "ALTER TABLE a MODIFY (b VARCHAR2)",
        "DROP TABLE IF EXISTS a",
        "COMMENT ON TABLE a IS \"b\"",
        "INSERT INTO a VALUES (1), (2)",
        "INSERT INTO a VALUES (TRUE)",
        "SELECT 1",
        "BEGIN NULL; END",
        "BEGIN\n  EXECUTE IMMEDIATE 'DROP TABLE IF EXISTS a';\nEND;",
        "BEGIN\n  EXECUTE IMMEDIATE 'CREATE TABLE a (b VARCHAR2)';\nEND;",
        "-- nothing"
      })
  void invalidStatementsAreRefused(String sql) {
    assertThat(OracleGate.problems(sql, 19)).isNotEmpty();
  }

  @Test
  void whatIsNewIn23PassesFor23() {
    assertThat(OracleGate.problems("CREATE TABLE IF NOT EXISTS a (b BOOLEAN, c JSON)", 23))
        .isEmpty();
    assertThat(OracleGate.problems("CREATE TABLE a (b JSON)", 21)).isEmpty();
    assertThat(OracleGate.problems("CREATE TABLE a (b JSON)", 19)).hasSize(1);
  }

  @Nested
  class Trees {

    @Test
    void tellWhatAColumnIs() {
      SqlTree table =
          OracleGrammar.parse(
              "CREATE TABLE \"A\" (\"b\" NUMBER(10, 2) DEFAULT 0 NOT NULL, c DATE,"
                  + " CONSTRAINT p PRIMARY KEY (\"b\"))");

      SqlTree column = table.one("column_definition");
      assertThat(column.one("column").name()).isEqualTo("b");
      assertThat(column.one("datatype").text()).isEqualTo("NUMBER ( 10 , 2 )");
      assertThat(column.one("expr").text()).isEqualTo("0");
      assertThat(column.one("inline_constraint").text()).isEqualTo("NOT NULL");
      assertThat(table.all("column_definition")).hasSize(2);
      assertThat(table.all("column_definition").get(1).one("column").name()).isEqualTo("C");
      assertThat(table.one("out_of_line_constraint").text())
          .isEqualTo("CONSTRAINT p PRIMARY KEY ( \"b\" )");
    }
  }

  static List<ReleaseChecks.Feature> features() {
    return ReleaseChecks.FEATURES;
  }

  @ParameterizedTest
  @MethodSource("features")
  void whatIsNewIsRefusedBelowTheReleaseThatBringsIt(ReleaseChecks.Feature feature) {
    assertThat(OracleGate.problems(feature.sample(), feature.since())).isEmpty();
    for (int release : new int[] {19, 21}) {
      assertThat(OracleGate.problems(feature.sample(), release).isEmpty())
          .isEqualTo(release >= feature.since());
    }
  }

  @Test
  void severalRowsBehindValuesAreRefusedForEveryRelease() {
    assertThat(OracleGate.problems("INSERT INTO a (b) VALUES (1), (2)", 23)).isNotEmpty();
  }

  @Test
  void whatABlockRunsIsHeldToTheSame() {
    assertThat(
            OracleGate.problems(
                "BEGIN EXECUTE IMMEDIATE 'ALTER TABLE a DROP CONSTRAINT \"' || b.c || '\"'; END;",
                19))
        .isEmpty();
    assertThat(
            OracleGate.problems(
                "BEGIN EXECUTE IMMEDIATE 'ALTER TABLE a DROP CONSTRAIN \"' || b.c || '\"'; END;",
                19))
        .isNotEmpty();
  }

  static List<ReviewedException> exceptions() {
    return ReviewedException.ALL;
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void anExceptionIsStillNeededAndCoversOneGrammarOnly(ReviewedException exception) {
    assertThat(exception.grammar().check(exception.sample())).isNotEmpty();
    assertThat(exception.pattern().matcher(exception.sample()).find()).isTrue();
    assertThat(OracleGate.problems(exception.sample(), 23)).isEmpty();
  }

  /** The larger control, which lies beside the checkout. */
  @Nested
  class Control {

    // Which release knows them is not for the grammar to say.
    private static final Set<String> OTHER_RULES = Set.of("version");

    @Test
    void theGrammarTakesEveryValidStatement() {
      List<Statement> valid = Statements.all().stream().filter(Statement::isValid).toList();
      assertThat(valid).hasSize(98);
      assertThat(valid)
          .allSatisfy(s -> assertThat(OracleGrammar.check(s.sql())).as(s.sql()).isEmpty());
    }

    @Test
    void theGrammarRefusesEveryInvalidStatementButThoseOfANewerRelease() {
      List<Statement> invalid = Statements.all().stream().filter(s -> !s.isValid()).toList();
      assertThat(invalid).hasSize(59);
      assertThat(invalid)
          .filteredOn(s -> !OTHER_RULES.contains(s.kind()))
          .hasSize(54)
          .allSatisfy(s -> assertThat(OracleGrammar.check(s.sql())).as(s.sql()).isNotEmpty());
    }

    @Test
    void theGateRefusesEveryInvalidStatement() {
      assertThat(Statements.all())
          .filteredOn(s -> !s.isValid())
          .allSatisfy(s -> assertThat(OracleGate.problems(s.sql(), 19)).as(s.sql()).isNotEmpty());
    }

    /** Known false refusals of the second opinion; whoever writes such a statement reviews it. */
    @Test
    void theSecondOpinionTakesEveryValidStatementButThoseThatAreKnown() {
      assertThat(Statements.all())
          .filteredOn(s -> s.isValid() && !DebeziumGrammar.check(s.sql()).isEmpty())
          .hasSize(9);
    }
  }
}
