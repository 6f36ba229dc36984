/**
 * The contract a database product implements.
 *
 * <p>A product is plugged in by a {@link dev.anabranch.dialect.DialectProvider}, found through
 * {@link java.util.ServiceLoader} and chosen by the JDBC URL. Asked about an open connection it
 * answers with a {@link dev.anabranch.dialect.Dialect}: one server release, with its {@linkplain
 * dev.anabranch.dialect.Capability capabilities}, its splitter, the tables Anabranch keeps its
 * state in, its lock, and the meaning of its error codes.
 *
 * <p>The engine asks narrow questions and never looks at a product's name: what one server can and
 * another cannot is a {@code Capability}, and the contract suite of the testkit holds every dialect
 * to what it declares, in both directions.
 */
@NullMarked
package dev.anabranch.dialect;

import org.jspecify.annotations.NullMarked;
