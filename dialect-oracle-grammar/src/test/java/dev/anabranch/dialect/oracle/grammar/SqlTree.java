package dev.anabranch.dialect.oracle.grammar;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A node of a parse tree, whose symbols are the names that the SQL Language Reference gives to its
 * diagrams, such as {@code column_definition} or {@code out_of_line_constraint}.
 *
 * @param symbols what the node is; several where one rule is made of one other
 * @param tokens the pieces of text below it
 * @param children the nodes below it, in order; none for a single token
 * @param source the text below it, as it was written
 */
public record SqlTree(
    Set<String> symbols, List<SqlToken> tokens, List<SqlTree> children, String source) {

  /** Copies the lists. */
  public SqlTree {
    tokens = List.copyOf(tokens);
    children = List.copyOf(children);
  }

  /** Says whether the node is of a kind. */
  public boolean is(String symbol) {
    return symbols.contains(symbol);
  }

  /** Returns this node and all below it, from the top down and from left to right. */
  public Stream<SqlTree> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(SqlTree::all));
  }

  /** Returns all nodes of a kind, this one included. */
  public List<SqlTree> all(String symbol) {
    return all().filter(node -> node.is(symbol)).toList();
  }

  /** Returns the first node of a kind, this one included. */
  public Optional<SqlTree> first(String symbol) {
    return all().filter(node -> node.is(symbol)).findFirst();
  }

  /**
   * Returns the first node of a kind.
   *
   * @throws AssertionError if there is none
   */
  public SqlTree one(String symbol) {
    return first(symbol).orElseThrow(() -> new AssertionError("no " + symbol + " in " + this));
  }

  /** Returns the tokens with single blanks between, without comments. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (SqlToken token : tokens) {
      text.append(text.isEmpty() ? "" : " ").append(token.text());
    }
    return text.toString();
  }

  /** Returns the name that the node is, as the server keeps it. */
  public String name() {
    String written = text().replace(" ", "");
    return written.startsWith("\"")
        ? written.replace("\"", "")
        : written.toUpperCase(java.util.Locale.ROOT);
  }

  @Override
  public String toString() {
    return symbols + " " + text();
  }
}
