package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.ServerVersion;

/** What came with a later release than the oldest supported one (each release's notes). */
enum PostgresFeature {
  /** The compression of a column can be chosen. */
  COMPRESSION(14),
  /** Unique rules to which two nulls are the same. */
  NULLS_NOT_DISTINCT(15),
  /** How a column is computed can be changed. */
  SET_EXPRESSION(17),
  /** Columns that are computed when they are read. */
  VIRTUAL_COLUMNS(18);

  private final int since;

  PostgresFeature(int since) {
    this.since = since;
  }

  /** Returns the release that brought it. */
  int since() {
    return since;
  }

  /** Returns whether a release has it. */
  boolean isIn(ServerVersion version) {
    return version.major() >= since;
  }
}
