package dev.anabranch.dialect.oracle.grammar;

import dev.anabranch.dialect.oracle.grammar.ReviewedException.Grammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every statement that the dialect writes has to pass: the grammar inside the driver with the
 * checks of its tree, the second opinion, and what the release knows. Statements that a block runs
 * from a text are held to the same.
 *
 * <pre>{@code
 * assertThat(OracleGate.problems(sql, 19)).isEmpty();
 * }</pre>
 */
public final class OracleGate {

  private OracleGate() {}

  /**
   * Says what is wrong with a statement.
   *
   * @param sql the statement as it is sent through JDBC
   * @param release the first number of the release it is for: 19, 21 or 23
   * @return nothing if it passes
   */
  public static List<String> problems(String sql, int release) {
    List<String> problems = new ArrayList<>();
    for (Grammar grammar : Grammar.values()) {
      ReviewedException.judged(grammar, sql)
          .ifPresent(
              judged ->
                  grammar.check(judged).forEach(problem -> problems.add(grammar + ": " + problem)));
    }
    if (OracleGrammar.check(sql).isEmpty()) {
      SqlTree tree = OracleGrammar.parse(sql);
      problems.addAll(ReleaseChecks.problems(tree, release));
      for (String inner : executed(tree.tokens())) {
        problems(inner, release).forEach(problem -> problems.add(problem + ", in " + inner));
      }
    }
    return List.copyOf(problems);
  }

  /**
   * Returns the statements that a block runs: from one text in single quotes, or from several with
   * a variable between, for which a name stands here.
   */
  static List<String> executed(List<SqlToken> tokens) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("EXECUTE") && tokens.get(i + 1).is("IMMEDIATE")) {
        text(tokens.subList(i + 2, tokens.size())).ifPresent(found::add);
      }
    }
    return found;
  }

  // What calls a function is put together from pieces, and looked at elsewhere.
  private static Optional<String> text(List<SqlToken> tokens) {
    StringBuilder text = new StringBuilder();
    boolean inVariable = false;
    for (SqlToken token : tokens) {
      boolean isPart = token.kind() == SqlToken.Kind.WORD || token.is(".");
      if (token.is(";") || token.is("INTO")) {
        return Optional.of(text.toString());
      } else if (token.kind() == SqlToken.Kind.TEXT) {
        text.append(token.value());
      } else if (isPart) {
        text.append(inVariable ? "" : "X");
      } else if (!token.text().matches("\\|+")) {
        return Optional.empty();
      }
      inVariable = isPart;
    }
    return Optional.empty();
  }
}
