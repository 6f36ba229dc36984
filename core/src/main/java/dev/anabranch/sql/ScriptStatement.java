package dev.anabranch.sql;

/**
 * One statement of a script.
 *
 * @param leading what stands between the previous terminator and the statement: blanks, comments,
 *     terminators that end nothing
 * @param text the statement as it is sent to the server, without terminator; it neither begins nor
 *     ends with a blank or a comment, so that a terminator may be written directly behind it
 * @param terminator what ends it, blanks and comments before it included, such as {@code ;}; empty
 *     for a last statement without one
 * @param line the line of the statement's first character, counted from 1 within the script
 */
public record ScriptStatement(String leading, String text, String terminator, int line) {}
