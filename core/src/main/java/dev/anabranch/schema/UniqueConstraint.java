package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * No two rows hold the same values in some columns.
 *
 * @param name its name; empty until a naming convention gives one
 * @param columns its columns, at least one, in order
 * @param nulls whether two nulls are the same
 * @param deferrability when it is checked
 */
public record UniqueConstraint(
    Optional<Identifier> name, List<Identifier> columns, Nulls nulls, Deferrability deferrability)
    implements TableConstraint {

  /** Whether a unique rule tells nulls apart. */
  public enum Nulls {
    /** Any number of rows may hold null. */
    DISTINCT,
    /** One row may hold null. */
    NOT_DISTINCT
  }

  /** Copies the list and checks it. */
  public UniqueConstraint {
    Objects.requireNonNull(name, "name");
    columns = Columns.require("a unique constraint", columns);
    Objects.requireNonNull(nulls, "nulls");
    Objects.requireNonNull(deferrability, "deferrability");
  }

  @Override
  public Kind kind() {
    return Kind.UNIQUE;
  }

  @Override
  public UniqueConstraint withName(Identifier name) {
    return new UniqueConstraint(Optional.of(name), columns, nulls, deferrability);
  }
}
