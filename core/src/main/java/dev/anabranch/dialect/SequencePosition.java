package dev.anabranch.dialect;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a sequence, or the identity of a column, has counted.
 *
 * @param owner the sequence, or the table of the identity
 * @param column the column of the identity; empty for a sequence
 * @param next a number that is not given yet: the next one, or one behind those that the server has
 *     set aside
 * @param course which way it counts
 */
public record SequencePosition(
    QualifiedName owner, Optional<Identifier> column, BigInteger next, Course course) {

  /** Which way a sequence counts. */
  public enum Course {
    /** Upwards. */
    RISING,
    /** Downwards. */
    FALLING;

    /** Returns the course of a step. */
    public static Course of(BigInteger increment) {
      return increment.signum() < 0 ? FALLING : RISING;
    }
  }

  /** Checks that all parts are there. */
  public SequencePosition {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(next, "next");
    Objects.requireNonNull(course, "course");
  }

  /** Returns positions in the order of their names. */
  public static List<SequencePosition> sorted(List<SequencePosition> positions) {
    return positions.stream().sorted(Comparator.comparing(SequencePosition::toString)).toList();
  }

  /** Returns the name, with that of the column behind a dot. */
  @Override
  public String toString() {
    return column.map(name -> owner + "." + name).orElse(owner.toString());
  }

  /** Returns whether an earlier position is lost: numbers that were given would be given again. */
  public boolean isBehind(SequencePosition earlier) {
    int order = next.compareTo(earlier.next());
    return course == Course.RISING ? order < 0 : order > 0;
  }
}
