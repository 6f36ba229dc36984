package dev.anabranch.dialect;

/** What an error of the server means for a migration. */
public enum ServerFault {
  /** A table, column or other object that a statement names is not there. */
  MISSING_OBJECT,
  /** An object of that name is there already. */
  ALREADY_EXISTS,
  /** A key is there already, or another constraint is not kept. */
  CONSTRAINT_VIOLATION,
  /**
   * The server waited for a lock as long as it was allowed to, or chose this session to end a
   * deadlock.
   */
  LOCK_TIMEOUT,
  /** The user may not do that. */
  PERMISSION_DENIED,
  /** User or password are wrong. */
  AUTHENTICATION_FAILED,
  /** The server knows no database of that name. */
  UNKNOWN_DATABASE,
  /** No server answers at that address. */
  UNREACHABLE,
  /** An embedded database is open in another process. */
  DATABASE_IN_USE,
  /** The connection broke while it was in use. */
  CONNECTION_LOST,
  /** The statement was cancelled on request. */
  CANCELLED,
  /** The statement must not run inside a transaction. */
  NOT_IN_TRANSACTION,
  /** A value is longer than its column. */
  VALUE_TOO_LONG,
  /** The statement is no valid SQL for this server. */
  SYNTAX,
  /** Anything else. */
  OTHER
}
