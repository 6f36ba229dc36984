package dev.anabranch.testkit.splitting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.sql.ScriptProblem;
import dev.anabranch.sql.ScriptSplitException;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.sql.SplitScript;
import dev.anabranch.sql.StatementSplitter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a splitter against what holds for any script. */
public final class SplitterLaws {

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

  private final StatementSplitter splitter;
  private final @Nullable UnaryOperator<String> alone;

  /**
   * Creates the laws of one splitter.
   *
   * @param splitter the splitter to check
   */
  public SplitterLaws(StatementSplitter splitter) {
    this(splitter, UnaryOperator.identity());
  }

  /**
   * Creates the laws of one splitter for a product whose statements may need more than a terminator
   * behind them.
   *
   * @param splitter the splitter to check
   * @param alone writes one statement as a script
   */
  public SplitterLaws(StatementSplitter splitter, UnaryOperator<String> alone) {
    this(Objects.requireNonNull(alone, "alone"), splitter);
  }

  private SplitterLaws(@Nullable UnaryOperator<String> alone, StatementSplitter splitter) {
    this.splitter = Objects.requireNonNull(splitter, "splitter");
    this.alone = alone;
  }

  /**
   * Returns the laws for scripts whose statements change how those behind them are read, so that a
   * statement alone may be read otherwise.
   *
   * @param splitter the splitter to check
   */
  public static SplitterLaws inContext(StatementSplitter splitter) {
    return new SplitterLaws(null, splitter);
  }

  /**
   * Checks that a script is either cut or refused as it must be: what is cut joins back to the same
   * text, no statement is empty or begins or ends with a blank of ASCII, each line is right, and
   * each statement alone is one statement; what is refused names lines of the script, in order.
   *
   * @param script any text
   * @return the statements, or nothing if the script was refused
   * @throws AssertionError if a law is broken
   */
  public Optional<SplitScript> check(String script) {
    SplitScript split;
    try {
      split = splitter.split(script);
    } catch (ScriptSplitException e) {
      checkProblems(script, e);
      return Optional.empty();
    }
    assertThat(split.join()).isEqualTo(script);
    int line = 1;
    for (ScriptStatement statement : split.statements()) {
      line += lineBreaks(statement.leading());
      assertThat(statement.line()).as("line of %s", statement).isEqualTo(line);
      assertThat(statement.text()).as("text").isNotEmpty().isEqualTo(trimmed(statement.text()));
      checkAlone(statement.text());
      line += lineBreaks(statement.text()) + lineBreaks(statement.terminator());
    }
    return Optional.of(split);
  }

  /**
   * Checks that statements put together with other text between them are found again.
   *
   * @param statements complete statements without terminator, each neither beginning nor ending
   *     with a blank or a comment
   * @param between what is written behind each statement: a terminator with blanks and comments
   *     around it, one for each statement
   * @throws AssertionError if the splitter finds anything else
   */
  public void checkTogether(List<String> statements, List<String> between) {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < statements.size(); i++) {
      script.append(statements.get(i)).append(between.get(i));
    }
    Optional<SplitScript> split = check(script.toString());
    assertThat(split).as("split of %s", script).isPresent();
    assertThat(split.orElseThrow().statements())
        .extracting(ScriptStatement::text)
        .containsExactlyElementsOf(statements);
  }

  // A byte order mark is a character like any other, except where the text begins with it.
  private void checkAlone(String statement) {
    if (alone != null && !statement.startsWith("\ufeff")) {
      assertThat(splitter.split(alone.apply(statement)).statements())
          .extracting(ScriptStatement::text)
          .containsExactly(statement);
    }
  }

  private static void checkProblems(String script, ScriptSplitException e) {
    assertThat(e.problems()).isNotEmpty();
    assertThat(e.line()).isEqualTo(e.problems().get(0).line());
    assertThat(e.problems())
        .extracting(ScriptProblem::line)
        .isSorted()
        .allSatisfy(line -> assertThat(line).isBetween(1, 1 + lineBreaks(script)));
  }

  private static int lineBreaks(String text) {
    Matcher matcher = LINE_BREAK.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  private static String trimmed(String text) {
    return text.replaceAll("^[ \t\r\n\f]+", "").replaceAll("(?<![ \t\r\n\f])[ \t\r\n\f]+$", "");
  }
}
