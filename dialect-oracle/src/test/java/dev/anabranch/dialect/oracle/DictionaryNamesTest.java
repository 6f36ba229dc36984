package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.operation.Existence;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every view and column that is read is there, in the oldest release as well. */
class DictionaryNamesTest {

  private static final Pattern QUERY =
      Pattern.compile("SELECT [^;]*?FROM ALL_[^;]*?(?=;|\\n  \\) LOOP)", Pattern.DOTALL);

  private final Dictionary dictionary = Dictionary.read();
  private final OracleDialect dialect =
      new OracleDialect(OracleRelease.offline(OracleDialectProvider.OLDEST));

  @ParameterizedTest
  @EnumSource
  void everyQueryOfTheInspectorAsksForWhatIsThere(OracleQuery query) {
    assertThat(dictionary.problems(query.sql(dialect.style(), 2), OracleDialectProvider.OLDEST))
        .as(query.sql(dialect.style(), 2))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aLongIsTheLastColumn(OracleQuery query) {
    List<String> columns = query.columns();
    assertThat(columns.subList(0, columns.size() - 1))
        .noneMatch(
            column -> dictionary.views().get(query.view()).get(column).type().equals("LONG"));
    assertThat(query.sql(dialect.style(), 1)).doesNotContain("ORDER BY");
  }

  @Test
  void everyBlockAsksForWhatIsThere() {
    SqlStyle style = dialect.style();
    QualifiedName table = QualifiedName.of("shop", "orders");
    Identifier column = Identifier.of("state");
    OracleBlocks blocks = new OracleBlocks(style, dialect.version());
    CompilationErrors errors = new CompilationErrors(style);
    OracleUnit unit = OracleUnit.of("CREATE PROCEDURE p IS BEGIN NULL; END;").orElseThrow();
    List<String> texts =
        List.of(
            blocks.droppingTypeConditions(table, column),
            blocks.unlessNullable(table, column, "DROP TABLE x"),
            blocks.renamingKeyIndex(table, column, column),
            errors.check(unit) + ";",
            errors.select(unit) + ";");

    List<String> queries = new ArrayList<>();
    for (String text : texts) {
      Matcher query = QUERY.matcher(text);
      while (query.find()) {
        queries.add(query.group());
      }
    }
    assertThat(queries).hasSize(texts.size());
    assertThat(queries)
        .allSatisfy(
            sql ->
                assertThat(dictionary.problems(sql, OracleDialectProvider.OLDEST))
                    .as(sql)
                    .isEmpty());
    assertThat(blocks.ignoring(Existence.TOLERANT, 1, "DROP TABLE x")).doesNotContain("ALL_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT NAME FROM ALL_TABLES",
        "SELECT OWNER FROM ALL_NOTHING",
        "SELECT OWNER FROM ALL_TABLES WHERE NAME = 'X'",
        "SELECT DATA_DEFAULT_VC FROM ALL_TAB_COLS",
        "SELECT \"DOMAIN_NAME\" FROM ALL_TAB_COLS"
      })
  void whatIsNotThereOrNewerIsRefused(String sql) {
    assertThat(dictionary.problems(sql, OracleDialectProvider.OLDEST)).isNotEmpty();
  }

  @Test
  void whatIsNewerIsTakenForTheReleaseThatHasIt() {
    String sql = "SELECT DATA_DEFAULT_VC FROM ALL_TAB_COLS";
    assertThat(dictionary.problems(sql, ServerVersion.of(23, 0))).isEmpty();
  }
}
