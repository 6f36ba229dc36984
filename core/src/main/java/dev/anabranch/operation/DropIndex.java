package dev.anabranch.operation;

import dev.anabranch.schema.Index;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops an index.
 *
 * @param table the table
 * @param name the index
 * @param existence what happens when it is not there
 * @param build whether the table can be written meanwhile
 * @param definition the index as it is, if the author gives it: then the drop can be taken back
 */
public record DropIndex(
    QualifiedName table,
    Identifier name,
    Existence existence,
    IndexBuild build,
    Optional<Index> definition)
    implements Operation {

  /** Checks that all parts are there. */
  public DropIndex {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(existence, "existence");
    Objects.requireNonNull(build, "build");
    Objects.requireNonNull(definition, "definition");
  }

  @Override
  public String describe() {
    return "drop index " + name + " of " + table;
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return definition
        .<Inverse>map(
            index -> Inverse.of(new CreateIndex(table, index.withName(name), existence, build)))
        .orElseGet(
            () ->
                Inverse.none(
                    "the columns of the dropped index are not known",
                    "Give the definition of what is dropped, or write the downgrade by hand."));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.dropIndex(this);
  }
}
