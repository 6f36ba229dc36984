package dev.anabranch.dialect;

import java.util.List;

/**
 * Statements between which rows may refer to rows that are not there yet. Both kinds leave the open
 * transaction open.
 *
 * @param begin what makes references wait
 * @param end what has them checked again and puts everything back, also behind a rollback
 */
public record ReferencePause(List<String> begin, List<String> end) {

  /** Copies the lists. */
  public ReferencePause {
    begin = List.copyOf(begin);
    end = List.copyOf(end);
  }
}
