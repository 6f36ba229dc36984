package dev.anabranch.dialect.oracle;

import dev.anabranch.sql.SplitScript;
import dev.anabranch.sql.StatementSplitter;

/**
 * Cuts scripts as SQL*Plus does, without being SQL*Plus.
 *
 * <p>A semicolon ends a statement unless it stands in text ({@code '...'}, {@code q'[...]'} with
 * any delimiter), in a name in double quotes, or in a comment, which does not nest (SQL Language
 * Reference 19c, "Text Literals", "Comments"). So does a line that holds nothing but a slash, and
 * only such a line ends a PL/SQL unit: an anonymous block, {@code CREATE} of a function, procedure,
 * package, trigger, type or library, Java source, and a statement with {@code WITH FUNCTION}
 * (SQL*Plus User's Guide 19c, "Running PL/SQL Blocks"). A unit keeps its last semicolon, which the
 * server wants; a statement does not, as the server refuses it.
 *
 * <p>What only SQL*Plus can do is reported: its commands, substitution variables, a hyphen that
 * continues a line, and a slash that would run the statement above it once more. So is a unit
 * behind which the slash was forgotten, where another statement shows it.
 */
public final class OracleSplitter implements StatementSplitter {

  @Override
  public SplitScript split(String script) {
    return new OracleScan(script).run();
  }
}
