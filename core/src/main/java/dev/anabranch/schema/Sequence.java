package dev.anabranch.schema;

import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * A sequence that belongs to no column.
 *
 * @param name its name
 * @param type the whole-number type it counts in; empty for the server's own
 * @param options how it counts
 * @param comment what people say of it; never empty text
 */
public record Sequence(
    QualifiedName name,
    Optional<DataType> type,
    SequenceOptions options,
    Optional<String> comment) {

  /** Checks that all parts are there. */
  public Sequence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(options, "options");
    comment = comment.filter(text -> !text.isEmpty());
  }

  /** Returns a sequence that counts as by default. */
  public static Sequence of(QualifiedName name) {
    return new Sequence(name, Optional.empty(), SequenceOptions.defaults(), Optional.empty());
  }

  /** Returns the same sequence counting otherwise. */
  public Sequence withOptions(SequenceOptions options) {
    return new Sequence(name, type, options, comment);
  }
}
