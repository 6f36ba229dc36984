package dev.anabranch.revision;

/**
 * Which ids and labels a graph accepts.
 *
 * @since 0.1
 */
public enum NamePolicy {
  /** Only names that every target expression can spell; the default. */
  STRICT,
  /**
   * Everything Alembic loads: ids with white space and labels of any kind, reserved words included.
   * For reading the history of a project that comes from there; some of its names then cannot be
   * used as targets.
   */
  ALEMBIC
}
