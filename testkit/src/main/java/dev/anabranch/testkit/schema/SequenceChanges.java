package dev.anabranch.testkit.schema;

import dev.anabranch.operation.AlterSequence;
import dev.anabranch.schema.SequenceOptions;

/**
 * What an alteration makes of the options of a sequence: what it says holds, the rest stays; one
 * that is said to have cycled before and not then cycles no longer.
 */
final class SequenceChanges {

  private SequenceChanges() {}

  static SequenceOptions applied(SequenceOptions before, AlterSequence operation) {
    SequenceOptions to = operation.to();
    boolean stillCycles =
        to.wrap() == SequenceOptions.Wrap.CYCLE
            || (before.wrap() == SequenceOptions.Wrap.CYCLE
                && operation
                    .from()
                    .filter(from -> from.wrap() == SequenceOptions.Wrap.CYCLE)
                    .isEmpty());
    return new SequenceOptions(
        to.start().or(before::start),
        to.increment().or(before::increment),
        to.minimum().or(before::minimum),
        to.maximum().or(before::maximum),
        to.cache().or(before::cache),
        stillCycles ? SequenceOptions.Wrap.CYCLE : SequenceOptions.Wrap.NO_CYCLE);
  }
}
