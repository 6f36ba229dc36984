package dev.anabranch.operation;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.Nullability;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Changes a column; several changes run as one.
 *
 * @param table the table
 * @param column the column
 * @param changes at least one, each of another aspect
 */
public record AlterColumn(QualifiedName table, Identifier column, List<ColumnChange> changes)
    implements Operation {

  /**
   * Copies the list and checks it.
   *
   * @throws OperationException if nothing changes, one aspect changes twice, or a nullable column
   *     becomes an identity
   */
  public AlterColumn {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
    changes = List.copyOf(changes);
    Set<ColumnChange.Aspect> seen = EnumSet.noneOf(ColumnChange.Aspect.class);
    for (ColumnChange change : changes) {
      if (!seen.add(change.aspect())) {
        throw contradiction(table, column, change.aspect() + " is changed twice");
      }
    }
    if (changes.isEmpty()) {
      throw contradiction(table, column, "nothing is changed");
    }
    if (changes.contains(new ColumnChange.Null(Nullability.NULLABLE))
        && changes.stream().anyMatch(AlterColumn::makesIdentity)) {
      throw contradiction(table, column, "an identity is never null");
    }
  }

  private static boolean makesIdentity(ColumnChange change) {
    return change instanceof ColumnChange.Value value && value.to() instanceof ColumnValue.Identity;
  }

  private static OperationException contradiction(
      QualifiedName table, Identifier column, String why) {
    return new OperationException(
        ErrorCode.INVALID_OPERATION,
        "Cannot record alter column " + table + "." + column + ": " + why + ".",
        "Name each change once, and no two that exclude each other.");
  }

  /** Returns the change of one kind, if there is one. */
  public <T extends ColumnChange> Optional<T> change(Class<T> type) {
    return changes.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  @Override
  public String describe() {
    return "alter column " + table + "." + column;
  }

  @Override
  public Inverse inverse() {
    List<ColumnChange> back = new ArrayList<>();
    for (ColumnChange change : changes) {
      Optional<ColumnChange> inverse = change.inverse();
      if (inverse.isEmpty()) {
        return Inverse.none(
            "what "
                + change.aspect().name().toLowerCase(Locale.ROOT)
                + " the column had before is not known",
            "Say what was before with from(...), or write the downgrade by hand.");
      }
      back.add(inverse.get());
    }
    return Inverse.of(new AlterColumn(table, column, back));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.alterColumn(this);
  }
}
