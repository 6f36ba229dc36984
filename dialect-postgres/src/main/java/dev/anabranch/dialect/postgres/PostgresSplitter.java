package dev.anabranch.dialect.postgres;

import dev.anabranch.sql.SplitScript;
import dev.anabranch.sql.StatementSplitter;

/**
 * Cuts scripts by the lexical rules of PostgreSQL 13 and later.
 *
 * <p>A semicolon ends a statement unless it stands in quotes, a comment, a dollar quote,
 * parentheses (as in {@code CREATE RULE ... DO (a; b)}) or the {@code BEGIN ATOMIC ... END} body of
 * a routine. A backslash protects the next character only in {@code E'...'} (PostgreSQL 18
 * Documentation, 4.1 "Lexical Structure"), and in {@code '...'} as well behind a statement of the
 * script that sets {@code standard_conforming_strings} to off, as old dumps do.
 *
 * <p>What only the client psql can do is reported: its backslash commands, and {@code COPY ... FROM
 * stdin} with the data behind it.
 */
public final class PostgresSplitter implements StatementSplitter {

  @Override
  public SplitScript split(String script) {
    return new PostgresScan(script).run();
  }
}
