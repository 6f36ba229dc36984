package dev.anabranch.operation;

import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops a constraint of a table.
 *
 * @param table the table
 * @param kind which kind it is
 * @param name its name
 * @param existence what happens when it is not there
 * @param definition the constraint as it is, if the author gives it: then the drop can be taken
 *     back
 */
public record DropConstraint(
    QualifiedName table,
    TableConstraint.Kind kind,
    Identifier name,
    Existence existence,
    Optional<TableConstraint> definition)
    implements Operation {

  /** Checks that all parts are there. */
  public DropConstraint {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(existence, "existence");
    Objects.requireNonNull(definition, "definition");
  }

  @Override
  public String describe() {
    return "drop " + kind.words() + " " + name + " of " + table;
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return definition
        .<Inverse>map(constraint -> Inverse.of(new AddConstraint(table, constraint.withName(name))))
        .orElseGet(
            () ->
                Inverse.none(
                    "what the dropped constraint says is not known",
                    "Give the definition of what is dropped, or write the downgrade by hand."));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.dropConstraint(this);
  }
}
