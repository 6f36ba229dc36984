package dev.anabranch.dialect;

/**
 * What one database server can do and another cannot.
 *
 * <p>A dialect declares its capabilities and the contract suite checks both ways: what is declared
 * works, and what is not declared does not, so that nobody works around a limit that is gone.
 */
public enum Capability {
  /** DDL takes part in a transaction: after a rollback nothing of it is left. */
  TRANSACTIONAL_DDL,
  /** The server can say which session holds the migration lock. */
  LOCK_HOLDER,
  /**
   * Some statements refuse to run inside a transaction, so that a section may need
   * {@code @transaction off}.
   */
  STATEMENTS_OUTSIDE_TRANSACTION,
  /** {@code IF [NOT] EXISTS} for tables, columns, indexes, constraints, sequences and views. */
  IF_EXISTS,
  /** A database holds several schemas that an operation can create and drop. */
  SCHEMAS,
  /** Sequences that belong to no column. */
  SEQUENCES,
  /** A sequence can get another name. */
  RENAME_SEQUENCE,
  /** Enum types with a name of their own; elsewhere the values stand in the column. */
  ENUM_TYPES,
  /** An enum type can get another value. */
  ADD_ENUM_VALUE,
  /** The other value of an enum type can stand in front of one that is there. */
  ENUM_VALUE_POSITION,
  /** A comment on an enum type. */
  ENUM_COMMENTS,
  /** Views whose rows are stored. */
  MATERIALIZED_VIEWS,
  /** Array types. */
  ARRAYS,
  /** A type for a time of day. */
  TIME_OF_DAY,
  /** Types for spans of time. */
  INTERVALS,
  /** A comment on a view. */
  VIEW_COMMENTS,
  /** A comment on a sequence. */
  SEQUENCE_COMMENTS,
  /** Computed columns that are stored. */
  STORED_COLUMNS,
  /** Computed columns that are not stored. */
  VIRTUAL_COLUMNS,
  /** A change of a column's type can say how the new values are made from the old. */
  TYPE_CHANGE_RULES,
  /** An existing column can become an identity, or be one no longer. */
  ALTER_IDENTITY,
  /** An identity may refuse the numbers that rows bring. */
  IDENTITY_ALWAYS,
  /** An identity has its own start, step and bounds. */
  IDENTITY_OPTIONS,
  /** Constraints that are checked at the end of a transaction. */
  DEFERRABLE_CONSTRAINTS,
  /** {@code SET DEFAULT} of foreign keys. */
  SET_DEFAULT_ACTION,
  /** {@code ON UPDATE} of foreign keys. */
  ON_UPDATE,
  /** {@code MATCH FULL} of foreign keys. */
  MATCH_FULL,
  /** Exclusion constraints. */
  EXCLUSION_CONSTRAINTS,
  /** Unique rules to which two nulls are the same. */
  NULLS_NOT_DISTINCT,
  /** A constraint can get another name. */
  RENAME_CONSTRAINT,
  /** A unique index is another thing than a unique constraint; elsewhere it is read as one. */
  UNIQUE_INDEXES,
  /** An index can get another name. */
  RENAME_INDEX,
  /** Indexes over expressions. */
  EXPRESSION_INDEXES,
  /** Indexes of some rows only. */
  PARTIAL_INDEXES,
  /** Columns that an index holds without sorting by them. */
  INCLUDED_COLUMNS,
  /** A choice of where nulls stand in an index. */
  NULLS_ORDER,
  /** Indexes by the beginnings of texts. */
  INDEX_PREFIXES,
  /** Indexes that the planner passes over. */
  INVISIBLE_INDEXES,
  /** Indexes that are built while the table is written. */
  ONLINE_INDEXES,
  /** A primary key keeps the name it is given. */
  NAMED_PRIMARY_KEYS,
  /** The empty text is a value and not null. */
  EMPTY_TEXT
}
