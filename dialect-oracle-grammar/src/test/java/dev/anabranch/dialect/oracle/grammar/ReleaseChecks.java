package dev.anabranch.dialect.oracle.grammar;

import dev.anabranch.dialect.oracle.grammar.SqlToken.Kind;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a release does not know yet; the grammars know none of this (SQL Language Reference,
 * "Changes in This Release", of 21c and 23ai). Several rows behind {@code VALUES}, new in 23, are
 * not in the grammar inside the driver, which so refuses them for every release.
 */
final class ReleaseChecks {

  /**
   * Something that came with a release.
   *
   * @param name what it is
   * @param since the first number of the release that has it first
   * @param sample a statement with it
   * @param isIn finds it in a statement
   */
  record Feature(String name, int since, String sample, Predicate<SqlTree> isIn) {}

  /** All of them. */
  static final List<Feature> FEATURES =
      List.of(
          type("JSON", 21),
          new Feature(
              "the constructor JSON",
              21,
              "CREATE TABLE a (b CLOB DEFAULT JSON('{}'))",
              tree -> isFollowed(tree, "JSON", List.of("("))),
          type("BOOLEAN", 23),
          type("VECTOR", 23),
          new Feature(
              "a truth value in SQL",
              23,
              "INSERT INTO a VALUES (TRUE)",
              tree -> !isUnit(tree) && tree.tokens().stream().anyMatch(ReleaseChecks::isTruth)),
          new Feature(
              "IF NOT EXISTS",
              23,
              "CREATE SEQUENCE IF NOT EXISTS a",
              tree -> !isUnit(tree) && isFollowed(tree, "IF", List.of("NOT"))),
          new Feature(
              "IF EXISTS",
              23,
              "DROP TABLE IF EXISTS a",
              tree -> !isUnit(tree) && isFollowed(tree, "IF", List.of("EXISTS"))),
          new Feature(
              "a query without FROM",
              23,
              "SELECT 1",
              tree ->
                  tree.all("query_block").stream()
                      .anyMatch(query -> query.all("from_clause").isEmpty())));

  private ReleaseChecks() {}

  private static Feature type(String name, int since) {
    return new Feature(
        "the type " + name,
        since,
        "CREATE TABLE a (b " + name + ")",
        tree ->
            tree.all("user_defined_types").stream()
                .anyMatch(type -> type.is("datatype") && type.tokens().get(0).is(name)));
  }

  private static boolean isUnit(SqlTree tree) {
    return OracleGrammar.isUnit(tree.tokens());
  }

  private static boolean isFollowed(SqlTree tree, String word, List<String> next) {
    List<SqlToken> tokens = tree.tokens();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      SqlToken behind = tokens.get(i + 1);
      if (tokens.get(i).is(word) && next.stream().anyMatch(behind::is)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTruth(SqlToken token) {
    return token.kind() == Kind.WORD && (token.is("TRUE") || token.is("FALSE"));
  }

  /**
   * Says what in a well-formed statement is too new.
   *
   * @param release the first number of the release, such as 19
   */
  static List<String> problems(SqlTree tree, int release) {
    return FEATURES.stream()
        .filter(feature -> release < feature.since() && feature.isIn().test(tree))
        .map(feature -> feature.name() + " is there from " + feature.since() + " on")
        .toList();
  }
}
