package dev.anabranch.operation;

import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Sets or removes the comment of a table.
 *
 * @param table the table
 * @param to the text; empty text for none
 * @param from the text before, if the author gives it
 */
public record ChangeTableComment(QualifiedName table, String to, Optional<String> from)
    implements Operation {

  /** Checks that all parts are there. */
  public ChangeTableComment {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(from, "from");
  }

  @Override
  public String describe() {
    return "change comment of table " + table;
  }

  @Override
  public Inverse inverse() {
    return from.<Inverse>map(
            before -> Inverse.of(new ChangeTableComment(table, before, Optional.of(to))))
        .orElseGet(
            () ->
                Inverse.none(
                    "the comment before is not known",
                    "Give the comment before, or write the downgrade by hand."));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.changeTableComment(this);
  }
}
