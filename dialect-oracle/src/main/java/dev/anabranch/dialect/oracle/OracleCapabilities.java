package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.Capability;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What Oracle can do, the same from 19c to 23ai (SQL Language Reference 19c and 23ai). {@code IF
 * [NOT] EXISTS} is among it: where the release does not know the words, a block takes the one error
 * for success.
 *
 * <p>Online indexes need the Enterprise Edition, or one that holds its options, such as Free; the
 * Standard Edition answers ORA-00439.
 */
final class OracleCapabilities {

  /** What every supported release can do. */
  static final Set<Capability> ALL =
      Collections.unmodifiableSet(
          EnumSet.of(
              Capability.IF_EXISTS,
              Capability.SEQUENCES,
              Capability.RENAME_SEQUENCE,
              Capability.MATERIALIZED_VIEWS,
              Capability.INTERVALS,
              Capability.VIEW_COMMENTS,
              Capability.VIRTUAL_COLUMNS,
              Capability.IDENTITY_ALWAYS,
              Capability.IDENTITY_OPTIONS,
              Capability.DEFERRABLE_CONSTRAINTS,
              Capability.RENAME_CONSTRAINT,
              Capability.RENAME_INDEX,
              Capability.EXPRESSION_INDEXES,
              Capability.INVISIBLE_INDEXES,
              Capability.ONLINE_INDEXES,
              Capability.UNIQUE_INDEXES,
              Capability.NAMED_PRIMARY_KEYS));

  private OracleCapabilities() {}
}
