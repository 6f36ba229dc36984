package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The key that tells the rows of a table apart.
 *
 * @param name its name; empty until a naming convention gives one
 * @param columns its columns, at least one, in order
 * @param deferrability when it is checked
 */
public record PrimaryKey(
    Optional<Identifier> name, List<Identifier> columns, Deferrability deferrability)
    implements TableConstraint {

  /** Copies the list and checks it. */
  public PrimaryKey {
    Objects.requireNonNull(name, "name");
    columns = Columns.require("a primary key", columns);
    Objects.requireNonNull(deferrability, "deferrability");
  }

  @Override
  public Kind kind() {
    return Kind.PRIMARY_KEY;
  }

  @Override
  public PrimaryKey withName(Identifier name) {
    return new PrimaryKey(Optional.of(name), columns, deferrability);
  }
}
