/**
 * H2, the embedded default: a database in one file or in memory, so that a first run needs no
 * server.
 *
 * <p>The package is found through {@code ServiceLoader} and is never named by the core. It writes
 * only what differs from standard SQL: how H2 splits a script, how it takes a lock, what its error
 * codes mean, and what operations become there. Its catalogue is read by {@link
 * dev.anabranch.dialect.h2.H2Inspector}, each table of it once.
 */
@NullMarked
package dev.anabranch.dialect.h2;

import org.jspecify.annotations.NullMarked;
