package dev.anabranch.operation;

import dev.anabranch.schema.Table;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops a table.
 *
 * @param name its name
 * @param existence what happens when it is not there
 * @param definition the table as it is, if the author gives it: then the drop can be taken back
 */
public record DropTable(QualifiedName name, Existence existence, Optional<Table> definition)
    implements Operation {

  /** Checks that all parts are there. */
  public DropTable {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(existence, "existence");
    Objects.requireNonNull(definition, "definition");
  }

  @Override
  public String describe() {
    return "drop table " + name;
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return definition
        .<Inverse>map(table -> Inverse.of(new CreateTable(table, existence)))
        .orElseGet(
            () ->
                Inverse.none(
                    "the columns of the dropped table are not known",
                    "Give the definition of what is dropped, or write the downgrade by hand."));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.dropTable(this);
  }
}
