package dev.anabranch.dialect;

import dev.anabranch.sql.QualifiedName;
import java.util.List;

/** What frames statements in a script that the product's own client runs. */
public interface OfflineSyntax {

  /**
   * Returns the command line that runs a script so that it stops at the first error, with {@code
   * FILE} for its name.
   */
  String clientCommand();

  /**
   * Returns what stands before the first statement of a script: settings of the client, each on a
   * line of its own that ends in a line break; empty if none are needed.
   */
  default String preamble() {
    return "";
  }

  /**
   * Returns the statement that begins a transaction, without terminator; empty where the server
   * begins one by itself.
   */
  String begin();

  /** Returns the statement that commits a transaction, without terminator. */
  String commit();

  /** Returns the statement as it stands in a script, with its terminator and a line break. */
  String terminate(String statement);

  /**
   * Returns statements of which one fails unless the version table holds exactly the given rows, so
   * that a script written for another state stops before it changes anything. They may create the
   * version table where none will do.
   *
   * @param versionTable the version table
   * @param rows the rows the script was written for; for none, a table that is not there will do as
   *     well
   * @param message what the failure says; plain words
   */
  List<String> guard(QualifiedName versionTable, List<String> rows, String message);
}
