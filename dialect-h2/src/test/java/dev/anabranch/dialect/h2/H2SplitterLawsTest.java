package dev.anabranch.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.testkit.splitting.SplitterLaws;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.h2.util.ScriptReader;

class H2SplitterLawsTest {

  private static final String[] FRAGMENTS = {
    "'", "''", "\\'", "\\", "\"", "\"\"", "$ ", " $$", "\n$$ ", "$a$", "a$$", "é$$", "$1", "--",
        "- -", "//", "/",
    "/*", "*/", "*", ";", ";;", "(", ")", " ", "\n", "\r", "\r\n", "\t", "\ufeff", "\u00a0",
        "\u3000", "\0", "x",
    "1", "\ud83d\ude00", "\ud83d", "#", "SELECT 1;\n", "@", "@a", "CREATE ALIAS a AS "
  };

  private static final String[] STATEMENTS = {
    "SELECT 1",
    "SELECT 'a;''b\n', \"c;\"\"d\"",
    "CREATE ALIAS f AS $$ String f() { return \"'\"; } $$",
    "SELECT a$$b",
    "SELECT 1 / 2 - 3",
    "SET @a = 1",
    "INSERT INTO t /* ; /* ; */ ; */ VALUES (1) -- ;\n + 1 // ;\n" + "+ 2",
    "SELECT é"
  };

  private static final String[] GAPS = {
    "", " ", "\n", "\r\n", "-- it's; \"\n", "// it's;\r", "/* ; ' $$ /* */ ( */", ";"
  };

  private final SplitterLaws laws = new SplitterLaws(new H2Splitter());

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(FRAGMENTS).list().ofMaxSize(40).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> gap() {
    return Arbitraries.of(GAPS).list().ofMaxSize(4).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> between() {
    return Combinators.combine(gap(), gap()).as((before, after) -> before + ";" + after);
  }

  @Provide
  Arbitrary<String> statement() {
    return Arbitraries.of(STATEMENTS);
  }

  @Property(tries = 20_000)
  void hostileTextIsCutOrRefused(@ForAll("hostile") String script) {
    laws.check(script + "`a;b`");
    laws.check(script + "`");
  }

  @Property(tries = 5_000)
  void anyTextIsCutOrRefused(@ForAll String script) {
    laws.check(script);
  }

  @Property(tries = 5_000)
  void statementsAreFoundAgain(
      @ForAll @Size(max = 12) List<@From("statement") String> statements,
      @ForAll @Size(max = 12) List<@From("between") String> between) {
    int count = Math.min(statements.size(), between.size());
    laws.checkTogether(statements.subList(0, count), between.subList(0, count));
  }

  /**
   * What {@code RUNSCRIPT} cuts, it cuts in the same places. The fragments leave out two of the
   * known differences; the third is that its reader misreads the end of a comment where asterisks
   * and slashes touch. The seed is fixed, as what else it gets wrong is not ours to find.
   */
  @Property(tries = 20_000, seed = "20261122")
  void cutsWhereRunscriptCuts(@ForAll("hostile") String text) {
    Assume.that(!text.contains("**/") && !text.contains("/*/"));
    // Taken alone, a statement that begins with a byte order mark would lose it.
    String script = text.replace('\ufeff', 'x');
    laws.check(script)
        .ifPresent(
            split ->
                assertThat(split.statements())
                    .extracting(ScriptStatement::text)
                    .containsExactlyElementsOf(cutByRunscript(script)));
  }

  // The reader keeps comments with statements and blanks as statements: both are taken off again.
  private static List<String> cutByRunscript(String script) {
    List<String> statements = new ArrayList<>();
    ScriptReader reader = new ScriptReader(new StringReader(script));
    for (String text = reader.readStatement(); text != null; text = reader.readStatement()) {
      new H2Splitter()
          .split(text).statements().stream().map(ScriptStatement::text).forEach(statements::add);
    }
    return statements;
  }

  /** The server ends this comment where RUNSCRIPT's reader goes on to the next end of a comment. */
  @Example
  void endsACommentWithTwoAsterisks() {
    assertThat(laws.check("SELECT 1 /***/; SELECT 2 /* */").orElseThrow().statements())
        .extracting(ScriptStatement::text)
        .containsExactly("SELECT 1", "SELECT 2");
  }

  /** One step too many for each character would keep this test from ever ending. */
  @Example
  void longTextIsReadOnce() {
    for (String fragment : FRAGMENTS) {
      laws.check(fragment.repeat(200_000 / fragment.length()));
    }
    for (String statement : STATEMENTS) {
      int count = 50_000 / statement.length();
      assertThat(laws.check((statement + ";").repeat(count)).orElseThrow().statements())
          .hasSize(count);
    }
  }
}
