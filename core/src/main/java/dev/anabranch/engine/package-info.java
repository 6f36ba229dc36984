/**
 * Running a plan: connections, transactions, the lock, the journal, offline scripts, listeners.
 *
 * <p>A run reads the state, plans, and prepares every step (which statements, in which kind of
 * transaction) before it changes anything. Under the lock it reads the state again, since another
 * run may have been faster, and only then begins.
 *
 * <p>A step runs in one of two ways. Where the server can roll back all of it, statements, version
 * rows and history entry share one transaction. Where it cannot, because the server commits DDL by
 * itself or the section asks to run outside a transaction, the statements run one unit after the
 * other and the journal says after each how many are done, so that a later run can go on where this
 * one ended.
 */
@NullMarked
package dev.anabranch.engine;

import org.jspecify.annotations.NullMarked;
