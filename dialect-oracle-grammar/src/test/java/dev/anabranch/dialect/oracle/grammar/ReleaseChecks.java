package dev.anabranch.dialect.oracle.grammar;

import dev.anabranch.dialect.oracle.grammar.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a release does not know yet; the grammars know none of this (SQL Language Reference,
 * "Changes in This Release", of 21c and 23ai).
 */
final class ReleaseChecks {

  private static final Map<String, Integer> TYPES = Map.of("JSON", 21, "BOOLEAN", 23, "VECTOR", 23);

  private ReleaseChecks() {}

  /**
   * Says what in a well-formed statement is too new.
   *
   * @param release the first number of the release, such as 19
   */
  static List<String> problems(SqlTree tree, int release) {
    List<String> problems = new ArrayList<>();
    for (SqlTree type : tree.all("datatype")) {
      String name = type.tokens().get(0).text().toUpperCase(Locale.ROOT);
      int first = type.is("user_defined_types") ? TYPES.getOrDefault(name, 0) : 0;
      if (release < first) {
        problems.add("the type " + name + " is there from " + first + " on");
      }
    }
    if (release < 23) {
      before23(tree, problems);
    }
    return problems;
  }

  private static void before23(SqlTree tree, List<String> problems) {
    List<SqlToken> tokens = tree.tokens();
    for (int i = 0; i + 1 < tokens.size() && !OracleGrammar.isUnit(tokens); i++) {
      SqlToken next = tokens.get(i + 1);
      if (tokens.get(i).is("IF") && (next.is("EXISTS") || next.is("NOT"))) {
        problems.add("IF [NOT] EXISTS is there from 23 on");
      }
    }
    if (tree.all("query_block").stream().anyMatch(query -> query.all("from_clause").isEmpty())) {
      problems.add("a query needs FROM before 23");
    }
    boolean isPlSql = OracleGrammar.isUnit(tokens);
    if (!isPlSql && tokens.stream().anyMatch(ReleaseChecks::isTruth)) {
      problems.add("SQL has no truth values before 23");
    }
  }

  private static boolean isTruth(SqlToken token) {
    return token.kind() == Kind.WORD && (token.is("TRUE") || token.is("FALSE"));
  }
}
