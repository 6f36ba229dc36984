package dev.anabranch.operation;

import dev.anabranch.schema.Column;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops a column of a table.
 *
 * @param table the table
 * @param name the column
 * @param existence what happens when it is not there
 * @param definition the column as it is, if the author gives it: then the drop can be taken back
 */
public record DropColumn(
    QualifiedName table, Identifier name, Existence existence, Optional<Column> definition)
    implements Operation {

  /** Checks that all parts are there. */
  public DropColumn {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(existence, "existence");
    Objects.requireNonNull(definition, "definition");
  }

  @Override
  public String describe() {
    return "drop column " + table + "." + name;
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return definition
        .<Inverse>map(column -> Inverse.of(new AddColumn(table, column, existence)))
        .orElseGet(
            () ->
                Inverse.none(
                    "the type of the dropped column is not known",
                    "Give the definition of what is dropped, or write the downgrade by hand."));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.dropColumn(this);
  }
}
