/**
 * What every dialect has to keep, as tests that a dialect's module extends.
 *
 * <p>Each topic is an abstract class. A module says in {@link
 * dev.anabranch.testkit.contract.ContractProduct} what only its product has, names that class to
 * the service loader, and extends the topics in one line each, below one class that asks for a
 * server:
 *
 * <pre>{@code
 * @RequiresServer("postgresql")
 * class PostgresContractIT {
 *   @Nested class VersionTable extends VersionTableContract {}
 *   @Nested class Lock extends LockContract {}
 * }
 * }</pre>
 *
 * <p>The tests work through the library's front door with revision files on disk and a database of
 * their own, so that they hold for a whole run and not for one class. At the end of the JVM's tests
 * a line tells how many checks each product has passed.
 */
@NullMarked
package dev.anabranch.testkit.contract;

import org.jspecify.annotations.NullMarked;
