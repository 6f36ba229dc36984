package dev.anabranch.testkit.rows;

import dev.anabranch.sql.Identifier;
import java.util.Map;

/** A part of a condition that can be computed for a row. */
@FunctionalInterface
interface ConditionNode {

  /** What a part has for a value that is neither known nor null. */
  enum Special {
    /** Null, which is also the truth of a comparison with it. */
    NULL,
    /** Only the server can tell. */
    NOT_UNDERSTOOD
  }

  /**
   * Returns the value of the part: a number, a text, a truth value, a list of them, or something
   * {@link Special}.
   */
  Object value(Map<Identifier, Sample> row);
}
