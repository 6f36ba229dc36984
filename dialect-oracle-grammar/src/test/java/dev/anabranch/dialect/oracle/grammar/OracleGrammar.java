package dev.anabranch.dialect.oracle.grammar;

import dev.anabranch.dialect.oracle.grammar.SqlToken.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import oracle.jdbc.driver.parser.LexerToken;
import oracle.jdbc.driver.parser.Matrix;
import oracle.jdbc.driver.parser.ParseNode;
import oracle.jdbc.driver.parser.SqlEarley;
import oracle.jdbc.driver.parser.Token;

/**
 * The grammar of SQL, PL/SQL and SQL*Plus inside the JDBC driver 23.3.
 *
 * <p>It knows what early 23ai knew, whatever release a statement is for, and takes some words for
 * names that the server does not: what it finds well-formed is looked at once more by {@link
 * TreeChecks}. Safe for use by several threads.
 */
public final class OracleGrammar {

  private OracleGrammar() {}

  /**
   * Says what is wrong with a statement, as it is sent through JDBC.
   *
   * @param sql a statement without its semicolon, or a unit of PL/SQL with its last one
   * @return nothing if it is well-formed
   */
  public static List<String> check(String sql) {
    List<SqlToken> tokens = tokens(sql);
    if (tokens.isEmpty()) {
      return List.of("there is no statement");
    }
    boolean unit = isUnit(tokens);
    SqlToken last = tokens.get(tokens.size() - 1);
    if (last.is("/") || (last.is(";") && !unit)) {
      return List.of("a terminator is for a client: " + last.text());
    }
    return tree(sql, unit).map(TreeChecks::problems).orElse(List.of("it is not in the grammar"));
  }

  /**
   * Returns the tree of a statement.
   *
   * @param sql the statement, as {@link #check} takes it
   * @throws AssertionError if it is not in the grammar
   */
  public static SqlTree parse(String sql) {
    return tree(sql, isUnit(tokens(sql)))
        .orElseThrow(() -> new AssertionError("not in the grammar: " + sql));
  }

  /** Returns the pieces of a statement, without blanks and comments. */
  public static List<SqlToken> tokens(String sql) {
    return LexerToken.parse(sql).stream().map(OracleGrammar::token).toList();
  }

  // As SQL*Plus would say it: what ends at a slash.
  static boolean isUnit(List<SqlToken> tokens) {
    List<String> words =
        tokens.stream()
            .limit(12)
            .takeWhile(token -> token.kind() == Kind.WORD || token.is("<"))
            .map(token -> token.text().toUpperCase(java.util.Locale.ROOT))
            .filter(
                word -> !List.of("OR", "REPLACE", "EDITIONABLE", "NONEDITIONABLE").contains(word))
            .toList();
    if (words.isEmpty()) {
      return false;
    }
    if (List.of("BEGIN", "DECLARE", "<").contains(words.get(0))) {
      return true;
    }
    return words.size() > 1
        && words.get(0).equals("CREATE")
        && List.of("FUNCTION", "PROCEDURE", "PACKAGE", "TRIGGER", "TYPE").contains(words.get(1));
  }

  private static Optional<SqlTree> tree(String sql, boolean unit) {
    String script = sql + (unit ? "\n/" : "\n;");
    List<LexerToken> tokens = LexerToken.parse(script);
    SqlEarley grammar = SqlEarley.getInstance();
    Matrix matrix = new Matrix(grammar);
    grammar.parse(tokens, matrix);
    if (matrix.get(0, tokens.size()) == null) {
      return Optional.empty();
    }
    SqlTree tree = tree(grammar.forest(tokens, matrix), tokens, script);
    // Two statements one behind the other are derivable as well, as something else.
    return tree.is("sql_statement") ? Optional.of(tree) : Optional.empty();
  }

  private static SqlTree tree(ParseNode node, List<LexerToken> tokens, String script) {
    Set<String> symbols =
        Arrays.stream(node.content())
            .mapToObj(symbol -> SqlEarley.getInstance().allSymbols[symbol])
            .filter(symbol -> !symbol.contains("___"))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<SqlToken> text =
        tokens.subList(node.from, node.to).stream().map(OracleGrammar::token).toList();
    List<SqlTree> children = new ArrayList<>();
    for (ParseNode child : node.children()) {
      children.add(tree(child, tokens, script));
    }
    String source = script.substring(tokens.get(node.from).begin, tokens.get(node.to - 1).end);
    return new SqlTree(symbols, text, children, source);
  }

  private static SqlToken token(LexerToken token) {
    Kind kind = Kind.SIGN;
    if (token.type == Token.IDENTIFIER) {
      kind = Kind.WORD;
    } else if (token.type == Token.DQUOTED_STRING) {
      kind = Kind.NAME;
    } else if (token.type == Token.QUOTED_STRING) {
      kind = Kind.TEXT;
    } else if (token.type == Token.DIGITS) {
      kind = Kind.DIGITS;
    }
    return new SqlToken(kind, token.content);
  }
}
