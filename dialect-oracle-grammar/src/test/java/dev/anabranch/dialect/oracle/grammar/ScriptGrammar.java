package dev.anabranch.dialect.oracle.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import oracle.jdbc.driver.parser.LexerToken;
import oracle.jdbc.driver.parser.Matrix;
import oracle.jdbc.driver.parser.ParseNode;
import oracle.jdbc.driver.parser.SqlEarley;

/** Whole scripts of SQL*Plus, cut by the grammar inside the driver: a referee for our splitter. */
public final class ScriptGrammar {

  private final String script;
  private final SqlEarley grammar = SqlEarley.getInstance();
  private final List<LexerToken> tokens;
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * A statement or a command of the client.
   *
   * @param text its text, with its terminator
   * @param line the line it begins in, from 1
   * @param isOfClient whether only SQL*Plus knows it
   */
  public record Piece(String text, int line, boolean isOfClient) {

    /** Returns the text as it is sent through JDBC. */
    public String sent() {
      boolean slash = text.endsWith("/");
      String sent = (slash ? text.substring(0, text.length() - 1) : text).strip();
      boolean keepsSemicolon = OracleGrammar.isUnit(OracleGrammar.tokens(sent));
      return sent.endsWith(";") && !keepsSemicolon ? sent.substring(0, sent.length() - 1) : sent;
    }
  }

  private ScriptGrammar(String script) {
    this.script = script;
    this.tokens = LexerToken.parse(script);
  }

  /**
   * Cuts a script.
   *
   * @throws AssertionError if it is not in the grammar
   */
  public static List<Piece> pieces(String script) {
    ScriptGrammar cut = new ScriptGrammar(script);
    Matrix matrix = new Matrix(cut.grammar);
    cut.grammar.parse(cut.tokens, matrix);
    if (matrix.get(0, cut.tokens.size()) == null) {
      throw new AssertionError("not in the grammar: " + script);
    }
    cut.collect(cut.grammar.forest(cut.tokens, matrix));
    return cut.pieces;
  }

  private void collect(ParseNode node) {
    if (!is(node, "sql_statement")) {
      node.children().forEach(this::collect);
      return;
    }
    int from = tokens.get(node.from).begin;
    pieces.add(
        new Piece(
            script.substring(from, tokens.get(node.to - 1).end),
            1 + (int) script.substring(0, from).chars().filter(c -> c == '\n').count(),
            is(node, "sqlplus_command")));
  }

  private boolean is(ParseNode node, String symbol) {
    return Arrays.stream(node.content()).anyMatch(s -> grammar.allSymbols[s].equals(symbol));
  }
}
