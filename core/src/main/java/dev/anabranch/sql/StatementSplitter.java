package dev.anabranch.sql;

/**
 * Cuts a script into statements by the rules of one database product.
 *
 * <p>Implementations hold no state and may be used by several threads. They read a script once,
 * from the first character to the last, so that the time taken is proportional to its length.
 */
public interface StatementSplitter {

  /**
   * Cuts a script into statements.
   *
   * @param script the text, any line ending
   * @return the statements in order, with all that stands between them
   * @throws ScriptSplitException if the text cannot be cut with certainty: something is opened and
   *     never closed, or it needs a client that is not a server (such as {@code COPY ... FROM
   *     stdin}); with the line
   */
  SplitScript split(String script);
}
