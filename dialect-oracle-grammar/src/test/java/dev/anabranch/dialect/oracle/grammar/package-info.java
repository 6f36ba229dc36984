/**
 * The SQL that the Oracle dialect writes, held to the grammars of others, because no Oracle server
 * can be had from the registries that a build reads.
 *
 * <p>{@link dev.anabranch.dialect.oracle.grammar.OracleGrammar} is the grammar inside the JDBC
 * driver 23.3, with checks of its trees; {@link
 * dev.anabranch.dialect.oracle.grammar.DebeziumGrammar} is a second opinion; {@link
 * dev.anabranch.dialect.oracle.grammar.OracleGate} is both, with the reviewed exceptions, and the
 * rules of a release. Only public classes of the driver are called. They are internal to it and may
 * not be there in any other release.
 */
package dev.anabranch.dialect.oracle.grammar;
