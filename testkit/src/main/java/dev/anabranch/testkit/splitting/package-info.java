/**
 * The laws that every product's {@link dev.anabranch.sql.StatementSplitter} keeps, whatever its
 * lexical rules are.
 *
 * <p>A dialect's own tests make texts of the pieces that are dangerous in its product, and hand
 * them in.
 */
@NullMarked
package dev.anabranch.testkit.splitting;

import org.jspecify.annotations.NullMarked;
