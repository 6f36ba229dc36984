/**
 * The dialect's behaviour without an Oracle server: H2 in its Oracle mode behind a driver that
 * speaks in ORA codes.
 *
 * <p>H2 shares with Oracle what version table and lock depend on (an implicit commit with every DDL
 * statement, an empty text that is null, {@code FOR UPDATE NOWAIT}, a row lock that a DDL statement
 * of its own session lets go of). It proves nothing about Oracle's syntax: that is for the
 * grammars.
 */
package dev.anabranch.dialect.oracle.h2;
