package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A condition that no row makes false.
 *
 * @param name its name; empty until a naming convention gives one
 * @param condition the condition
 */
public record CheckConstraint(Optional<Identifier> name, SqlExpression condition)
    implements TableConstraint {

  /** Checks that the condition is there. */
  public CheckConstraint {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(condition, "condition");
  }

  @Override
  public List<Identifier> columns() {
    return List.of();
  }

  @Override
  public Kind kind() {
    return Kind.CHECK;
  }

  @Override
  public CheckConstraint withName(Identifier name) {
    return new CheckConstraint(Optional.of(name), condition);
  }
}
