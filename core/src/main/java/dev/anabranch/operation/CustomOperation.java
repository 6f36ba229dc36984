package dev.anabranch.operation;

import java.util.List;

/**
 * An operation of an author's own: it has a name and expands into others.
 *
 * <p>Implementations are immutable, and {@link #expand} gives the same operations each time it is
 * asked for the same dialect.
 */
public non-sealed interface CustomOperation extends Operation {

  /**
   * Returns what the operation consists of.
   *
   * @param dialectNames the names the dialect answers to, the most specific first
   */
  List<Operation> expand(List<String> dialectNames);

  @Override
  default <R> R accept(OperationVisitor<R> visitor) {
    return visitor.customOperation(this);
  }
}
