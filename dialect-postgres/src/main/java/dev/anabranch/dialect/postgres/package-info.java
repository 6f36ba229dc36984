/**
 * PostgreSQL 13 and newer.
 *
 * <p>The package is found through {@code ServiceLoader} and is never named by the core. It writes
 * only what differs from standard SQL: how the server splits a script (dollar quotes, {@code E''}
 * strings, {@code BEGIN ATOMIC}), how it takes an advisory lock, and what its SQL states mean.
 */
@NullMarked
package dev.anabranch.dialect.postgres;

import org.jspecify.annotations.NullMarked;
