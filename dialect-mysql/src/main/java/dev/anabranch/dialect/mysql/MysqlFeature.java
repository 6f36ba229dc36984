package dev.anabranch.dialect.mysql;

/**
 * What one release of the family knows and another does not, as far as operations and inspection
 * ask.
 */
enum MysqlFeature {
  /**
   * {@code IF [NOT] EXISTS} also for columns, indexes, keys and views. Elsewhere a statement looks
   * into information_schema first.
   */
  IF_EXISTS_EVERYWHERE,
  /** Sequences. */
  SEQUENCES,
  /** A type {@code UUID}; elsewhere its text is kept. */
  UUID_TYPE,
  /** A type {@code JSON} of its own; elsewhere the word means a text with a check. */
  JSON_TYPE,
  /** Indexes over expressions. */
  EXPRESSION_INDEXES,
  /** Indexes that are sorted downwards; older releases read the word and pass it over. */
  DESCENDING_INDEXES,
  /** {@code IGNORED} makes an index invisible; elsewhere {@code INVISIBLE} does. */
  IGNORED_INDEXES,
  /** Defaults that are expressions. */
  EXPRESSION_DEFAULTS,
  /** Constants as defaults of texts, bytes and JSON of any length; elsewhere only expressions. */
  CONSTANT_TEXT_DEFAULTS,
  /** Check constraints that are enforced; older releases read and forget them. */
  CHECKS,
  /** {@code DROP CHECK}; elsewhere {@code DROP CONSTRAINT} drops a check and nothing else. */
  DROP_CHECK,
  /** A check constraint may be switched off. */
  UNENFORCED_CHECKS,
  /** A check may be part of a column's definition, and is lost where that is not restated. */
  CHECKS_OF_COLUMNS,
  /** Computed columns that are never null. */
  NOT_NULL_COMPUTED,
  /** Columns that {@code SELECT *} passes over. */
  INVISIBLE_COLUMNS,
  /** Tables that keep the history of their rows. */
  SYSTEM_VERSIONING,
  /** The catalogue tells of periods of time that a table has. */
  PERIODS,
  /** Compression and encryption of tables as MariaDB names them; elsewhere as MySQL does. */
  PAGE_OPTIONS,
  /** A geometry's reference system is {@code REF_SYSTEM_ID}; elsewhere {@code SRID}. */
  REF_SYSTEM_ID,
  /**
   * information_schema shows defaults and expressions as SQL. Elsewhere a constant is shown without
   * quotes, and an expression with quotes and backslashes escaped and its bytes taken for
   * characters.
   */
  CATALOGUE_SHOWS_SQL,
  /** information_schema shows statistics of some time ago, unless they expire at once. */
  STATISTICS_EXPIRE,
  /** information_schema shows how a view is computed. */
  CATALOGUE_SHOWS_VIEW_ALGORITHM
}
